"""Loading the agreements: which there are, which version holds on a day, and what is assumed after an end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from voordeur.regels.datums import geldende
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.uitkomst import Stap, stap

from .bestand import Document, lees_document
from .controle import OngeldigeRegeling, maak_regeling
from .meldingen import Fout, vertaal
from .samenhang import inhoudsfouten
from .schema import Regeling


class OnbekendeRegeling(Onberekenbaar):
    """There is no agreement with this id."""

    def __init__(self, id_: str, bekend: tuple[str, ...]) -> None:
        super().__init__(f"regeling {id_} is er niet; wel: {', '.join(bekend)}")


class NietGeldig(Onberekenbaar):
    """The agreement does not hold on this day."""


def map_van_regelingen() -> Path:
    """The folder with a folder of dated files for each agreement."""
    return Path(str(files(__package__)))


@cache
def versies() -> dict[str, tuple[date, ...]]:
    """The first days of all versions, by the id of the agreement."""
    gevonden: dict[str, list[date]] = {}
    for bestand in sorted(map_van_regelingen().glob("*/????-??-??.toml")):
        gevonden.setdefault(bestand.parent.name, []).append(date.fromisoformat(bestand.stem))
    return {id_: tuple(data) for id_, data in gevonden.items()}


def document_van(id_: str, versie: date) -> Document:
    """The document of a version, as its file has it. Raises OSError."""
    return lees_document(map_van_regelingen() / id_ / f"{versie.isoformat()}.toml")


@cache
def laad(id_: str, versie: date) -> Regeling:
    """One version. Raises OngeldigeRegeling when its file does not hold what its name says or is not valid."""
    bestand = map_van_regelingen() / id_ / f"{versie.isoformat()}.toml"
    document = document_van(id_, versie)
    try:
        regeling = maak_regeling(document)
    except ValidationError as fouten:
        raise OngeldigeRegeling(bestand, [vertaal(fout) for fout in fouten.errors(include_url=False)]) from None
    fouten_ = inhoudsfouten(document)
    if (regeling.id, regeling.versie) != (id_, versie):
        fouten_.append(
            Fout("versie", f"map en naam zeggen {id_} {versie}, het bestand {regeling.id} {regeling.versie}")
        )
    if fouten_:
        raise OngeldigeRegeling(bestand, fouten_)
    return regeling


def bestand_hash(id_: str, versie: date) -> str:
    """The SHA-256 of the file of a version: what an outcome was computed from."""
    return sha256((map_van_regelingen() / id_ / f"{versie.isoformat()}.toml").read_bytes()).hexdigest()


def ids() -> tuple[str, ...]:
    """The ids of all agreements in the order that their files ask for."""
    return tuple(sorted(versies(), key=lambda id_: (nieuwste(id_).volgorde, id_)))


def versies_van(id_: str) -> tuple[date, ...]:
    """The first days of the versions of one agreement. Raises OnbekendeRegeling."""
    if id_ not in versies():
        raise OnbekendeRegeling(id_, tuple(versies()))
    return versies()[id_]


def nieuwste(id_: str) -> Regeling:
    """The newest version, without a look at any day. Raises OnbekendeRegeling."""
    return laad(id_, versies_van(id_)[-1])


@dataclass(frozen=True)
class Verlenging:
    """A decision that an agreement goes on after its end: the days that it adds, and which decision it is."""

    vanaf: date
    tot: date | None
    besluit: str


def geldig_op(id_: str, dag: date) -> tuple[Regeling, tuple[Stap, ...]]:
    """The version that holds on a day, and what has to be said about that: an end that was passed.

    Raises OnbekendeRegeling, or NietGeldig with the first or the last day.
    """
    return geldig_uit(id_, versies_van(id_), partial(laad, id_), dag)


def geldig_uit(
    id_: str,
    begin: Sequence[date],
    laad_: Callable[[date], Regeling],
    dag: date,
    verlengd: Sequence[Verlenging] = (),
) -> tuple[Regeling, tuple[Stap, ...]]:
    """The same out of these versions, by their first days in order; a recorded prolongation goes before an assumption.

    Raises NietGeldig with the first or the last day.
    """
    begonnen = [versie for versie in begin if versie <= dag]
    if not begonnen:
        raise NietGeldig(f"regeling {id_} geldt vanaf {begin[0]}, niet op {dag}")
    regeling = laad_(begonnen[-1])
    tot = regeling.looptijd.tot if regeling.looptijd else None
    if regeling.looptijd is None or tot is None or dag <= tot:
        return regeling, ()
    verlenging = geldende(verlengd, dag)
    if verlenging is not None:
        gezegd = stap("regeling.verlengd", regeling.looptijd.grond, tot=tot, dag=dag, besluit=verlenging.besluit)
        return regeling, (gezegd,)
    if regeling.looptijd.daarna == "geen":
        raise NietGeldig(f"regeling {id_} geldt tot en met {tot}, niet op {dag}")
    return regeling, (stap("regeling.verlenging_verondersteld", regeling.looptijd.grond, tot=tot, dag=dag),)


def laatste_dag(id_: str, versie: date) -> date | None:
    """The last day of a version: the day before the next one, or the end that the agreement names."""
    latere = [ander for ander in versies_van(id_) if ander > versie]
    if latere:
        return latere[0] - timedelta(days=1)
    looptijd = laad(id_, versie).looptijd
    return looptijd.tot if looptijd else None
