"""The letter by which a resident logs in for the first time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.conf import settings
from django.urls import reverse

from voordeur.brieven.soorten import Activatiebrief
from voordeur.brieven.waarden import Ontvanger
from voordeur.inwoner.ingang import Uitgegeven
from voordeur.kern.actor import Actor
from voordeur.regels.verwoorden import schrijf_datum

from .brief import UITREIKEN, _rand
from .models import Dossier

AAN_VERTEGENWOORDIGER = "U kunt de zaak van iemand anders online volgen"
NIET_BEWAARD = "staat alleen in de brief zelf"


def activatiebrief(wie: Actor, dossier: Dossier, gegeven: Uitgegeven, op: date) -> Activatiebrief:
    """The name and the code, and what to do with them."""
    return Activatiebrief(
        **_rand(wie, dossier, op),
        onderwerp="U kunt uw zaak nu online volgen",
        kernzin=f"U kunt uw zaak online volgen. Log voor het eerst in uiterlijk op {schrijf_datum(gegeven.tot)}.",
        site=f"{settings.VOORDEUR_SITE}{reverse('mijn:activeren')}",
        loginnaam=gegeven.loginnaam,
        code=gegeven.code,
        geldig_tot=gegeven.tot,
    )


def brief_aan_vertegenwoordiger(
    wie: Actor, dossier: Dossier, gegeven: Uitgegeven, naam: str, adres: tuple[str, ...], op: date
) -> Activatiebrief:
    """The same to who stands for the resident, at an address of their own."""
    brief = activatiebrief(wie, dossier, gegeven, op)
    voor = brief.ontvanger.naam
    return replace(
        brief,
        ontvanger=Ontvanger(naam=naam, adres=adres or UITREIKEN, aanhef=f"Geachte heer of mevrouw {naam}"),
        onderwerp=AAN_VERTEGENWOORDIGER,
        kernzin=f"U kunt de zaak van {voor} online volgen. Log voor het eerst in uiterlijk op "
        f"{schrijf_datum(gegeven.tot)}.",
        voor=voor,
    )


def zonder_code(brief: Activatiebrief) -> Activatiebrief:
    """The letter as the dossier keeps it: whoever may read that is not the one who may log in."""
    return replace(brief, code=NIET_BEWAARD)
