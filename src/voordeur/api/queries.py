"""What is asked about the keys of systems."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.db.models import QuerySet

from voordeur.kern.actor import Actor
from voordeur.kern.models import Account

from .models import Apisleutel

Stand = Literal["wacht", "geldt", "straks", "verlopen", "beëindigd"]


def sleutels(wie: Actor) -> QuerySet[Apisleutel]:
    """Every key of the region with its account, the newest first."""
    return Apisleutel.objects.filter(regio_id=wie.regio).select_related("account").order_by("-id")


def accounts_voor_sleutel(wie: Actor) -> QuerySet[Account]:
    """The accounts that a key can act as: of staff, in use, by name. Never a resident."""
    eigen = Account.objects.filter(regio_id=wie.regio, soort=Account.Soort.MEDEWERKER, is_active=True)
    return eigen.order_by("naam", "id")


def stand(sleutel: Apisleutel, op: date) -> Stand:
    """Whether a key opens the door on a day."""
    if sleutel.beeindigd_op is not None:
        return "beëindigd"
    if op > sleutel.tot:
        return "verlopen"
    if sleutel.bevestigd_op is None:
        return "wacht"
    return "straks" if op < sleutel.van else "geldt"
