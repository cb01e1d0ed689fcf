"""Which periods of a group overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from .rij import Rij


class Stuk(NamedTuple):
    """Days, both included, of a row; without a row it is of something that the system has already."""

    van: date
    tot: date
    rij: Rij | None
    wat: str = ""


def botsingen(stukken: Iterable[Stuk]) -> Iterator[tuple[Stuk, Stuk]]:
    """Pairs that overlap, so that every one that overlaps with any other is named at least once."""
    laatste: Stuk | None = None
    for stuk in sorted(stukken, key=lambda deel: (deel.van, deel.tot, deel.rij.nummer if deel.rij else 0)):
        if laatste is not None and stuk.van <= laatste.tot:
            yield laatste, stuk
        if laatste is None or stuk.tot > laatste.tot:
            laatste = stuk


def stuk_van(rij: Rij, van: str = "van", tot: str = "tot") -> Stuk | None:
    """The days of a row; None when they could not be read."""
    begin = rij.waarden.get(van)
    if not isinstance(begin, date):
        return None
    return Stuk(begin, rij.waarden.get(tot) or date.max, rij)


def meld_botsingen(stukken: Iterable[Stuk | None], veld: str, wat: str, dan: str) -> None:
    """Give every row that overlaps a fault that names the other."""
    for een, ander in botsingen(stuk for stuk in stukken if stuk is not None):
        for deze, die in ((een, ander), (ander, een)):
            if deze.rij is not None:
                met = f"Het botst met rij {die.rij.nummer}." if die.rij else f"Het botst met {die.wat} in Voordeur."
                deze.rij.fout(veld, wat, met, dan)
