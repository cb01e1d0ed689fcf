"""The calendar of duties: what has to be done by whom, for whom and by when in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .datums import Periode
from .uitkomst import Gronden, Stap, Uitkomst, stap
from .wanneer import Wanneer


@dataclass(frozen=True)
class Plicht:
    """A duty of an agreement. `van` and `tot`: the days between which the duty holds, where the source limits it."""

    id: str
    wat: str
    wie: str
    wanneer: Wanneer
    grond: Gronden
    aan: str = ""
    van: date | None = None
    tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        return Periode(self.van or date.min, self.tot).bevat(dag)


@dataclass(frozen=True)
class Plichtdag:
    """One time that a duty falls due; both days None where the source names no moment."""

    plicht: Plicht
    van: date | None
    uiterlijk: date | None


def jaarkalender(plichten: Sequence[Plicht], jaar: int) -> Uitkomst[tuple[Plichtdag, ...]]:
    """All duties of a year in order of their last day; the ones without a moment come last, in order of the source."""
    met_dag = [
        Plichtdag(plicht, van, uiterlijk)
        for plicht in plichten
        for van, uiterlijk in plicht.wanneer.in_jaar(jaar)
        if plicht.geldt_op(uiterlijk)
    ]
    zonder = [
        Plichtdag(plicht, None, None)
        for plicht in plichten
        if plicht.wanneer.soort in ("zonder_dag", "elke_jaren") and plicht.geldt_op(date(jaar, 12, 31))
    ]
    dagen = (*sorted(met_dag, key=lambda dag: dag.uiterlijk or date.max), *zonder)
    stappen = [stap("kalender.jaar", (), jaar=jaar, aantal=len(dagen)), *(_stap(dag) for dag in dagen)]
    return Uitkomst(dagen, tuple(stappen))


def _stap(dag: Plichtdag) -> Stap:
    plicht = dag.plicht
    if dag.uiterlijk is None:
        jaren = plicht.wanneer.jaren
        sleutel = "kalender.elke_jaren" if jaren else "kalender.zonder_dag"
        return stap(sleutel, plicht.grond, wat=plicht.wat, wie=plicht.wie, jaren=jaren)
    sleutel = "kalender.uiterlijk" if dag.van is None else "kalender.tussen"
    return stap(sleutel, plicht.grond, wat=plicht.wat, wie=plicht.wie, van=dag.van, uiterlijk=dag.uiterlijk)
