"""Whether somebody gets a personal budget instead of help in kind (Wmo 2.3.6). A region's reticence is no fact here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .drieledig import ANTWOORD, Antwoord, alle
from .fouten import OngeldigFeit
from .uitkomst import Stap, Uitkomst, stap

# article 2.3.6 lid 2 Wmo 2015, a to c
VOORWAARDEN = {
    "zelf_beheren": "De inwoner kan het budget beheren, zelf of met hulp.",
    "gemotiveerd": "De inwoner legt uit waarom hulp in natura niet past.",
    "kwaliteit": "De hulp die de inwoner wil kopen is veilig, werkt en past bij de inwoner.",
}
GROND = ("wmo/2.3.6",)


@dataclass(frozen=True)
class Pgb:
    """Whether the law gives a budget; which conditions are not met, and which are still unknown."""

    recht: Antwoord
    niet_voldaan: tuple[str, ...]
    ontbreekt: tuple[str, ...]


def toets_pgb(antwoorden: Mapping[str, bool | None]) -> Uitkomst[Pgb]:
    """Test the three conditions; absent or None is unknown. Raises OngeldigFeit on a condition that the law lacks."""
    for naam in antwoorden:
        if naam not in VOORWAARDEN:
            raise OngeldigFeit(naam, f"is geen voorwaarde van de wet; wel: {', '.join(VOORWAARDEN)}")
    alles = {naam: antwoorden.get(naam) for naam in VOORWAARDEN}
    recht = ANTWOORD[alle(alles.values())]
    niet = tuple(naam for naam, antwoord in alles.items() if antwoord is False)
    open_ = tuple(naam for naam, antwoord in alles.items() if antwoord is None)
    return Uitkomst(Pgb(recht, niet, open_), (*_stappen(alles), stap(f"pgb.{recht}", GROND)))


def _stappen(alles: Mapping[str, bool | None]) -> tuple[Stap, ...]:
    return tuple(
        stap(f"pgb.voorwaarde_{ANTWOORD[antwoord]}", GROND, wat=VOORWAARDEN[naam].rstrip("."))
        for naam, antwoord in alles.items()
    )
