"""What the worker does for the way in without being asked."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from voordeur.berichten.actions import haal_in
from voordeur.kern.onderhoud import regios

from .actions.bewaking import bewaak_alles
from .actions.uitvragen import herinner_vragen


@app.periodic(cron="5 * * * *", periodic_id="klokken")
@app.task(name="toegang.bewaak", queue="berichten", lock="toegang.bewaak", pass_context=False)
def bewaak_klokken(timestamp: int) -> None:
    """Watch every clock, each hour: the day is that of the moment it was called for, or the held one of a demo."""
    bewaak_alles(_dag(timestamp))


@app.periodic(cron="10 6 * * *", periodic_id="vragen")
@app.task(name="toegang.herinner", queue="berichten", lock="toegang.herinner", pass_context=False)
def herinner_aan_vragen(timestamp: int) -> None:
    """Chase the questions that wait for two weeks, each morning in every region."""
    for regio in regios():
        herinner_vragen(regio, _dag(timestamp))


@app.periodic(cron="30 6 * * *", periodic_id="post")
@app.task(name="toegang.post", queue="berichten", lock="toegang.post", pass_context=False)
def probeer_post_opnieuw(timestamp: int) -> None:  # noqa: ARG001 - how a periodic task is called
    """Give what did not leave another chance, each morning in every region."""
    for regio in regios():
        haal_in(regio)


def _dag(timestamp: int) -> date:
    gezet: date | None = settings.VOORDEUR_VANDAAG
    return gezet or datetime.fromtimestamp(timestamp, timezone.get_default_timezone()).date()
