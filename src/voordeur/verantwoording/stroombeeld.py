"""The drawing of who came, who lives there and who left. Numbers as text: a page writes them with Dutch commas."""

from __future__ import annotations

from dataclasses import dataclass

from .tellen import Kwartaalcijfers

MIDDEN, HOOGST, DUNST = 100.0, 120.0, 4.0
LINKS, RECHTS, PUNT = (8.0, 112.0), (248.0, 352.0), 14.0


@dataclass(frozen=True)
class Stroombeeld:
    """The corners of the three shapes in a drawing of 360 by 200, and what stands beside them."""

    erin: str
    wonen: str
    eruit: str
    instroom: str
    uitstroom: str
    begin: str
    eind: str


def stroombeeld(cijfers: Kwartaalcijfers) -> Stroombeeld:
    """Heights in proportion to the number of persons; an arrow never gets too thin to be seen."""
    deel = HOOGST / max(cijfers.in_zorg_begin, cijfers.in_zorg_eind, cijfers.instroom, cijfers.uitstroom, 1)
    return Stroombeeld(
        erin=_pijl(*LINKS, cijfers.instroom * deel),
        wonen=_vlak(LINKS[1] + 8, RECHTS[0] - 8, cijfers.in_zorg_begin * deel, cijfers.in_zorg_eind * deel),
        eruit=_pijl(*RECHTS, cijfers.uitstroom * deel),
        instroom=str(cijfers.instroom),
        uitstroom=str(cijfers.uitstroom),
        begin=str(cijfers.in_zorg_begin),
        eind=str(cijfers.in_zorg_eind),
    )


def _vlak(links: float, rechts: float, begin: float, eind: float) -> str:
    begin, eind = (max(hoog, DUNST) / 2 for hoog in (begin, eind))
    return _hoeken(
        (links, MIDDEN - begin), (rechts, MIDDEN - eind), (rechts, MIDDEN + eind), (links, MIDDEN + begin)
    )  # fmt: skip


def _pijl(links: float, rechts: float, dikte: float) -> str:
    """An arrow to the right; its head is a bit wider than its shaft."""
    half, kop = max(dikte, DUNST) / 2, rechts - PUNT
    breed = half + 6
    return _hoeken(
        (links, MIDDEN - half), (kop, MIDDEN - half), (kop, MIDDEN - breed), (rechts, MIDDEN),
        (kop, MIDDEN + breed), (kop, MIDDEN + half), (links, MIDDEN + half),
    )  # fmt: skip


def _hoeken(*punten: tuple[float, float]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in punten)
