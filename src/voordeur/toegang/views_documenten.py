"""The papers of a dossier: the list, and taking one in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.bestanden import BestandGeweigerd
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.bladeren import Blad, blad
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions.documenten import NieuwDocument, voeg_document_toe
from .forms_documenten import Documentformulier
from .models import Document
from .queries import dossier_inzien, dossier_of_404, kijk
from .queries_documenten import documentregels
from .views import LEZERS, WERKERS, kruimels
from .views_stappen import loop, stap_van


@contextmanager
def bij_het_bestand() -> Iterator[None]:
    """A file that is not taken in is an error of its field."""
    try:
        yield
    except BestandGeweigerd as fout:
        raise ValidationError({"bestand": str(fout)}) from None


@scherm("toegang:documenten", rollen=LEZERS)
def documenten(request: Verzoek, nummer: str) -> HttpResponse:
    """Every paper of a dossier, the newest first, by kind when that is chosen."""
    dossier = dossier_of_404(nummer)
    beeld = dossier_inzien(request.actor, dossier, op=request.vandaag)
    soort = request.GET.get("soort", "")
    gevonden = Document.objects.filter(dossier=dossier).defer("inhoud").order_by("-op", "-id")
    if soort:
        gevonden = gevonden.filter(soort=soort)
    bladzijde: Blad[Document] = blad(request, gevonden)
    aanwezig = {document.soort: document.titel for document in beeld.documenten}
    return render(request, "toegang/documenten.html", {
        "dossier": dossier,
        "blad": bladzijde,
        "regels": documentregels(bladzijde.rijen, beeld.geschreven),
        "soorten": sorted(aanwezig.items(), key=lambda deel: deel[1]),
        "gekozen": soort,
        "hier": request.path,
        "nieuw": _nieuw(request, nummer) if not beeld.vernietigd else "",
        "kruimels": kruimels(dossier=dossier),
        "kruimel_hier": "Documenten",
    })  # fmt: skip


def _nieuw(request: Verzoek, nummer: str) -> str:
    mag = mag_openen(request.actor, "toegang:document_nieuw", request.vandaag)
    return reverse("toegang:document_nieuw", args=[nummer]) if mag else ""


@scherm("toegang:document_nieuw", rollen=WERKERS)
def document_nieuw(request: Verzoek, nummer: str) -> HttpResponse:
    """Take in a paper."""
    gelezen = kijk(dossier_of_404(nummer))
    eis(not gelezen.vernietigd, StapNietAanDeBeurt("De gegevens van deze inwoner zijn vernietigd."))
    formulier = Documentformulier(
        request.POST or None, request.FILES or None, initial={"ontvangen_op": request.vandaag}, vandaag=request.vandaag
    )
    stap = stap_van(
        gelezen, "Voeg een document toe", "Bewaar het document",
        "Het document wordt versleuteld bewaard bij dit dossier.", controle=False,
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        bestand = ingevuld["bestand"]
        nieuw = NieuwDocument(
            soort=ingevuld["soort"], van=ingevuld["van"], naam=bestand.naam, inhoud=bestand.inhoud,
            ontvangen_op=ingevuld["ontvangen_op"], toelichting=ingevuld["toelichting"],
        )  # fmt: skip
        with bij_het_bestand():
            voeg_document_toe(request.actor, gelezen.dossier, nieuw, op=request.vandaag)
        return "Het document is bewaard."

    return loop(request, gelezen, stap, formulier, doe)
