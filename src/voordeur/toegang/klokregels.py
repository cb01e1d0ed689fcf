"""What each kind of clock is called, and what the law lets happen to it."""

from __future__ import annotations

from collections.abc import Iterator

from voordeur.regelingen.wetten import opschortgronden
from voordeur.regels.opschorten import Opschortgrond, Werking

ONDERZOEK, BESLUIT, OP_BEZWAAR = "onderzoek", "besluit", "beslissing-op-bezwaar"
# this term is the resident's: nobody here has something to do before it ends
VAN_DE_INWONER = "bezwaar"
# a decision that is late can cost a penalty (Awb 4:17; for a decision on an objection by Awb 7:14)
MET_DWANGSOM = (BESLUIT, OP_BEZWAAR)
WERK = {ONDERZOEK: "ons onderzoek", BESLUIT: "ons besluit", OP_BEZWAAR: "onze beslissing op uw bezwaar"}
STILSTAND: tuple[Werking, ...] = ("aanvulling", "stilstand")


def gronden_voor(soort: str, werkingen: tuple[Werking, ...]) -> Iterator[Opschortgrond]:
    """What the law lets happen to a kind of clock, of these kinds of effect."""
    return (grond for grond in opschortgronden().values() if grond.klok == soort and grond.werking in werkingen)


def kan(soort: str, *werkingen: Werking) -> bool:
    """Whether the law lets any of this happen to a kind of clock."""
    return next(gronden_voor(soort, werkingen), None) is not None
