"""Two lists over all dossiers: decisions that wait for my signature, and grants that end."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.queries import gemeentenamen, namen_van_accounts
from voordeur.regels.datums import plus_maanden
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip, termijnchip
from voordeur.schermen.verzoek import Verzoek, scherm

from .models import Besluit
from .queries_besluit import aflopend as aflopend_van
from .queries_besluit import te_ondertekenen as te_ondertekenen_van
from .views import WERKERS

Soort, Strekking = Besluit.Soort, Besluit.Strekking
MAANDEN = (1, 3, 6, 12)
VOORAF = 6
VOORZIENINGEN = {"BW": "Beschermd wonen", "MO": "Maatschappelijke opvang"}


def wat_is_het(besluit: Besluit) -> str:
    """A decision in two words: 'Toekenning', 'Gedeeltelijke toekenning', 'Afwijzing op bezwaar'."""
    if besluit.soort == Soort.EERSTE:
        return besluit.get_strekking_display().capitalize()
    if besluit.soort == Soort.OP_BEZWAAR:
        return f"{besluit.get_strekking_display().capitalize()} na bezwaar"
    return str(besluit.get_soort_display()).capitalize()


@scherm("toegang:te_ondertekenen", rollen=WERKERS)
def te_ondertekenen(request: Verzoek) -> HttpResponse:
    """Every prepared decision that one may sign, which a colleague prepared; who waits longest in front."""
    bladzijde = blad(request, te_ondertekenen_van(request.actor, request.vandaag))
    namen = namen_van([besluit.dossier.inwoner for besluit in bladzijde.rijen])
    gemeenten = gemeentenamen(request.actor.regio)
    makers = namen_van_accounts([besluit.voorbereid_door for besluit in bladzijde.rijen])
    regels = [
        {
            "nummer": besluit.dossier.nummer,
            "naam": namen[besluit.dossier.inwoner_id],
            "gemeente": gemeenten.get(besluit.college_code, besluit.college_code),
            "wat": wat_is_het(besluit),
            "wijkt_af": besluit.wijkt_af,
            "maker": makers.get(besluit.voorbereid_door, "Een collega"),
            "sinds": besluit.voorbereid_op,
            "chip": _chip(besluit, request.vandaag),
        }
        for besluit in bladzijde.rijen
    ]
    inhoud = {"blad": bladzijde, "regels": regels, "lijst": reverse("toegang:lijst"), "kruimels": ()}
    return render(request, "toegang/besluit_te_ondertekenen.html", inhoud)


def _chip(besluit: Any, vandaag: date) -> Chip:
    """How long the term to decide still is; without one the page says so."""
    if besluit.uiterlijk is None:
        return Chip("rust", "Geen vaste termijn", "circle-dashed")
    return termijnchip((besluit.uiterlijk - vandaag).days)


@scherm("toegang:aflopend", rollen=WERKERS)
def aflopend(request: Verzoek) -> HttpResponse:
    """Grants that end in the months to come, or ended while the dossier goes on, and after which nothing comes."""
    maanden = _maanden(request.GET.get("maanden", ""))
    gemeenten = gemeentenamen(request.actor.regio)
    waar, soort = request.GET.get("gemeente", ""), request.GET.get("voorziening", "")
    gezocht = aflopend_van(
        plus_maanden(request.vandaag, maanden),
        voorziening=soort if soort in VOORZIENINGEN else "",
        college=waar if waar in gemeenten else "",
    )
    bladzijde = blad(request, gezocht)
    namen = namen_van([besluit.dossier.inwoner for besluit in bladzijde.rijen])
    regels = [
        {
            "nummer": besluit.dossier.nummer,
            "naam": namen[besluit.dossier.inwoner_id],
            "gemeente": gemeenten.get(besluit.college_code, besluit.college_code),
            "besluit": besluit.nummer,
            "einde": besluit.laatste_dag,
            "chip": termijnchip((besluit.laatste_dag - request.vandaag).days),
            "voorstel": besluit.voorstel,
            "naar": reverse("toegang:vervolg", args=[besluit.dossier.nummer]),
        }
        for besluit in bladzijde.rijen
    ]
    return render(request, "toegang/besluit_aflopend.html", {
        "blad": bladzijde, "regels": regels, "maanden": maanden, "keuzes": MAANDEN, "gemeenten": gemeenten,
        "waar": waar, "soort": soort, "voorzieningen": VOORZIENINGEN, "hier": request.path,
        "gefilterd": bool(waar or soort), "kruimels": (),
    })  # fmt: skip


def _maanden(gevraagd: str) -> int:
    return int(gevraagd) if gevraagd in map(str, MAANDEN) else VOORAF
