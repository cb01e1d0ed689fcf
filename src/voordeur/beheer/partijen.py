"""Who joins and who leaves by a version of the agreement: read from its parties, beside the colleges that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from voordeur.kern.models import College
from voordeur.regelingen.schema import Partij, Regeling


@dataclass(frozen=True)
class Komt:
    """A municipality that joins, on its first day; `tot`: the last day where the version names one."""

    partij: Partij
    van: date
    tot: date | None

    @property
    def code(self) -> str:
        return self.partij.code or ""


@dataclass(frozen=True)
class Gaat:
    """A college that leaves after its last day."""

    college: College
    laatste_dag: date


@dataclass(frozen=True)
class Wisseling:
    """What a version changes in who takes part."""

    erbij: tuple[Komt, ...]
    eruit: tuple[Gaat, ...]

    def __bool__(self) -> bool:
        return bool(self.erbij or self.eruit)


def wisseling(regeling: Regeling, colleges: Mapping[str, College]) -> Wisseling:
    """What a version changes from its first day on; `colleges`: everybody of the region by code."""
    dag = regeling.versie
    blijft = {code for code, college in colleges.items() if college.tot is None or college.tot >= dag}
    lid = {deel.code: deel for deel in regeling.partijen if deel.code and (deel.tot is None or deel.tot >= dag)}
    erbij = tuple(Komt(deel, max(dag, deel.van or dag), deel.tot) for code, deel in lid.items() if code not in blijft)
    return Wisseling(erbij, tuple(_gaan(dag, lid, (colleges[code] for code in sorted(blijft)))))


def _gaan(dag: date, lid: Mapping[str, Partij], colleges: Iterable[College]) -> Iterator[Gaat]:
    for college in colleges:
        partij = lid.get(college.code)
        laatste = dag - timedelta(days=1) if partij is None else partij.tot
        if laatste is not None and laatste != college.tot:
            yield Gaat(college, laatste)
