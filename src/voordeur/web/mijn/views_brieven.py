"""The letters and papers of the own cases, each to open or to take along; that one was read is journaled."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from voordeur.kern.actor import VAN_DE_INWONER
from voordeur.kern.fouten import StapNietAanDeBeurt
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.queries import document_inzien, kijk
from voordeur.toegang.queries_documenten import documentregels
from voordeur.toegang.views import als_bestand

from .queries import adres_verborgen, eigen_stukken

PER_BLAD = 50


@scherm("mijn:brieven", VAN_DE_INWONER)
def brieven(request: Verzoek) -> HttpResponse:
    """Every letter that we sent and every paper that came in, the newest first."""
    bladzijde = blad(request, eigen_stukken(request.actor, request.vandaag), PER_BLAD)
    return render(request, "mijn/brieven.html", {
        "blad": bladzijde, "regels": documentregels(bladzijde.rijen, {}), "hier": request.path,
        "verborgen": adres_verborgen(request.actor, request.vandaag),
    })  # fmt: skip


@scherm("mijn:brief", VAN_DE_INWONER)
def brief(request: Verzoek, pk: int) -> HttpResponse:
    """One of them."""
    gevonden = get_object_or_404(eigen_stukken(request.actor, request.vandaag).defer(None), pk=pk)
    try:
        inhoud = document_inzien(request.actor, gevonden, op=request.vandaag)
    except SleutelOntbreekt:
        raise StapNietAanDeBeurt("Deze gegevens zijn vernietigd. Niemand kan ze nog lezen.") from None
    return als_bestand(gevonden, inhoud, kijk(gevonden.dossier).geschreven)
