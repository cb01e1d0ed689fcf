"""Letting a resident log in who has no DigiD, and ending that at once."""

from __future__ import annotations

from datetime import date

from voordeur.inwoner.ingang import account_van, geef_code, sluit_af
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.kern.handeling import Gedaan, handeling

from ..brief_ingang import activatiebrief, zonder_code
from ..models import Document, Dossier
from .delen import pak_voor_verblijf
from .stappen import WERKERS, verstuur_brief

BRIEF = "activatiebrief"


@handeling("inwoner.toegang.geven", rollen=WERKERS)
def geef_toegang(wie: Actor, dossier: Dossier, *, op: date) -> Gedaan[Document]:
    """Send the resident a letter with a name and a code to log in; a code that was sent before works no more.

    Raises GeboortedatumOntbreekt, BriefKanNietWeg. It changes no step and no term.
    """
    nu = pak_voor_verblijf(dossier.pk)
    brief = activatiebrief(wie, nu, geef_code(nu.inwoner, op), op)
    return Gedaan(verstuur_brief(wie, nu, brief, BRIEF, op, bewaard=zonder_code(brief)))


@handeling("inwoner.toegang.beeindigen", rollen=WERKERS)
def beeindig_toegang(wie: Actor, dossier: Dossier, *, op: date) -> Gedaan[Dossier]:
    """End the account of the resident at once, with its sessions and its code. Raises StapNietAanDeBeurt."""
    nu = pak_voor_verblijf(dossier.pk)
    account = account_van(nu.inwoner)
    if account is None:
        raise StapNietAanDeBeurt("Deze inwoner heeft geen account.")
    sluit_af(account, op)
    return Gedaan(nu)
