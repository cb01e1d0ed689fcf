"""A notice by mail that something is ready: without a name, a subject or a number, to who asked for it.

What stands ready holds the id of the resident only. The address is read under the resident's own key when it leaves, so
that somebody who changed their mind gets nothing any more.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from voordeur.inwoner.mailadres import mailadres_van
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import Actor, als

from .actions import zet_klaar
from .models import Bericht
from .slot import als_zelf

MAIL, NIEUWS = "mail", "nieuws"


def aan_inwoner(dossiernummer: str) -> str:
    """How the outbox says to whom a letter or a notice of a dossier goes."""
    return f"inwoner van dossier {dossiernummer}"


def meld_nieuws(wie: Actor, inwoner: UUID, dossiernummer: str) -> Bericht | None:
    """Put a notice ready that something new is there, as a part of a larger action.

    None without a mail server, without an address, or with the warning to send nothing. One that waits is enough.
    """
    if not settings.EMAIL_HOST:
        return None
    with als(als_zelf(wie.regio, inwoner)):
        zelf = Inwoner.objects.filter(pk=inwoner).exclude(sleutel=None).first()
        if zelf is None or not mailadres_van(zelf) or not mag_bericht(zelf):
            return None
    wacht = {"kanaal": MAIL, "aan": aan_inwoner(dossiernummer), "stand": Bericht.Stand.KLAAR}
    if Bericht.objects.filter(**wacht).exists():
        return None
    return zet_klaar(
        wie, kanaal=MAIL, aan=aan_inwoner(dossiernummer), soort=NIEUWS, inhoud=str(inwoner).encode(), over=zelf
    )  # fmt: skip
