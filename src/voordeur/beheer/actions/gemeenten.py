"""What is kept of the college of a municipality: how it stands on a letter, and who to call."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import College

from .mensen import BEHEER, BijPersoneel


@handeling("beheer.gemeente.wijzigen", rollen=BEHEER)
def wijzig_gemeente(
    wie: Actor, bij: BijPersoneel, college: College, adres: str, telefoon: str, *, op: date
) -> Gedaan[College]:
    """Change the address and the telephone of a municipality; its name and its days follow the agreement."""
    college.adres, college.telefoon = adres, telefoon
    college.save(update_fields=["adres", "telefoon"])
    return Gedaan(college)
