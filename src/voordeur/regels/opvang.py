"""Who gets shelter (article 1.2.1 Wmo 2015), and that a tie with the region never counts for the first night."""

from __future__ import annotations

from dataclasses import dataclass

from .drieledig import ANTWOORD, Antwoord, alle
from .uitkomst import Uitkomst, stap

WIE = ("wmo/1.2.1",)
METEEN = ("wmo/1.2.1", "wmo/2.3.3")


@dataclass(frozen=True)
class Opvangfeiten:
    """What the intake found: True, False or unknown. `binding`: with this region, written down and not weighed."""

    thuis_verlaten: bool | None
    redt_zich_zelf: bool | None
    binding: bool | None = None


def toets_opvang(feiten: Opvangfeiten) -> Uitkomst[Antwoord]:
    """Whether the law gives somebody shelter: they left home, and cannot hold their own by themselves.

    The outcome is the same whatever the tie with the region: that decides at most where somebody stays later.
    """
    zelf = None if feiten.redt_zich_zelf is None else not feiten.redt_zich_zelf
    antwoord = ANTWOORD[alle([feiten.thuis_verlaten, zelf])]
    return Uitkomst(antwoord, (
        stap(f"opvang.thuis_{ANTWOORD[feiten.thuis_verlaten]}", WIE),
        stap(f"opvang.zelf_{ANTWOORD[feiten.redt_zich_zelf]}", WIE),
        stap(f"opvang.binding_{ANTWOORD[feiten.binding]}", WIE),
        stap(f"opvang.{antwoord}", WIE),
    ))  # fmt: skip


def eerste_nacht() -> Uitkomst[bool]:
    """The first night: always, at once, whatever is still unknown."""
    return Uitkomst(True, (stap("opvang.eerste_nacht", METEEN), stap("opvang.onderzoek_later", ("wmo/2.3.2-1",))))
