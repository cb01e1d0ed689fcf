"""The penalty for deciding late, day by day (Awb 4:17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .bedragen import NUL
from .datums import plus_dagen
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Schijf:
    """A stretch of days with one amount a day."""

    dagen: int
    bedrag: Decimal


@dataclass(frozen=True)
class Dwangsomregel:
    """The amounts of a year, and after how many days from the notice the first day is owed (a reading: X + 15)."""

    schijven: tuple[Schijf, ...]
    eerste_dag_na: int
    grond: Gronden


@dataclass(frozen=True)
class Dwangsomdag:
    """One day in default and what it costs."""

    dag: date
    bedrag: Decimal


@dataclass(frozen=True)
class Dwangsom:
    """What is owed up to a day; `dagen` holds each day with its own amount."""

    dagen: tuple[Dwangsomdag, ...]
    totaal: Decimal
    eerste_dag: date | None
    laatste_dag: date | None


def bereken_dwangsom(
    regel: Dwangsomregel, *, einde_termijn: date, ingebrekestelling: date, tot_en_met: date
) -> Uitkomst[Dwangsom]:
    """The penalty owed from the first day up to and including `tot_en_met` (the day before the decision was announced).

    A notice of default received before the term had ended has no effect.
    """
    if ingebrekestelling <= einde_termijn:
        geen = Dwangsom((), NUL, None, None)
        return Uitkomst(
            geen, (stap("dwangsom.te_vroeg", regel.grond, ontvangen=ingebrekestelling, einde=einde_termijn),)
        )
    eerste = plus_dagen(ingebrekestelling, regel.eerste_dag_na)
    bedragen = [schijf.bedrag for schijf in regel.schijven for _ in range(schijf.dagen)]
    aantal = max(0, min(len(bedragen), (tot_en_met - eerste).days + 1))
    dagen = tuple(Dwangsomdag(plus_dagen(eerste, teller), bedragen[teller]) for teller in range(aantal))
    totaal = sum((dag.bedrag for dag in dagen), NUL)
    stappen = (
        stap("dwangsom.eerste_dag", regel.grond, ontvangen=ingebrekestelling, eerste=eerste, na=regel.eerste_dag_na),
        stap("dwangsom.totaal", regel.grond, dagen=aantal, hoogste=len(bedragen), totaal=totaal),
    )
    return Uitkomst(Dwangsom(dagen, totaal, eerste, plus_dagen(eerste, len(bedragen) - 1)), stappen)
