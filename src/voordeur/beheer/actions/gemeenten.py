"""How a municipality stands on its letters: the address for an objection, and the telephone number to call."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import College

from .mensen import BEHEER, BijPersoneel


@handeling("beheer.gemeente.wijzigen", rollen=BEHEER)
def wijzig_gemeente(
    wie: Actor, bij: BijPersoneel, college: College, *, adres: str, telefoon: str, op: date
) -> Gedaan[College]:
    """Keep the address (lines) where an objection is sent (article 6:4 Awb), and the number for questions."""
    college.adres, college.telefoon = adres, telefoon
    college.save(update_fields=["adres", "telefoon"])
    return Gedaan(college)
