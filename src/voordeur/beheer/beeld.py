"""What the pages of management are filled with: cards with a table, data and links, drawn by one template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from voordeur.schermen.bouwstenen import Chip, Gegeven


@dataclass(frozen=True)
class Cel:
    """What stands in one place of a table; with an address it is a link. `kop`: of its column, for a phone."""

    tekst: str
    adres: str = ""
    chip: Chip | None = None
    kop: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table with its name for who cannot see it."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


def tabel(naam: str, koppen: Sequence[str], rijen: Iterable[Sequence[str | Cel]]) -> Tabel:
    """A table of rows in words; what is only text may be a string."""
    return Tabel(
        naam, tuple(koppen), tuple(tuple(_cel(*paar) for paar in zip(rij, koppen, strict=True)) for rij in rijen)
    )


def _cel(waarde: str | Cel, kop: str) -> Cel:
    return Cel(waarde, kop=kop) if isinstance(waarde, str) else Cel(waarde.tekst, waarde.adres, waarde.chip, kop)


@dataclass(frozen=True)
class Knop:
    """A way on."""

    naam: str
    adres: str
    hoofd: bool = False


@dataclass(frozen=True)
class Deel:
    """A card. Without a table or data it says `leeg`."""

    id: str
    kop: str
    uitleg: str = ""
    tabel: Tabel | None = None
    gegevens: tuple[Gegeven, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    leeg: str = ""


@dataclass(frozen=True)
class Blad:
    """A page of management."""

    titel: str
    lead: str = ""
    knoppen: tuple[Knop, ...] = ()
    delen: tuple[Deel, ...] = field(default=())
    waarschuwingen: tuple[str, ...] = ()
