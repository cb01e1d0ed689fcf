"""A table as a page shows it: words in every cell, so that a template only has to write them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rij:
    """A line: what it is of, and a cell for each column after the first."""

    naam: str
    cellen: tuple[str, ...]


@dataclass(frozen=True)
class Tabel:
    """`koppen` are those of the columns, the first one of the names; `totaal` is the line under all others."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    totaal: Rij | None = None

    @property
    def gevuld(self) -> Iterable[tuple[str, tuple[tuple[str, str], ...]]]:
        """Each line with its cells beside the head of their column, as a phone shows them."""
        return tuple((rij.naam, self._met_kop(rij)) for rij in self.rijen)

    @property
    def onder(self) -> tuple[tuple[str, str], ...]:
        return self._met_kop(self.totaal) if self.totaal else ()

    def _met_kop(self, rij: Rij) -> tuple[tuple[str, str], ...]:
        return tuple(zip(self.koppen[1:], rij.cellen, strict=True))


def rij(naam: str, *cellen: object) -> Rij:
    """A line of whatever can be written down."""
    return Rij(naam, tuple(map(str, cellen)))


def tabel(bijschrift: str, koppen: Sequence[str], rijen: Iterable[Rij], totaal: Rij | None = None) -> Tabel:
    """A table of lines."""
    return Tabel(bijschrift, tuple(koppen), tuple(rijen), totaal)
