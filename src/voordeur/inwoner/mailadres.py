"""The mail address to which somebody wants to hear that there is news: set with consent, locked with their facts."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Geweigerd, eis
from voordeur.kern.handeling import Gedaan, handeling

from .actions import WERKERS, schrijf_op
from .models import Gegeven, Inwoner
from .queries import versies_van

MAILBERICHT = "mailbericht"


class GeenMailadres(Geweigerd):
    """No address, or nobody said yes; `veld` is the field of the form."""

    def __init__(self, veld: str, reden: str) -> None:
        self.veld = veld
        super().__init__(reden)


def mailadres_van(inwoner: Inwoner) -> str:
    """The address to which notices may go; empty when somebody wants none. Raises SleutelOntbreekt."""
    versies = versies_van(inwoner, MAILBERICHT, van="")
    return str(versies[0].get("mail") or "") if versies else ""


@handeling("inwoner.mail.instellen", rollen=WERKERS | {Rol.INWONER})
def stel_mail_in(wie: Actor, inwoner: Inwoner, mail: str, *, toestemming: bool, op: date) -> Gedaan[Gegeven]:
    """Set the address for notices, with the consent of the resident; an empty one stops them, which needs nothing."""
    mail = mail.strip()
    if mail:
        try:
            validate_email(mail)
        except ValidationError:
            raise GeenMailadres("mail", "Vul een e-mailadres in, zoals naam@voorbeeld.nl.") from None
        eis(toestemming, GeenMailadres("toestemming", "Zet het vinkje. Zonder toestemming sturen wij geen mail."))
    inhoud = {"mail": mail, "toestemming_op": op.isoformat() if mail else "", "door": wie.account}
    return Gedaan(schrijf_op(inwoner, MAILBERICHT, inhoud, van=""))
