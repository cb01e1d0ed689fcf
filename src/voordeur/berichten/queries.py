"""What is asked about messages."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from .models import Bericht


def nog_niet_weg() -> QuerySet[Bericht]:
    """The messages of the region that still have to leave, the oldest first."""
    return Bericht.objects.exclude(stand=Bericht.Stand.VERZONDEN).order_by("klaargezet_om", "id")


def mislukt() -> QuerySet[Bericht]:
    """The messages of the region that did not arrive, without what they hold; the oldest first."""
    return Bericht.objects.filter(stand=Bericht.Stand.MISLUKT).defer("inhoud").order_by("klaargezet_om", "id")


def aantal_per_stand() -> dict[str, int]:
    """How many messages of the region are how far."""
    geteld = dict(Bericht.objects.values_list("stand").annotate(aantal=Count("pk")).order_by("stand"))
    return {stand.value: geteld.get(stand.value, 0) for stand in Bericht.Stand}
