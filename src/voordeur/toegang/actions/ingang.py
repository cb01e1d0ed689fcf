"""Letting a resident log in who has no DigiD, and ending that at once."""

from __future__ import annotations

from datetime import date

from voordeur.inwoner.helpers import Helper, code_voor, leg_vast
from voordeur.inwoner.ingang import account_van, geef_code, sluit_af
from voordeur.inwoner.models import Machtiging
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import Geweigerd, StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..brief_ingang import activatiebrief, brief_aan_vertegenwoordiger, zonder_code
from ..models import Document, Dossier
from .delen import pak_voor_verblijf
from .stappen import WERKERS, verstuur_brief

BRIEF = "activatiebrief"


class GeenBewijs(Geweigerd):
    """Nobody stands for a resident on their own word."""

    def __init__(self) -> None:
        super().__init__("Schrijf op welk bewijs u zag, zoals de uitspraak van de rechter.")


@handeling("inwoner.toegang.geven", rollen=WERKERS)
def geef_toegang(wie: Actor, dossier: Dossier, *, op: date) -> Gedaan[Document]:
    """Send the resident a letter with a name and a code to log in; a code that was sent before works no more.

    Raises GeboortedatumOntbreekt, BriefKanNietWeg. It changes no step and no term.
    """
    nu = pak_voor_verblijf(dossier.pk)
    brief = activatiebrief(wie, nu, geef_code(nu.inwoner, op), op)
    return Gedaan(verstuur_brief(wie, nu, brief, BRIEF, op, bewaard=zonder_code(brief)))


@handeling("inwoner.vertegenwoordiger.vastleggen", rollen=WERKERS)
def leg_vertegenwoordiger_vast(
    wie: Actor, dossier: Dossier, helper: Helper, adres: tuple[str, ...] = (), *, op: date
) -> Gedaan[Machtiging]:
    """Write down who stands for a resident, with what was shown as proof, and send them a letter with a code.

    A curator or mentor by the court, or who has a written power (article 1.1.1 lid 2 Wmo 2015). Raises
    GeenBewijs, BriefKanNietWeg.
    """
    eis(bool(helper.bewijs.strip()), GeenBewijs())
    nu = pak_voor_verblijf(dossier.pk)
    machtiging = leg_vast(nu.inwoner, helper, op)
    brief = brief_aan_vertegenwoordiger(wie, nu, code_voor(machtiging, op), helper.naam, adres, op)
    verstuur_brief(wie, nu, brief, BRIEF, op, bewaard=zonder_code(brief))
    return Gedaan(machtiging)


@handeling("inwoner.toegang.beeindigen", rollen=WERKERS)
def beeindig_toegang(wie: Actor, dossier: Dossier, *, op: date) -> Gedaan[Dossier]:
    """End the account of the resident at once, with its sessions and its code. Raises StapNietAanDeBeurt."""
    nu = pak_voor_verblijf(dossier.pk)
    account = account_van(nu.inwoner)
    if account is None:
        raise StapNietAanDeBeurt("Deze inwoner heeft geen account.")
    sluit_af(account, op)
    return Gedaan(nu)
