"""Appointments of a resident: a file for the own calendar, and asking for another time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from voordeur.kern.actor import VAN_DE_INWONER, Actor
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.actions.afspraken import soort_afspraak, soort_anders, vraag_ander_moment
from voordeur.toegang.ics import Tijdafspraak, schrijf_agenda
from voordeur.toegang.models import Afspraak
from voordeur.toegang.queries import Dossierbeeld, kijk
from voordeur.toegang.queries_inwoner import afspraken_van

from .forms_vragen import AnderMoment
from .queries import adres_verborgen, eigen_zaken
from .stap import loop, stap_van
from .woorden import dag


@dataclass(frozen=True)
class Afspraakbeeld:
    """An appointment with its words; `gevraagd`: the wish for another time that waits."""

    deze: Afspraak
    waar: str
    met: str
    waarover: str
    gevraagd: str


def afspraakbeelden(gelezen: Dossierbeeld, request: Verzoek) -> tuple[Afspraakbeeld, ...]:
    """What still comes, the first in front."""
    beelden = tuple(_beeld(deze, gelezen) for deze in afspraken_van(gelezen.dossier, request.vandaag))
    if beelden and adres_verborgen(request.actor, request.vandaag):
        return tuple(replace(beeld, waar=_("Het adres is geheim."), met="", waarover="") for beeld in beelden)
    return beelden


def _beeld(deze: Afspraak, gelezen: Dossierbeeld) -> Afspraakbeeld:
    woorden = gelezen.geschreven.get(soort_afspraak(deze), {})
    anders = gelezen.geschreven.get(soort_anders(deze), {}).get("tekst", "") if deze.anders_gevraagd_op else ""
    return Afspraakbeeld(deze, woorden.get("waar", ""), woorden.get("met", ""), woorden.get("waarover", ""), anders)


def _eigen(wie: Actor, pk: int) -> Afspraak:
    alle = Afspraak.objects.select_related("dossier__inwoner")
    return get_object_or_404(alle, pk=pk, vervallen_op=None, dossier__in=eigen_zaken(wie))


@scherm("mijn:afspraak_agenda", VAN_DE_INWONER)
def agenda(request: Verzoek, pk: int) -> HttpResponse:
    """The appointment for a calendar: the time and nothing else, since calendars are read by others too."""
    deze = _eigen(request.actor, pk)
    hier = timezone.get_default_timezone()
    begint, eindigt = (datetime.combine(deze.dag, tijd, hier) for tijd in (deze.begint, deze.eindigt))
    moment = Tijdafspraak(f"afspraak-{deze.pk}@voordeur", begint, eindigt, _("Afspraak"), deze.verzet)
    inhoud = schrijf_agenda(_("Afspraak"), [moment], request.vandaag)
    koppen = {"Content-Disposition": 'attachment; filename="afspraak.ics"'}
    return HttpResponse(inhoud, "text/calendar; charset=utf-8", headers=koppen)


@scherm("mijn:afspraak_anders", VAN_DE_INWONER)
def anders(request: Verzoek, pk: int) -> HttpResponse:
    """Ask for another time; the appointment stands until we answer."""
    deze = _eigen(request.actor, pk)
    eis(deze.dag >= request.vandaag, StapNietAanDeBeurt("Deze afspraak is al geweest."))
    wens = kijk(deze.dossier).geschreven.get(soort_anders(deze), {}) if deze.anders_gevraagd_op else {}
    stap = stap_van(
        deze.dossier, _("Vraag een ander moment"), _("Verstuur"),
        _("Uw afspraak is op %(dag)s. Die blijft staan tot u van ons hoort.") % {"dag": dag(deze.dag)}, controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        vraag_ander_moment(request.actor, deze, ingevuld["tekst"], op=request.vandaag)
        return _("Wij hebben uw vraag om een ander moment. Wij laten het u weten.")

    return loop(request, stap, AnderMoment(request.POST or None, initial=wens), doe)
