"""The work of management that the worker does: moving in, and closing the accounts of who left.

Jobs carry ids only, and find out themselves whether there is still something to do.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from voordeur.inwoner.register import vul_register_aan
from voordeur.kern.actor import als
from voordeur.kern.onderhoud import regios, systeem

from .actions.inlezen import ruim_op
from .actions.nood_tweede import ruim_verlopen_op
from .actions.vertrek import sluit_vertrokken
from .inlezen.uitvoeren import neem_terug, toets_set, voer_uit

# a queue of its own: thousands of rows hold up no letter
RIJ = "inlezen"


@app.task(name="beheer.toets_inlezen", queue=RIJ)
def toets_inlezen(regio: str, set_id: int, op: str) -> None:
    """Check the files of a set."""
    toets_set(regio, set_id, date.fromisoformat(op))


@app.task(name="beheer.voer_inlezen_uit", queue=RIJ)
def voer_inlezen_uit(regio: str, set_id: int) -> None:
    """Read in what was offered and agreed to."""
    voer_uit(regio, set_id)


@app.task(name="beheer.neem_inlezen_terug", queue=RIJ)
def neem_inlezen_terug(regio: str, set_id: int) -> None:
    """Take back what was read in."""
    neem_terug(regio, set_id)


@app.periodic(cron="15 * * * *", periodic_id="vertrokken")
@app.task(name="beheer.sluit", queue="berichten", lock="beheer.sluit", pass_context=False)
def sluit_accounts(timestamp: int) -> None:
    """Close the accounts of who left, each hour in every region."""
    for regio in regios():
        sluit_vertrokken(regio, _dag(timestamp))


@app.periodic(cron="40 3 * * *", periodic_id="inlezen")
@app.task(name="beheer.ruim_inlezen_op", queue="berichten", lock="beheer.ruim_inlezen_op", pass_context=False)
def ruim_inlezen_op(timestamp: int) -> None:
    """Let no file of people lie about that nobody looks at any more, each night in every region."""
    for regio in regios():
        ruim_op(regio, _dag(timestamp))


@app.periodic(cron="45 3 * * *", periodic_id="noodverzoeken")
@app.task(
    name="beheer.ruim_noodverzoeken_op", queue="berichten", lock="beheer.ruim_noodverzoeken_op", pass_context=False
)
def ruim_noodverzoeken_op(timestamp: int) -> None:  # noqa: ARG001
    """Let no BSN and no words stay with an emergency that nobody answered, each night in every region."""
    for regio in regios():
        ruim_verlopen_op(regio)


@app.periodic(cron="50 3 * * *", periodic_id="vernietigd")
@app.task(name="beheer.vul_vernietigd_aan", queue="berichten", lock="beheer.vul_vernietigd_aan", pass_context=False)
def vul_vernietigd_aan(timestamp: int) -> None:  # noqa: ARG001
    """Write down what was destroyed while the register could not be written, each night in every region."""
    for regio in regios():
        with als(systeem(regio)):
            vul_register_aan(regio)


def _dag(timestamp: int) -> date:
    gezet: date | None = settings.VOORDEUR_VANDAAG
    return gezet or datetime.fromtimestamp(timestamp, timezone.get_default_timezone()).date()
