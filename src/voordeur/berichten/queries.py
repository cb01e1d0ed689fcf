"""What is asked about messages."""

from __future__ import annotations

from django.db.models import QuerySet

from .models import Bericht


def nog_niet_weg() -> QuerySet[Bericht]:
    """The messages of the region that still have to leave, the oldest first."""
    return Bericht.objects.exclude(stand=Bericht.Stand.VERZONDEN).order_by("klaargezet_om", "id")
