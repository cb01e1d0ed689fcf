"""When something has to be done: a fixed day of the year, after each quarter, once, or without a day named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .datums import laatste_dag_van_maand, plus_maanden

Dagparen = tuple[tuple[date | None, date], ...]

MAANDEN_PER_JAAR = 12

NODIG: dict[str, tuple[str, ...]] = {
    "jaarlijks": ("maand", "dag"),
    "venster": ("maand", "dag", "tot_maand", "tot_dag"),
    "na_kwartaal": ("maanden",),
    "elk_kwartaal": (),
    "elk_halfjaar": (),
    "elk_jaar": (),
    "eenmalig": ("tot",),
    "elke_jaren": ("jaren",),
    "zonder_dag": (),
}


@dataclass(frozen=True)
class Wanneer:
    """The moment of a duty or a term.

    jaarlijks: at latest on `maand`/`dag`. venster: every year between two days. na_kwartaal: at latest on the last
    day of the `maanden`-th month after a quarter. elk_kwartaal, elk_halfjaar, elk_jaar: at least once in it.
    eenmalig: once, at latest on `tot` (from `van`, if named). elke_jaren: `jaren` years after the last time.
    zonder_dag: the source names no moment.
    """

    soort: Literal[
        "jaarlijks",
        "venster",
        "na_kwartaal",
        "elk_kwartaal",
        "elk_halfjaar",
        "elk_jaar",
        "eenmalig",
        "elke_jaren",
        "zonder_dag",
    ]
    maand: int | None = None
    dag: int | None = None
    tot_maand: int | None = None
    tot_dag: int | None = None
    maanden: int | None = None
    jaren: int | None = None
    van: date | None = None
    tot: date | None = None

    def __post_init__(self) -> None:
        for veld in NODIG[self.soort]:
            if getattr(self, veld) is None:
                raise ValueError(f"{veld} ontbreekt bij soort {self.soort}")
        for maand, dag in ((self.maand, self.dag), (self.tot_maand, self.tot_dag)):
            if maand is not None and dag is not None and not bestaat_elk_jaar(maand, dag):
                raise ValueError(f"{dag}-{maand} is geen dag die er elk jaar is")

    @property
    def eindigt_op_vaste_dag(self) -> bool:
        """Whether a term can end on it: it comes back, on one day at a time."""
        return self.soort in ("jaarlijks", "na_kwartaal")

    def in_jaar(self, jaar: int) -> Dagparen:
        """The (first, last) days in a year; first is None where only the last day is set."""
        return DAGEN[self.soort](self, jaar) if self.soort in DAGEN else ()

    def eerste_vanaf(self, start: date) -> date:
        """The first last-day on or after `start`; only for a moment that `eindigt_op_vaste_dag`.

        Raises DatumBuitenKalender after the year 9999.
        """
        if self.soort == "na_kwartaal":
            return einde_na_kwartaal(start, self.maanden or 0)
        dag = next((tot for _, tot in self.in_jaar(start.year) if tot >= start), None)
        return dag or plus_maanden(self.in_jaar(start.year)[0][1], 12)


def bestaat_elk_jaar(maand: int, dag: int) -> bool:
    """Whether there is such a day in every year; 29 February is not."""
    geen_schrikkeljaar = 2023
    return 1 <= maand <= MAANDEN_PER_JAAR and 1 <= dag <= laatste_dag_van_maand(geen_schrikkeljaar, maand).day


def einde_na_kwartaal(dag: date, maanden: int) -> date:
    """The last day of the `maanden`-th month after the quarter in which `dag` lies."""
    kwartaalmaand = 3 * ((dag.month + 2) // 3)
    maand = plus_maanden(date(dag.year, kwartaalmaand, 1), maanden)
    return laatste_dag_van_maand(maand.year, maand.month)


def _jaarlijks(wanneer: Wanneer, jaar: int) -> Dagparen:
    return ((None, date(jaar, wanneer.maand or 1, wanneer.dag or 1)),)


def _venster(wanneer: Wanneer, jaar: int) -> Dagparen:
    """The window that ends in this year; it may have begun in the year before."""
    begin, einde = (wanneer.maand or 1, wanneer.dag or 1), (wanneer.tot_maand or 12, wanneer.tot_dag or 31)
    return ((date(jaar if begin <= einde else jaar - 1, *begin), date(jaar, *einde)),)


def _na_kwartaal(wanneer: Wanneer, jaar: int) -> Dagparen:
    """The duties that fall due in this year, also over quarters of earlier years."""
    maanden = wanneer.maanden or 0
    eerste_jaar = max(jaar - 1 - maanden // MAANDEN_PER_JAAR, date.min.year)
    kwartalen = (date(van, maand, 1) for van in range(eerste_jaar, jaar + 1) for maand in (1, 4, 7, 10))
    dagen = (einde_na_kwartaal(kwartaal, maanden) for kwartaal in kwartalen)
    return tuple((None, dag) for dag in dagen if dag.year == jaar)


def _delen(maanden: int) -> tuple[tuple[int, int], ...]:
    return tuple((eerste, eerste + maanden - 1) for eerste in range(1, 13, maanden))


def _elk_deel(maanden: int) -> Callable[[Wanneer, int], Dagparen]:
    def dagen(_: Wanneer, jaar: int) -> Dagparen:
        return tuple((date(jaar, van, 1), laatste_dag_van_maand(jaar, tot)) for van, tot in _delen(maanden))

    return dagen


def _eenmalig(wanneer: Wanneer, jaar: int) -> Dagparen:
    return ((wanneer.van, wanneer.tot),) if wanneer.tot and wanneer.tot.year == jaar else ()


DAGEN: dict[str, Callable[[Wanneer, int], Dagparen]] = {
    "jaarlijks": _jaarlijks,
    "venster": _venster,
    "na_kwartaal": _na_kwartaal,
    "elk_kwartaal": _elk_deel(3),
    "elk_halfjaar": _elk_deel(6),
    "elk_jaar": _elk_deel(12),
    "eenmalig": _eenmalig,
}
