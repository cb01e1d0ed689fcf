"""What a decision does to places and money: later rooms say it in sentences, and carry out what is theirs.

This room knows nothing of those; they join here when their app is ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from voordeur.kern.actor import Actor

from .models import Besluit

# the decision is about to be signed, on a day: sentences on what it touches
Lezer = Callable[[Besluit, date], Iterable[str]]
# the decision was signed on a day: do what follows from it; True when the resident has a place on this decision
Doener = Callable[[Actor, Besluit, date], bool]
LEZERS: list[Lezer] = []
DOENERS: list[Doener] = []


def zegt_gevolgen(lezer: Lezer) -> Lezer:
    """Let a function tell what a decision touches, before it is signed."""
    LEZERS.append(lezer)
    return lezer


def doet_gevolgen(doener: Doener) -> Doener:
    """Let a function carry out what follows from a decision, in the transaction of its signature."""
    DOENERS.append(doener)
    return doener


def gevolgen_van(besluit: Besluit, op: date) -> tuple[str, ...]:
    """What signing this decision touches, in sentences; nothing for a first decision."""
    return tuple(zin for lezer in LEZERS for zin in lezer(besluit, op))


def voer_uit(wie: Actor, besluit: Besluit, op: date) -> bool:
    """Carry it out. Returns whether the resident has a place on this decision."""
    # a list: every room does its part, also after one that found a place
    gedaan = [doener(wie, besluit, op) for doener in DOENERS]
    return any(gedaan)
