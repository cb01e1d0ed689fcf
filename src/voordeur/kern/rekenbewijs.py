"""The proof of a computation: kept when something is decided or paid on it, and computed again years later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from voordeur import __version__
from voordeur.regelingen.laden import bestand_hash
from voordeur.regelingen.lokaal import als_json as lokaal_als_json
from voordeur.regelingen.lokaal import hash_van, uit_json
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.uitkomst import Uitkomst, als_json

from .actor import Actor
from .beleid import zoals_toen
from .models import Rekenbewijs

Feiten = Mapping[str, Any]
Rekenregel = Callable[[Regeling, Feiten], Uitkomst[Any]]

REGELS: dict[str, Rekenregel] = {}
# who can read the facts of a person back, by the word before the colon of `feiten_van`
LEZERS: dict[str, Callable[[str], Feiten | None]] = {}


def feitenlezer(soort: str) -> Callable[[Callable[[str], Feiten | None]], Callable[[str], Feiten | None]]:
    """Register who reads facts that are kept elsewhere, by their reference; None when they were destroyed."""

    def versier(functie: Callable[[str], Feiten | None]) -> Callable[[str], Feiten | None]:
        LEZERS[soort] = functie
        return functie

    return versier


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

    `feiten_van` ('gegeven:12') points to facts of a person that stand elsewhere; they are used, and not kept here.
    """
    uitkomst = REGELS[naam](regeling, {**feiten, **(_elders(feiten_van) or {})})
    herkomst = regeling.herkomst
    lokaal = lokaal_als_json(herkomst) if herkomst else {}
    bewijs = Rekenbewijs.objects.create(
        regio_id=wie.regio,
        regel=naam,
        regeling=regeling.id,
        versie=regeling.versie,
        bestand_hash=herkomst.hash if herkomst else bestand_hash(regeling.id, regeling.versie),
        lokaal=lokaal,
        lokaal_hash=hash_van(lokaal),
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
    regeling = regeling_van_bewijs(bewijs)
    if regeling is None:
        return _anders(bewijs, f"de versie van {bewijs.versie} van {bewijs.regeling} is er niet meer")
    elders = _elders(bewijs.feiten_van)
    if elders is None:
        return _anders(bewijs, "de gegevens van deze persoon zijn vernietigd; narekenen kan niet meer")
    return _vergelijk(bewijs, regeling, {**bewijs.feiten, **elders})


def regeling_van_bewijs(bewijs: Rekenbewijs) -> Regeling | None:
    """The agreement that a proof names, with the local values that it keeps; None when its file is gone."""
    op, waarden = uit_json(bewijs.lokaal)
    return zoals_toen(bewijs.regio_id, bewijs.regeling, bewijs.versie, bewijs.bestand_hash, op, waarden)


def _elders(feiten_van: str) -> Feiten | None:
    soort, _, wijzer = feiten_van.partition(":")
    return LEZERS[soort](wijzer) if wijzer else {}


def _vergelijk(bewijs: Rekenbewijs, regeling: Regeling, feiten: Feiten) -> Herberekening:
    try:
        nu = plat(REGELS[bewijs.regel](regeling, feiten).waarde)
    except Onberekenbaar as fout:
        return _anders(bewijs, str(fout))
    hash_ = regeling.herkomst.hash if regeling.herkomst else bestand_hash(regeling.id, regeling.versie)
    veranderd = hash_ != bewijs.bestand_hash
    reden = "het bestand van de regeling is sindsdien veranderd" if veranderd else ""
    if nu == bewijs.waarde:
        return Herberekening(bewijs.pk, True, nu, reden)
    return Herberekening(bewijs.pk, False, nu, reden or "dezelfde regeling en feiten geven nu iets anders")


def _anders(bewijs: Rekenbewijs, reden: str) -> Herberekening:
    return Herberekening(bewijs.pk, False, None, reden)
