"""Letters that were held back: sent after all by who thought about it, or handled in another way."""

from __future__ import annotations

from datetime import date

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.inwoner.queries import lees_bestand
from voordeur.kern.actor import Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..models import Vastgehouden
from .stappen import WERKERS


@handeling("toegang.brief.toch_versturen", rollen=WERKERS)
def verstuur_toch(wie: Actor, brief: Vastgehouden, reden: str, *, op: date) -> Gedaan[Vastgehouden]:
    """Send a letter that was held, with a reason. Raises StapNietAanDeBeurt."""
    nu = _rond_af(wie, brief, Vastgehouden.Afloop.VERSTUURD, reden, op)
    inhoud = lees_bestand(nu.dossier.inwoner, nu.document.inhoud)
    aan = f"inwoner van dossier {nu.dossier.nummer}"
    zet_klaar(wie, kanaal="map", aan=aan, soort=nu.soort, inhoud=inhoud, over=nu.dossier.inwoner)
    return Gedaan(nu)


@handeling("toegang.brief.afhandelen", rollen=WERKERS)
def handel_af(wie: Actor, brief: Vastgehouden, reden: str, *, op: date) -> Gedaan[Vastgehouden]:
    """The resident heard it in another way; the letter stays in the dossier. Raises StapNietAanDeBeurt."""
    return Gedaan(_rond_af(wie, brief, Vastgehouden.Afloop.AFGEHANDELD, reden, op))


def _rond_af(wie: Actor, brief: Vastgehouden, afloop: str, reden: str, op: date) -> Vastgehouden:
    nu = Vastgehouden.objects.select_for_update(of=("self",)).select_related("dossier__inwoner", "document").get(
        pk=brief.pk
    )  # fmt: skip
    eis(nu.klaar_op is None, StapNietAanDeBeurt("Deze brief is al verstuurd of afgehandeld."))
    eis(bool(reden.strip()), StapNietAanDeBeurt("Schrijf op waarom."))
    nu.klaar_op, nu.klaar_door, nu.afloop = op, wie.account, afloop
    nu.save(update_fields=["klaar_op", "klaar_door", "afloop"])
    schrijf_op(nu.dossier.inwoner, f"brief {nu.document_id}", {"reden": reden, "afloop": afloop}, van=nu.dossier.nummer)
    return nu
