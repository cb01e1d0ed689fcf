"""Closed days for terms of the law: Saturdays, Sundays, public holidays and days closed by decree (Atw 1, 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .uitkomst import Gronden

ZATERDAG, ZONDAG = 5, 6


@dataclass(frozen=True)
class Feestdag:
    """A holiday that returns every year, between two years where the law changed.

    `soort` "vast": month and day. "pasen": `dagen` after Easter Sunday. "koninklijk": month and day, or the day
    before when that is a Sunday.
    """

    naam: str
    soort: Literal["vast", "pasen", "koninklijk"]
    grond: Gronden
    maand: int | None = None
    dag: int | None = None
    dagen: int | None = None
    vanaf_jaar: int = 1
    tot_jaar: int = 9999

    def __post_init__(self) -> None:
        nodig = ("dagen",) if self.soort == "pasen" else ("maand", "dag")
        for veld in nodig:
            if getattr(self, veld) is None:
                raise ValueError(f"{veld} ontbreekt bij een feestdag van soort {self.soort}")

    def in_jaar(self, jaar: int) -> date | None:
        """The day in a year, None when the holiday did not exist then."""
        if not self.vanaf_jaar <= jaar <= self.tot_jaar:
            return None
        if self.dagen is not None:
            return paaszondag(jaar) + timedelta(days=self.dagen)
        dag = date(jaar, self.maand or 1, self.dag or 1)
        if self.soort == "koninklijk" and dag.weekday() == ZONDAG:
            return dag - timedelta(days=1)
        return dag


@dataclass(frozen=True)
class Besluitdag:
    """A day that the Crown put on a par with a holiday, by royal decree (Atw 3 lid 3)."""

    dag: date
    grond: Gronden


@dataclass(frozen=True)
class Sluitingskalender:
    """All that is needed to say whether a day is closed; the decrees are known for the years `van` up to `tot`."""

    feestdagen: tuple[Feestdag, ...]
    bij_besluit: tuple[Besluitdag, ...]
    besluiten_bekend_van: int
    besluiten_bekend_tot: int

    def waarom_gesloten(self, dag: date) -> str | None:
        """The name of what closes the day, None when it is open."""
        if dag.weekday() in (ZATERDAG, ZONDAG):
            return "zaterdag" if dag.weekday() == ZATERDAG else "zondag"
        if any(besluit.dag == dag for besluit in self.bij_besluit):
            return "gesloten bij koninklijk besluit"
        return next((feest.naam for feest in self.feestdagen if feest.in_jaar(dag.year) == dag), None)

    def is_open(self, dag: date) -> bool:
        return self.waarom_gesloten(dag) is None

    def is_voorlopig(self, dag: date) -> bool:
        """True for a year of which the decrees are not known."""
        return not self.besluiten_bekend_van <= dag.year <= self.besluiten_bekend_tot


def paaszondag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the computation of Meeus, Jones and Butcher)."""
    gulden, eeuw, rest = jaar % 19, jaar // 100, jaar % 100
    schrikkel, eeuwrest = divmod(eeuw, 4)
    correctie = (8 * eeuw + 13) // 25
    epacta = (19 * gulden + eeuw - schrikkel - correctie + 15) % 30
    vieren, over = divmod(rest, 4)
    weekdag = (32 + 2 * eeuwrest + 2 * vieren - epacta - over) % 7
    maanfout = (gulden + 11 * epacta + 22 * weekdag) // 451
    maand, dag = divmod(epacta + weekdag - 7 * maanfout + 114, 31)
    return date(jaar, maand, dag + 1)
