"""What waits in management for a second person, as lines of the work list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.beheer.queries.wachtend import wacht_op_akkoord
from voordeur.kern.actor import Actor
from voordeur.schermen.bouwstenen import Chip

from .adres import adres_van

MEESTE = 30
TE_DOEN = Chip("bijna", "Wacht op u", "help-circle")


@dataclass(frozen=True)
class Akkoordregel:
    """What waits, what to do about it, and where."""

    naam: str
    nummer: int
    actie: str
    adres: str
    chip: Chip = TE_DOEN


def akkoordwerk(wie: Actor, op: date) -> list[Akkoordregel]:
    """What somebody can agree to, as far as it fits on a page."""
    return [
        Akkoordregel(deel.soort.naam, deel.pk, deel.soort.actie, adres_van(deel.soort.scherm, deel.pk))
        for deel in wacht_op_akkoord(wie, op)[:MEESTE]
    ]
