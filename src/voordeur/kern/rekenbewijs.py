"""The proof of a computation: kept when something is decided or paid on it, and computed again years later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from voordeur import __version__
from voordeur.regelingen.laden import bestand_hash, laad, versies
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.uitkomst import Uitkomst, als_json

from .actor import Actor
from .models import Rekenbewijs

Feiten = Mapping[str, Any]
Rekenregel = Callable[[Regeling, Feiten], Uitkomst[Any]]

REGELS: dict[str, Rekenregel] = {}


def rekenregel(naam: str) -> Callable[[Rekenregel], Rekenregel]:
    """Register a computation under a name: from an agreement and facts that JSON can hold, to an outcome."""

    def versier(functie: Rekenregel) -> Rekenregel:
        REGELS[naam] = functie
        return functie

    return versier


def bereken(
    wie: Actor, naam: str, regeling: Regeling, feiten: Feiten, *, feiten_van: str = ""
) -> tuple[Uitkomst[Any], Rekenbewijs]:
    """Compute by a registered rule and keep the proof, in the transaction of the action. Raises Onberekenbaar.

    `feiten_van` points to facts that stand elsewhere, such as those of a person.
    """
    uitkomst = REGELS[naam](regeling, feiten)
    bewijs = Rekenbewijs.objects.create(
        regio_id=wie.regio,
        regel=naam,
        regeling=regeling.id,
        versie=regeling.versie,
        bestand_hash=bestand_hash(regeling.id, regeling.versie),
        voordeur_versie=__version__,
        feiten=als_json(feiten),
        feiten_van=feiten_van,
        waarde=plat(uitkomst.waarde),
    )
    return uitkomst, bewijs


def plat(waarde: object) -> Any:
    """A value as JSON holds it, dataclasses as their fields."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: plat(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, Mapping):
        return {str(naam): plat(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, (tuple, list, set, frozenset)):
        return [plat(deel) for deel in waarde]
    return als_json(waarde)


@dataclass(frozen=True)
class Herberekening:
    """Whether a computation still comes out the same; where not, what is different, in a sentence."""

    bewijs: int
    gelijk: bool
    nu: Any
    reden: str = ""


def herbereken(bewijs: Rekenbewijs) -> Herberekening:
    """Compute a proof again with the version of the agreement that it names."""
    if bewijs.regel not in REGELS:
        return _anders(bewijs, f"de regel {bewijs.regel} is er niet meer")
    if bewijs.versie not in versies().get(bewijs.regeling, ()):
        return _anders(bewijs, f"de versie van {bewijs.versie} van {bewijs.regeling} is er niet meer")
    return _vergelijk(bewijs, bewijs.versie)


def _vergelijk(bewijs: Rekenbewijs, versie: date) -> Herberekening:
    try:
        nu = plat(REGELS[bewijs.regel](laad(bewijs.regeling, versie), bewijs.feiten).waarde)
    except Onberekenbaar as fout:
        return _anders(bewijs, str(fout))
    veranderd = bestand_hash(bewijs.regeling, versie) != bewijs.bestand_hash
    reden = "het bestand van de regeling is sindsdien veranderd" if veranderd else ""
    if nu == bewijs.waarde:
        return Herberekening(bewijs.pk, True, nu, reden)
    return Herberekening(bewijs.pk, False, nu, reden or "dezelfde regeling en feiten geven nu iets anders")


def _anders(bewijs: Rekenbewijs, reden: str) -> Herberekening:
    return Herberekening(bewijs.pk, False, None, reden)
