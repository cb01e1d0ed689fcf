"""The screens of the stays: who waits, choosing a place, who lives where, ending a stay."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from voordeur.aanbod.queries import productnamen
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Rol
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import centrum, gemeentenamen
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions import beeindig, ontvang_plan
from .beeld import bewoners as als_bewoners
from .beeld import wachtenden, wachttijd
from .forms import Bewonersfilter, Eindformulier, Planformulier
from .fouten import PlanDagKloptNiet
from .models import Plaatsing
from .queries import plaatsingen
from .queries import wachtlijst as wachtlijst_van

WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})


@scherm("verblijf:wachtlijst", rollen=WERKERS)
def wachtlijst(request: Verzoek) -> HttpResponse:
    """Who has a decision and no place, who waits longest first."""
    regio, dag = request.actor.regio, request.vandaag
    namen, waar = productnamen(regio, dag), gemeentenamen(regio)
    wachtend = wachtlijst_van(request.actor)
    gekozen = request.GET.get("gemeente", "")
    if gekozen in waar:
        wachtend = wachtend.filter(college_code=gekozen)
    pagina = blad(request, wachtend)
    return render(request, "verblijf/wachtlijst.html", {
        "blad": pagina,
        "rijen": wachtenden(pagina.rijen, namen, waar, dag),
        "duur": wachttijd(wachtend.values_list("sinds", flat=True), dag),
        "gemeenten": waar, "gekozen": gekozen, "hier": request.path,
    })  # fmt: skip


@scherm("verblijf:bewoners", rollen=WERKERS | {Rol.TOEZICHTHOUDER, Rol.AANBIEDER})
def bewoners(request: Verzoek) -> HttpResponse:
    """Who lives where; a provider sees its own residents."""
    waar = gemeentenamen(request.actor.regio)
    filter_ = Bewonersfilter({"stand": "nu"} | request.GET.dict(), waar)
    gekozen = filter_.gekozen()
    pagina = blad(request, _gezocht(plaatsingen(request.actor), gekozen, request.vandaag))
    werker = mag_openen(request.actor, "verblijf:beeindigen", request.vandaag)
    return render(request, "verblijf/bewoners.html", {
        "formulier": filter_, "blad": pagina, "rijen": als_bewoners(pagina.rijen, waar, request.vandaag),
        "gefilterd": bool(gekozen.keys() - {"stand"}), "werker": werker, "hier": request.path,
        "naar_dossier": mag_openen(request.actor, "toegang:dossier", request.vandaag),
    })  # fmt: skip


def _gezocht(lijst: QuerySet[Plaatsing], gekozen: dict[str, str], dag: date) -> QuerySet[Plaatsing]:
    standen = {
        "nu": Q(periode__contains=dag),
        "straks": Q(periode__startswith__gt=dag),
        "voorbij": Q(periode__endswith__lte=dag),
        "alle": Q(),
    }
    lijst = lijst.filter(standen[gekozen.get("stand", "nu")])
    if "nummer" in gekozen:
        lijst = lijst.filter(dossier__nummer__icontains=gekozen["nummer"])
    return lijst.filter(college_code=gekozen["gemeente"]) if "gemeente" in gekozen else lijst


@scherm("verblijf:beeindigen", rollen=WERKERS)
def beeindigen(request: Verzoek, pk: int) -> HttpResponse:
    """End a stay."""
    plaatsing = get_object_or_404(plaatsingen(request.actor), pk=pk)
    naam = namen_van([plaatsing.dossier.inwoner])[plaatsing.dossier.inwoner_id]
    dagen = gesloten(plaatsing.periode)
    stap = Stap(
        f"Beëindig het verblijf van {naam}",
        "Beëindig het verblijf",
        reverse("verblijf:bewoners"),
        uitleg=f"De plek is {plaatsing.plek.locatie.naam}, plek {plaatsing.plek.nummer}. Daarna sluit het dossier.",
        kruimels=(Kruimel("Bewoners", reverse("verblijf:bewoners")),),
    )

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gedaan = beeindig(request.actor, plaatsing, **schoon, op=request.vandaag).object
        tekst = f"Het verblijf van {naam} eindigt na {schrijf_datum(schoon['laatste_dag'])}."
        if gedaan.college_code != centrum(request.actor.regio).code:
            tekst += f" De gemeente {gemeentenamen(request.actor.regio)[gedaan.college_code]} krijgt bericht."
        messages.success(request, tekst)
        return redirect("verblijf:bewoners")

    return doorloop(request, stap, Eindformulier(request.POST or None, dagen), doe)


@scherm("verblijf:plan", rollen=WERKERS)
def plan(request: Verzoek, nummer: str) -> HttpResponse:
    """Note when the plan of the provider came in, for the stay on this dossier."""
    plaatsing = get_object_or_404(plaatsingen(request.actor), dossier__nummer=nummer, beeindigd_op=None)
    naam = namen_van([plaatsing.dossier.inwoner])[plaatsing.dossier.inwoner_id]
    naar_dossier = reverse("toegang:dossier", args=[nummer])
    stap = Stap(
        f"Noteer het plan voor {naam}",
        "Noteer het plan",
        naar_dossier,
        uitleg=f"{plaatsing.organisatie.naam} maakt dit plan samen met {naam}. Daarna stopt de termijn.",
        kruimels=(Kruimel(f"Dossier {nummer}", naar_dossier),),
    )

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        ontvang_plan(request.actor, plaatsing, **schoon, op=request.vandaag)
        messages.success(request, f"Het plan voor {naam} is binnen. De termijn is gestopt.")
        return redirect(naar_dossier)

    return doorloop(
        request, stap, Planformulier(request.POST or None), doe, bij_veld={PlanDagKloptNiet: "ontvangen_op"}
    )
