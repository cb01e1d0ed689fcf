"""Two agreements side by side, subject by subject."""

from __future__ import annotations

from dataclasses import dataclass

from voordeur.regels.uitkomst import Uitkomst, stap

from .samenvatting import ONDERWERPEN
from .schema import Regeling


@dataclass(frozen=True)
class Onderwerp:
    """One subject: what each agreement says of it, None where it says nothing."""

    onderwerp: str
    links: str | None
    rechts: str | None
    gelijk: bool


def vergelijk(links: Regeling, rechts: Regeling) -> Uitkomst[tuple[Onderwerp, ...]]:
    """What two agreements say of each subject that one of them has, and whether that is the same."""
    onderwerpen = tuple(
        Onderwerp(naam, tekst_links, tekst_rechts, tekst_links == tekst_rechts)
        for naam, lees in ONDERWERPEN.items()
        for tekst_links, tekst_rechts in [("\n".join(lees(links)) or None, "\n".join(lees(rechts)) or None)]
        if tekst_links or tekst_rechts
    )
    gelijk = sum(onderwerp.gelijk for onderwerp in onderwerpen)
    return Uitkomst(onderwerpen, (stap("regeling.vergeleken", (), aantal=len(onderwerpen), gelijk=gelijk),))
