"""The question of a resident to who handles the case, and its answer."""

from __future__ import annotations

from datetime import date

from voordeur.berichten.nieuws import meld_nieuws
from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling

from ..fouten_inwoner import OnvolledigVanInwoner
from ..models import Dossier, Inwonervraag
from .stappen import WERKERS

MEER_OPEN = 20


def soort_vraag(vraag: Inwonervraag) -> str:
    """The kind of facts under which the words of a question are kept."""
    return f"inwonervraag {vraag.pk}"


def soort_antwoord(vraag: Inwonervraag) -> str:
    """The kind of facts under which the answer is kept."""
    return f"{soort_vraag(vraag)} antwoord"


@handeling("toegang.inwonervraag.stellen", rollen=VAN_DE_INWONER)
def vraag_behandelaar(wie: Actor, dossier: Dossier, tekst: str, *, op: date) -> Gedaan[Inwonervraag]:
    """Ask who handles the case something. It changes no step and no term, so nobody has to look at it first."""
    eis(bool(tekst.strip()), OnvolledigVanInwoner("tekst", "Schrijf uw vraag op."))
    open_ = Inwonervraag.objects.filter(dossier=dossier, beantwoord_op=None).count()
    eis(open_ < MEER_OPEN, StapNietAanDeBeurt("U stelde al veel vragen. Wacht op ons antwoord of bel ons."))
    vraag = Inwonervraag.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, gesteld_op=op,
        gesteld_door=wie.account,
    )  # fmt: skip
    schrijf_op(dossier.inwoner, soort_vraag(vraag), {"tekst": tekst.strip()}, van=dossier.nummer)
    return Gedaan(vraag)


@handeling("toegang.inwonervraag.beantwoorden", rollen=WERKERS)
def beantwoord_inwonervraag(wie: Actor, vraag: Inwonervraag, tekst: str, *, op: date) -> Gedaan[Inwonervraag]:
    """Answer a question; the resident reads it on the own pages. Raises StapNietAanDeBeurt when a colleague did."""
    nu = Inwonervraag.objects.select_for_update(of=("self",)).select_related("dossier__inwoner").get(pk=vraag.pk)
    eis(nu.beantwoord_op is None, StapNietAanDeBeurt("Een collega beantwoordde deze vraag al."))
    eis(bool(tekst.strip()), OnvolledigVanInwoner("tekst", "Schrijf uw antwoord op."))
    nu.beantwoord_op, nu.beantwoord_door = op, wie.account
    nu.save(update_fields=["beantwoord_op", "beantwoord_door"])
    schrijf_op(nu.dossier.inwoner, soort_antwoord(nu), {"tekst": tekst.strip()}, van=nu.dossier.nummer)
    meld_nieuws(wie, nu.dossier.inwoner_id, nu.dossier.nummer)
    return Gedaan(nu)
