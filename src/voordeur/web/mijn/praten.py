"""Who a resident can talk to: somebody with a name and a number, else the number of the municipality."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from voordeur.kern.actor import Actor
from voordeur.kern.models import Account, College
from voordeur.toegang.models import Dossier


@dataclass(frozen=True)
class Gesprekspartner:
    """Somebody to call. `naam` is empty while nobody handles the case: then the municipality answers."""

    gemeente: str
    telefoon: str
    naam: str = ""
    functie: str = ""

    @property
    def bellen(self) -> str:
        """The number as a telephone takes it."""
        return "".join(teken for teken in self.telefoon if teken.isdigit() or teken == "+")


def nieuwste_zaak(wie: Actor) -> Dossier | None:
    """The case that goes on, else the last one that was closed."""
    eigen = Dossier.objects.filter(inwoner_id=wie.inwoner) if wie.inwoner else Dossier.objects.none()
    return eigen.order_by(F("afgesloten_op").desc(nulls_first=True), "-gemeld_op", "-id").first()


def wie_helpt(wie: Actor, dossier: Dossier | None = None) -> Gesprekspartner | None:
    """Who handles this case, or the newest one; without a case the centrumgemeente of the region."""
    zaak = dossier or nieuwste_zaak(wie)
    bekend = College.objects.filter(regio_id=wie.regio)
    college = bekend.filter(code=zaak.college_code).first() if zaak else bekend.filter(centrum=True).first()
    if college is None:
        return None
    mens = Account.objects.filter(pk=zaak.behandelaar, is_active=True).first() if zaak and zaak.behandelaar else None
    if mens is None:
        return Gesprekspartner(college.naam, college.telefoon)
    return Gesprekspartner(college.naam, mens.telefoon or college.telefoon, mens.naam, mens.functie)
