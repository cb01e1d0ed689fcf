"""Appointments with a resident: made, moved, cancelled; and the card on the dossier with what the resident asked."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from voordeur.schermen.verzoek import Verzoek, scherm

from .aanhaken import Kaart, kaart
from .actions.afspraken import (
    Moment,
    Waarover,
    maak_afspraak,
    soort_afspraak,
    soort_anders,
    verzet_afspraak,
    zeg_afspraak_af,
)
from .forms_inwoner import Afspraakformulier, Afzeggen
from .fouten_inwoner import OnvolledigVanInwoner
from .models import Afspraak, Dossier
from .queries import Dossierbeeld
from .queries_inwoner import afspraken_van, inwonervragen_van, klachten_van
from .views import WERKERS
from .views_inwonervragen import vraagregels, zegt
from .views_stappen import loop, open_beeld, stap_van

ALLE_STAPPEN = frozenset(Dossier.Stap.values)
MOMENT, BIJ = ("dag", "begint", "eindigt"), ("waar", "met", "waarover")


def _delen(ingevuld: dict[str, Any]) -> tuple[Moment, Waarover]:
    moment = Moment(**{naam: ingevuld[naam] for naam in MOMENT})
    return moment, Waarover(**{naam: ingevuld[naam] for naam in BIJ})


@scherm("toegang:afspraak_nieuw", rollen=WERKERS)
def nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    """Make an appointment."""
    gelezen = open_beeld(request, nummer, ALLE_STAPPEN)
    formulier = Afspraakformulier(request.POST or None, initial={"met": request.actor.naam})
    stap = stap_van(
        gelezen, "Maak een afspraak", "Maak de afspraak", "De inwoner ziet de afspraak op de eigen pagina.",
        controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        moment, bij = _delen(ingevuld)
        try:
            maak_afspraak(request.actor, gelezen.dossier, moment, bij, op=request.vandaag)
        except OnvolledigVanInwoner as fout:
            raise ValidationError({fout.veld: str(fout)}) from None
        return "De afspraak is gemaakt."

    return loop(request, gelezen, stap, formulier, doe)


def _open(request: Verzoek, nummer: str, pk: int) -> tuple[Dossierbeeld, Afspraak]:
    afspraak = get_object_or_404(Afspraak.objects.select_related("dossier"), pk=pk, dossier__nummer=nummer)
    return open_beeld(request, nummer, ALLE_STAPPEN), afspraak


@scherm("toegang:afspraak_verzetten", rollen=WERKERS)
def verzetten(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Move an appointment."""
    gelezen, afspraak = _open(request, nummer, pk)
    eerder = gelezen.geschreven.get(soort_afspraak(afspraak), {})
    begin = {naam: getattr(afspraak, naam) for naam in MOMENT} | {naam: eerder.get(naam, "") for naam in BIJ}
    formulier = Afspraakformulier(request.POST or None, initial=begin)
    wens = zegt(gelezen, soort_anders(afspraak)) if afspraak.anders_gevraagd_op else ""
    stap = stap_van(
        gelezen, "Verzet de afspraak", "Verzet de afspraak", controle=False, sjabloon="toegang/besluit_stap.html",
        extra={"gronden": (), "kop": "De inwoner vraagt een ander moment", "regels": (wens,) if wens else ()},
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        moment, bij = _delen(ingevuld)
        try:
            verzet_afspraak(request.actor, afspraak, moment, bij, op=request.vandaag)
        except OnvolledigVanInwoner as fout:
            raise ValidationError({fout.veld: str(fout)}) from None
        return "De afspraak is verzet."

    return loop(request, gelezen, stap, formulier, doe)


@scherm("toegang:afspraak_afzeggen", rollen=WERKERS)
def afzeggen(request: Verzoek, nummer: str, pk: int) -> HttpResponse:
    """Cancel an appointment."""
    gelezen, afspraak = _open(request, nummer, pk)
    stap = stap_van(
        gelezen, "Zeg de afspraak af", "Zeg de afspraak af", "De afspraak verdwijnt bij de inwoner. Bel de inwoner ook."
    )

    def doe(_ingevuld: dict[str, Any]) -> str:
        zeg_afspraak_af(request.actor, afspraak, op=request.vandaag)
        return "De afspraak gaat niet door."

    return loop(request, gelezen, stap, Afzeggen(request.POST or None), doe)


@kaart
def van_de_inwoner(request: Verzoek, gelezen: Dossierbeeld) -> Kaart | None:
    """Questions, complaints and appointments of this resident; for who works on the case."""
    if gelezen.vernietigd or not any(deel.rol in WERKERS for deel in request.actor.rollen_op(request.vandaag)):
        return None
    dossier = gelezen.dossier
    afspraken = [
        {"deze": deze, **gelezen.geschreven.get(soort_afspraak(deze), {})}
        for deze in afspraken_van(dossier, request.vandaag)
    ]
    return Kaart("inwoner", "Vragen en afspraken", "toegang/inwoner_kaart.html", {
        "vragen": vraagregels(gelezen, list(inwonervragen_van(dossier))), "klachten": list(klachten_van(dossier)),
        "afspraken": afspraken, "nummer": dossier.nummer,
    }, "naast")  # fmt: skip
