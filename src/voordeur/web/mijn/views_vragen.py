"""Questions and complaints of a resident with their answers, and how to ask or complain; from every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from voordeur.kern.actor import VAN_DE_INWONER
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.actions.klachten import Klachtbrief, dien_klacht_in, soort_klacht
from voordeur.toegang.actions.van_inwoner import soort_antwoord, soort_vraag, vraag_behandelaar
from voordeur.toegang.models import Dossier, Inwonervraag, Klacht
from voordeur.toegang.queries import Dossierbeeld
from voordeur.toegang.queries_inwoner import inwonervragen_van, klachten_van

from .forms_vragen import DienKlachtIn, StelVraag
from .queries import adres_verborgen, eigen_zaken, zaak_inzien
from .stap import loop, stap_van
from .woorden import dag, nog


@scherm("mijn:vragen", VAN_DE_INWONER)
def vragen(request: Verzoek) -> HttpResponse:
    """Every question and complaint of the case that goes on, with what we said."""
    dossier = eigen_zaken(request.actor).first()
    if dossier is None:
        return render(request, "mijn/geen_zaak.html")
    gelezen: Dossierbeeld = zaak_inzien(request.actor, dossier, op=request.vandaag)
    return render(request, "mijn/vragen.html", {
        "dossier": dossier,
        "vragen": [_vraag(deze, gelezen) for deze in inwonervragen_van(dossier)],
        "klachten": [_klacht(deze, gelezen, request) for deze in klachten_van(dossier)],
    })  # fmt: skip


def _vraag(deze: Inwonervraag, gelezen: Dossierbeeld) -> dict[str, Any]:
    geschreven = gelezen.geschreven
    return {
        "deze": deze,
        "tekst": geschreven.get(soort_vraag(deze), {}).get("tekst", ""),
        "antwoord": geschreven.get(soort_antwoord(deze), {}).get("tekst", ""),
    }


def _klacht(deze: Klacht, gelezen: Dossierbeeld, request: Verzoek) -> dict[str, Any]:
    zegt = gelezen.geschreven.get(soort_klacht(deze), {})
    return {
        "deze": deze, "tekst": zegt.get("tekst", ""), "motivering": zegt.get("motivering", ""),
        "stand": _stand(deze, request), "ombudsman": zegt.get("ombudsman", ""),
    }  # fmt: skip


def _stand(deze: Klacht, request: Verzoek) -> tuple[str, ...]:
    """How far a complaint is, in sentences."""
    if deze.klaar_op is None:
        if request.vandaag > deze.uiterlijk:
            laat = _("Wij zijn te laat met ons antwoord. Dat spijt ons. U kunt naar de Nationale ombudsman.")
            return (laat,)
        uiterlijk = _("U hoort van ons op %(dag)s, of eerder.") % {"dag": dag(deze.uiterlijk)}
        return (
            _("Iemand die er niet bij betrokken was, behandelt uw klacht."),
            uiterlijk,
            nog(deze.uiterlijk, request.vandaag),
        )
    if deze.uitkomst == Klacht.Uitkomst.DOORGESTUURD:
        tekst = _("Wij stuurden uw klacht op %(dag)s door naar %(aan)s. U krijgt van hen antwoord.")
        # who runs the house tells where somebody lives
        geheim = adres_verborgen(request.actor, request.vandaag)
        aan = _("een andere organisatie") if geheim else deze.doorgestuurd_aan
        return (tekst % {"dag": dag(deze.klaar_op), "aan": aan},)
    uitkomsten = {
        "gegrond": _("U kreeg gelijk."), "deels_gegrond": _("U kreeg voor een deel gelijk."),
        "ongegrond": _("U kreeg geen gelijk."), "opgelost": _("Uw klacht is samen met u opgelost."),
    }  # fmt: skip
    return (_("Ons antwoord kwam op %(dag)s.") % {"dag": dag(deze.klaar_op)}, uitkomsten[deze.uitkomst])


@scherm("mijn:vraag_nieuw", VAN_DE_INWONER)
def vraag_nieuw(request: Verzoek) -> HttpResponse:
    """Ask who handles the case."""
    dossier = eigen_zaken(request.actor).first()
    if dossier is None:
        return render(request, "mijn/geen_zaak.html")
    stap = stap_van(
        dossier, _("Stel een vraag"), _("Verstuur uw vraag"), _("U leest ons antwoord bij Vragen."),
        controle=False, terug=reverse("mijn:vragen"),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        vraag_behandelaar(request.actor, dossier, ingevuld["tekst"], op=request.vandaag)
        return _("Wij hebben uw vraag. U leest ons antwoord hier.")

    return loop(request, stap, StelVraag(request.POST or None), doe)


@scherm("mijn:klacht_nieuw", VAN_DE_INWONER)
def klacht_nieuw(request: Verzoek) -> HttpResponse:
    """Complain. About whom it may be: it is taken in, and passed on when it is for another."""
    dossier: Dossier | None = eigen_zaken(request.actor).first()
    if dossier is None:
        return render(request, "mijn/geen_zaak.html")
    stap = stap_van(
        dossier, _("Dien een klacht in"), _("Verstuur uw klacht"),
        _("Wij nemen elke klacht aan. Is de klacht voor een ander? Dan sturen wij die door."),
        controle=False, terug=reverse("mijn:vragen"),
    )  # fmt: skip

    def doe(ingevuld: dict[str, Any]) -> str:
        dien_klacht_in(request.actor, dossier, Klachtbrief(**ingevuld), op=request.vandaag)
        return _("Wij hebben uw klacht. U krijgt een brief van ons.")

    return loop(request, stap, DienKlachtIn(request.POST or None), doe)
