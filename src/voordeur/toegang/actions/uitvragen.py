"""A question to somebody else: asked, reminded of, answered there or noted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from voordeur.berichten.actions import zet_klaar
from voordeur.inwoner.actions import schrijf_op
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.journaal import schrijf
from voordeur.kern.onderhoud import systeem
from voordeur.kern.queries import centrum, gemeentenamen
from voordeur.regels.routes import Routestap

from ..fouten_wegen import GeenStap, OngeldigeNotitie
from ..models import Dossier, Uitvraag
from ..queries_wegen import stap_van_route
from .stappen import WERKERS, bewaar, pak_dossier
from .wegen import LOPEND, Notitie, controleer_notitie, leg_stap_vast

# a habit of work, no term of law or agreement: after so many days without an answer the question goes out again
HERINNER_NA = 14
GEMEENTE, HERKOMST, LOS = "gemeente", "herkomst", "vraag"
BERICHT = """Aan: {aan}

{kop}
Het gaat om dossier {nummer}. De vraag staat in Voordeur.
Kunt u niet in Voordeur? Bel dan {telefoon}.

Met vriendelijke groet,
{afzender}
"""


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What is asked. `stap`: the step of the route that asks; without one `aan` says who: 'gemeente' or a name."""

    tekst: str
    stap: str = ""
    aan: str = ""


@handeling("toegang.uitvraag.stellen", rollen=WERKERS)
def stel_vraag(wie: Actor, dossier: Dossier, vraag: Vraag, *, versie: int, op: date) -> Gedaan[Uitvraag]:
    """Ask somebody else: a message with the number of the case goes out, and the dossier waits for the answer."""
    dossier = pak_dossier(dossier, versie, LOPEND)
    deel = stap_van_route(dossier, vraag.stap) if vraag.stap else None
    eis(not vraag.stap or (deel is not None and bool(deel.vraag_aan)), GeenStap(vraag.stap))
    eis(bool(vraag.tekst.strip()), OngeldigeNotitie("tekst", "Schrijf op wat u wilt weten."))
    eis(deel is not None or bool(vraag.aan.strip()), OngeldigeNotitie("aan", "Kies aan wie u dit vraagt."))
    naam = vraag.stap or LOS
    open_ = Uitvraag.objects.filter(dossier=dossier, stap=naam, beantwoord_op=None).exists()
    eis(not open_, StapNietAanDeBeurt("Deze vraag staat al open. Wacht op het antwoord, of noteer het zelf."))
    soort, aan = _aan(dossier, deel.vraag_aan if deel else vraag.aan.strip())
    uitvraag = Uitvraag.objects.create(
        regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, stap=naam, aan_soort=soort,
        aan=aan, gevraagd_op=op, gevraagd_door=wie.account,
    )  # fmt: skip
    schrijf_op(dossier.inwoner, f"vraag {uitvraag.stap}", {"vraag": vraag.tekst}, van=dossier.nummer)
    _bericht(wie, uitvraag, "Wij hebben een vraag aan u.")
    bewaar(dossier)
    return Gedaan(uitvraag)


def _aan(dossier: Dossier, wie: str) -> tuple[str, str]:
    if wie == GEMEENTE:
        return Uitvraag.AanSoort.COLLEGE, dossier.college_code
    if wie == HERKOMST:
        return Uitvraag.AanSoort.ELDERS, ""
    return Uitvraag.AanSoort.ORGANISATIE, wie


def naam_van_wie(uitvraag: Uitvraag, namen: Mapping[str, str]) -> str:
    """Who is asked, as people say it; `namen`: the municipalities of the region by their CBS code."""
    if uitvraag.aan_soort == Uitvraag.AanSoort.COLLEGE:
        return f"gemeente {namen.get(uitvraag.aan, uitvraag.aan)}"
    return uitvraag.aan or uitvraag.get_aan_soort_display()


def _bericht(wie: Actor, uitvraag: Uitvraag, kop: str) -> None:
    """The number of the case and nothing about the person."""
    van = centrum(uitvraag.regio_id)
    aan = naam_van_wie(uitvraag, gemeentenamen(uitvraag.regio_id))
    tekst = BERICHT.format(
        aan=aan, kop=kop, nummer=uitvraag.dossier.nummer, telefoon=van.telefoon, afzender=f"gemeente {van.naam}"
    )
    zet_klaar(wie, kanaal="map", aan=aan, soort="vraag", inhoud=tekst.encode())


@handeling("toegang.uitvraag.beantwoorden", rollen=WERKERS)
def beantwoord(wie: Actor, uitvraag: Uitvraag, notitie: Notitie, *, op: date) -> Gedaan[Uitvraag]:
    """Answer a question: who was asked does so here, or a colleague notes what was said on the telephone."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=uitvraag.dossier_id)
    nu = Uitvraag.objects.select_for_update().get(pk=uitvraag.pk)
    nu.dossier = dossier
    eis(nu.beantwoord_op is None, StapNietAanDeBeurt("Deze vraag is al beantwoord."))
    deel = stap_van_route(dossier, nu.stap) or Routestap(LOS, LOS, "", ())
    controleer_notitie(dossier, deel, notitie, op)
    eis(notitie.op >= nu.gevraagd_op, OngeldigeNotitie("op", "Het antwoord kan niet voor de vraag komen."))
    nu.beantwoord_op, nu.antwoord = notitie.op, notitie.uitkomst
    nu.save(update_fields=["beantwoord_op", "antwoord"])
    inhoud = {"toelichting": notitie.besproken, "door": wie.account}
    schrijf_op(dossier.inwoner, f"antwoord {nu.stap}", inhoud, van=dossier.nummer)
    if nu.stap != LOS:
        leg_stap_vast(wie, dossier, deel, notitie)
    bewaar(dossier)
    return Gedaan(nu)


@handeling("toegang.uitvraag.herinneren", rollen=WERKERS)
def herinner(wie: Actor, uitvraag: Uitvraag, *, op: date) -> Gedaan[Uitvraag]:
    """Ask once more, before the reminder that goes by itself."""
    nu = Uitvraag.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=uitvraag.pk)
    eis(nu.beantwoord_op is None, StapNietAanDeBeurt("Deze vraag is al beantwoord."))
    eis(nu.gevraagd_op < op and nu.herinnerd_op != op, StapNietAanDeBeurt("Deze vraag ging vandaag al uit."))
    _herinner(wie, nu, op)
    return Gedaan(nu)


def _herinner(wie: Actor, uitvraag: Uitvraag, op: date) -> None:
    dagen = (op - uitvraag.gevraagd_op).days
    _bericht(wie, uitvraag, f"Wij wachten al {dagen} dagen op uw antwoord.")
    uitvraag.herinnerd_op = op
    uitvraag.save(update_fields=["herinnerd_op"])


def herinner_vragen(regio: str, op: date) -> int:
    """Chase every question that waits for two weeks since it was asked or chased last; the work of every night.

    Returns how many. Run twice on a day it does nothing the second time.
    """
    wie = systeem(regio)
    grens = op - timedelta(days=HERINNER_NA)
    with als(wie):
        wachtend = Uitvraag.objects.select_for_update(of=("self",)).select_related("dossier").filter(
            Q(herinnerd_op=None, gevraagd_op__lte=grens) | Q(herinnerd_op__lte=grens),
            ~Q(dossier__stap=Dossier.Stap.AFGESLOTEN), beantwoord_op=None, regio_id=F("dossier__regio_id"),
        ).order_by("id")  # fmt: skip
        for uitvraag in wachtend:
            _herinner(wie, uitvraag, op)
            schrijf(wie, "toegang.uitvraag.herinneren", op, uitvraag, uitvraag.college_code, "", None)
        return len(wachtend)
