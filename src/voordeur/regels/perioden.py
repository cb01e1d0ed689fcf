"""Blocks of payment: periods of a fixed number of days, counted from the first day of the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .datums import Periode, plus_dagen
from .fouten import OngeldigFeit
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Periodeblokken:
    """Blocks of `dagen` days from `start` on."""

    start: date
    dagen: int
    grond: Gronden

    def __post_init__(self) -> None:
        if self.dagen < 1:
            raise ValueError("een periode heeft minstens een dag")


@dataclass(frozen=True)
class Blok:
    """One block: its number from 1 and its days."""

    nummer: int
    periode: Periode


def blok_van(regel: Periodeblokken, dag: date) -> Uitkomst[Blok]:
    """The block in which a day lies. Raises OngeldigFeit before the first block."""
    if dag < regel.start:
        raise OngeldigFeit("dag", f"ligt voor de eerste periode, die begint op {regel.start}")
    nummer = (dag - regel.start).days // regel.dagen
    van = plus_dagen(regel.start, nummer * regel.dagen)
    blok = Blok(nummer + 1, Periode(van, plus_dagen(van, regel.dagen - 1)))
    gezet = stap("periode.blok", regel.grond, nummer=blok.nummer, van=van, tot=blok.periode.tot, dagen=regel.dagen)
    return Uitkomst(blok, (gezet,))
