"""What the worker does for the way in without being asked."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from .actions.bewaking import bewaak_alles


@app.periodic(cron="5 * * * *", periodic_id="klokken")
@app.task(name="toegang.bewaak", queue="berichten", lock="toegang.bewaak", pass_context=False)
def bewaak_klokken(timestamp: int) -> None:
    """Watch every clock, each hour: the day is that of the moment it was called for, or the held one of a demo."""
    gezet: date | None = settings.VOORDEUR_VANDAAG
    bewaak_alles(gezet or datetime.fromtimestamp(timestamp, timezone.get_default_timezone()).date())
