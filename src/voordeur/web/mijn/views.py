"""The first page of a resident: how far the own case is, what is asked, what happens when, and the decisions."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.kern.actor import VAN_DE_INWONER
from voordeur.kern.fouten import StapNietAanDeBeurt, eis
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import Dossierbeeld

from . import beeld as maak
from .besluitbeeld import besluitbeeld
from .queries import adres_verborgen, eigen_besluit, eigen_zaak, eigen_zaken, zaak_inzien
from .taken import vragen
from .termijnbeeld import termijnen
from .views_afspraken import afspraakbeelden


@scherm("mijn:begin", VAN_DE_INWONER)
def begin(request: Verzoek) -> HttpResponse:
    """The case that goes on, with links to the others; without one how to get one."""
    eigen = list(eigen_zaken(request.actor))
    if not eigen:
        return render(request, "mijn/geen_zaak.html")
    return _toon(request, eigen[0], eigen[1:])


@scherm("mijn:zaak", VAN_DE_INWONER)
def zaak(request: Verzoek, nummer: str) -> HttpResponse:
    """One case by its number."""
    dossier = eigen_zaak(request.actor, nummer)
    anderen = [deze for deze in eigen_zaken(request.actor) if deze.pk != dossier.pk]
    return _toon(request, dossier, anderen)


def _toon(request: Verzoek, dossier: Dossier, anderen: list[Dossier]) -> HttpResponse:
    gelezen: Dossierbeeld = zaak_inzien(request.actor, dossier, op=request.vandaag)
    return render(request, "mijn/zaak.html", {
        "dossier": dossier, "anderen": anderen, "vernietigd": gelezen.vernietigd, **_inhoud(gelezen, request),
    })  # fmt: skip


def _inhoud(gelezen: Dossierbeeld, request: Verzoek) -> dict[str, Any]:
    if gelezen.vernietigd:
        return {
            "nu": (),
            "daarna": "",
            "stappen": (),
            "termijnen": (),
            "vragen": (),
            "besluiten": (),
            "woning": None,
            "afspraken": (),
        }
    op = request.vandaag
    return {
        "nu": maak.nu(gelezen),
        "daarna": maak.daarna(gelezen),
        "stappen": maak.stappen(gelezen),
        "termijnen": termijnen(gelezen, op),
        "vragen": vragen(gelezen, op),
        "besluiten": [besluitbeeld(deze, gelezen, op) for deze in maak.genomen_besluiten(gelezen)],
        "afspraken": afspraakbeelden(gelezen, request),
        "woning": maak.woning(request.actor, gelezen.dossier, op),
    }


@scherm("mijn:besluit", VAN_DE_INWONER)
def besluit(request: Verzoek, nummer: str, besluit: str) -> HttpResponse:
    """A decision with its reasons, and how to object."""
    gevonden = eigen_besluit(request.actor, nummer, besluit)
    gelezen: Dossierbeeld = zaak_inzien(request.actor, gevonden.dossier, op=request.vandaag)
    eis(not gelezen.vernietigd, StapNietAanDeBeurt("De gegevens van deze zaak zijn vernietigd."))
    return render(request, "mijn/besluit.html", {
        "dossier": gevonden.dossier, "deze": besluitbeeld(gevonden, gelezen, request.vandaag),
        "verborgen": adres_verborgen(request.actor, request.vandaag),
    })  # fmt: skip
