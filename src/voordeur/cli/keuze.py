"""Which version of which agreement answers a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from voordeur.regelingen.laden import geldig_op, laad, nieuwste, versies_van
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import DatumBuitenKalender, OngeldigFeit, RegelOntbreekt
from voordeur.regels.uitkomst import Stap, Uitkomst, stap

from .fouten import GeenRegel, InvoerFout

R = TypeVar("R")


@dataclass(frozen=True)
class Gekozen:
    """The version, and what has to be said about its end."""

    regeling: Regeling
    stappen: tuple[Stap, ...]

    def waarom(self, uitkomst: Uitkomst[Any]) -> tuple[Stap, ...]:
        """The reasoning: what holds for the version, the steps, and the readings that the steps rest on."""
        gebruikt = {grond for stap_ in uitkomst.stappen for grond in stap_.gronden}
        lezingen = (lezing for lezing in self.regeling.lezingen if gebruikt.intersection(lezing.grond))
        gezet = (
            stap("regeling.lezing", lezing.grond, onderwerp=lezing.onderwerp, keuze=lezing.keuze, reden=lezing.reden)
            for lezing in lezingen
        )
        return (*self.stappen, *uitkomst.stappen, *gezet)

    @property
    def namen(self) -> Mapping[str, str]:
        return {partij.code: partij.naam for partij in self.regeling.partijen if partij.code}


def kies(id_: str, dag: date | None) -> Gekozen:
    """The version of a day; without a day the newest one, of which no validity is tested."""
    if dag is None:
        return Gekozen(nieuwste(id_), ())
    return Gekozen(*geldig_op(id_, dag))


def eis_regel(regeling: Regeling, zoek: Callable[[Regeling], R | None], wat: str) -> R:
    """The rule of an agreement. Raises GeenRegel."""
    regel = zoek(regeling)
    if regel is None:
        raise GeenRegel(regeling.id, wat)
    return regel


def eerst(zoek: Callable[[Regeling], object | None], wat: str) -> Callable[[Mapping[str, Any]], None]:
    """What a command looks at before all else: whether any version of the agreement has the rule."""

    def kijk(opties: Mapping[str, Any]) -> None:
        id_ = opties.get("regeling")
        if isinstance(id_, str) and not any(zoek(laad(id_, versie)) for versie in versies_van(id_)):
            raise GeenRegel(id_, wat)

    return kijk


@contextmanager
def rekent(
    regeling: Regeling | None = None, velden: Mapping[str, str] | None = None, datumveld: str = "--start"
) -> Iterator[None]:
    """Say which agreement lacks a rule, and which option or field a refused fact came from."""
    try:
        yield
    except RegelOntbreekt as fout:
        if regeling is None:
            raise
        raise GeenRegel(regeling.id, fout.wat) from None
    except OngeldigFeit as fout:
        raise InvoerFout((velden or {}).get(fout.veld, fout.veld), fout.melding) from None
    except DatumBuitenKalender as fout:
        raise InvoerFout(datumveld, str(fout)) from None


def eis_gemeenten(regeling: Regeling, dag: date, codes: Mapping[str, object], veld: str) -> None:
    """Refuse a municipality that is not of the agreement on that day. Raises InvoerFout."""
    for code in codes:
        eis_gemeente(regeling, dag, code, f"{veld}.{code}")


def eis_gemeente(regeling: Regeling, dag: date, code: str, veld: str) -> None:
    """Refuse a municipality that is not of the agreement on that day. Raises InvoerFout."""
    if code not in regeling.gemeenten_op(dag):
        raise InvoerFout(veld, f"{code} is geen gemeente van regeling {regeling.id}")


def open_reden(regeling: Regeling, naam: str) -> str:
    """Why a parameter has to be given with the question, for the message about its absence."""
    return next((deel.reden for deel in regeling.open if deel.naam == naam), "")
