"""How far the work is, told over a connection of its own: the transaction itself shows nothing before its end."""

from __future__ import annotations

from dataclasses import dataclass

from voordeur.kern.actor import Actor, als
from voordeur.kern.journaal import APART

from ..models import Inleesvoortgang


@dataclass
class Voortgang:
    """Tells how much of the rows of a set was done."""

    wie: Actor
    set_id: int
    totaal: int = 0
    gedaan: int = 0

    def meld(self, erbij: int, wat: str) -> None:
        """So many rows more were done, of a kind."""
        self.gedaan += erbij
        stand = {"regio_id": self.wie.regio, "gedaan": self.gedaan, "totaal": self.totaal, "wat": wat}
        with als(self.wie, using=APART):
            Inleesvoortgang.objects.using(APART).update_or_create(set_id=self.set_id, defaults=stand)
