"""The only clock of the web door: the legal day here, now."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def vandaag() -> date:
    """Today in Europe/Amsterdam; VOORDEUR_VANDAAG holds the clock for a demo or a test."""
    gezet: date | None = settings.VOORDEUR_VANDAAG
    return gezet or timezone.localdate()
