"""The way out by mail. A mail goes over many machines in the open, so nothing stands in it but that there is news."""

from __future__ import annotations

import smtplib
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from voordeur.inwoner.mailadres import mailadres_van
from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import als

from .kanalen import NietBezorgd, kanaal
from .models import Bericht
from .nieuws import MAIL
from .slot import als_zelf

ONDERWERP = "Er staat iets nieuws voor u klaar"
TEKST = """Goedendag,

Er staat iets nieuws voor u klaar. U leest het op uw eigen pagina:
{site}/mijn/

In deze mail staat met opzet niets over u. Wij vragen u nooit om een code of een wachtwoord.
Wilt u deze mail niet meer? Zet hem uit op uw eigen pagina, of zeg het tegen uw contactpersoon.

Something new is ready for you. You can read it on your own page: the address is above.
"""


@kanaal(MAIL)
def per_mail(bericht: Bericht) -> None:
    """Send the notice. The id of the message goes along, so that a server knows one that it had already."""
    aan = _adres(bericht)
    gastheer = urlsplit(settings.VOORDEUR_SITE).hostname or "localhost"
    mail = EmailMessage(
        ONDERWERP, TEKST.format(site=settings.VOORDEUR_SITE.rstrip("/")), to=[aan],
        headers={"Message-ID": f"<{bericht.pk}@{gastheer}>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    # what a server says back holds the address: only the kind of failure is kept
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused:
        raise NietBezorgd("De mailserver weigert dit mailadres. Vraag de inwoner om een ander adres.") from None
    except (smtplib.SMTPException, OSError):
        raise NietBezorgd("De mailserver nam het bericht niet aan.") from None


def _adres(bericht: Bericht) -> str:
    nummer = UUID(bytes(bericht.inhoud).decode())
    with als(als_zelf(bericht.regio_id, nummer)):
        inwoner = Inwoner.objects.filter(pk=nummer).exclude(sleutel=None).first()
        aan = mailadres_van(inwoner) if inwoner else ""
        mag = inwoner is not None and mag_bericht(inwoner)
    if not mag:
        raise NietBezorgd("Aan deze inwoner mag nu niets. Overleg eerst.")
    if not aan:
        raise NietBezorgd("Deze inwoner wil geen mail meer.")
    return aan
