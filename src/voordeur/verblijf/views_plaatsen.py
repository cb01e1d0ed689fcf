"""Choosing a place: the free places that fit, and of every other place why it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from voordeur.aanbod.queries import plekken, productnamen
from voordeur.inwoner.queries import namen_van
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import centrum, gemeentenamen
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.feiten import thuis_gegeven
from voordeur.toegang.models import Besluit
from voordeur.toegang.queries import genomen_besluiten, regeling_van_dossier

from .actions import plaats
from .beeld import past_niet, wens_van
from .forms import Dagformulier, Plekformulier, in_woorden
from .fouten import HeeftAlEenPlek, HulpThuis, PlekBezet, PlekPastNiet
from .models import Plaatsing
from .queries import Kans, kansen, product_van, wachtlijst
from .views import WERKERS

BEZET = 409


@dataclass(frozen=True)
class Keuze:
    """What the page is about: the decision, who it is for, the day, and what every place answers."""

    besluit: Besluit
    naam: str
    vanaf: date
    kansen: list[Kans]

    @property
    def past(self) -> list[Kans]:
        return [kans for kans in self.kansen if kans.uitkomst.waarde.past]

    @property
    def past_niet(self) -> list[Kans]:
        """The places that do not fit: first the right sort, then the nearest to fitting."""
        niet = (kans for kans in self.kansen if not kans.uitkomst.waarde.past)
        return sorted(niet, key=lambda kans: _afstand(kans.uitkomst.waarde.niet_voldaan))


def _afstand(niet_voldaan: tuple[str, ...]) -> tuple[bool, int]:
    return "soort" in niet_voldaan, len(niet_voldaan)


@scherm("verblijf:plaatsen", rollen=WERKERS)
def plaatsen(request: Verzoek, nummer: str) -> HttpResponse:
    """Give somebody a place."""
    besluit = _besluit(request, nummer)
    dagen = gesloten(besluit.periode)
    dagformulier = Dagformulier({"vanaf": _gevraagd(request, besluit).isoformat()}, dagen)
    if "vanaf" in request.GET and request.method == "GET":
        dagformulier = Dagformulier(request.GET, dagen)
    vanaf = dagformulier.cleaned_data["vanaf"] if dagformulier.is_valid() else eerste_dag(besluit, request.vandaag)
    return _toon(request, besluit, vanaf, dagformulier)


def _toon(request: Verzoek, besluit: Besluit, vanaf: date, dagformulier: Dagformulier) -> HttpResponse:
    naam = namen_van([besluit.dossier.inwoner])[besluit.dossier.inwoner_id]
    keuze = Keuze(besluit, naam, vanaf, kansen(request.actor, besluit, plekken(), vanaf))
    waar = gemeentenamen(request.actor.regio)
    formulier = Plekformulier(request.POST or None, keuze.past, waar, vanaf)

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gekozen = next(kans for kans in keuze.past if str(kans.plek.pk) == schoon["plek"])
        try:
            plaats(request.actor, besluit, gekozen.plek, vanaf=vanaf, op=request.vandaag)
        except (PlekBezet, PlekPastNiet) as weigering:
            return _te_laat(request, besluit, vanaf, f"{in_woorden(gekozen, waar)}: {weigering}")
        return _klaar(request, keuze, in_woorden(gekozen, waar))

    return doorloop(request, _stap(request, keuze, waar, dagformulier), formulier, doe)


def _te_laat(request: Verzoek, besluit: Besluit, vanaf: date, reden: str) -> HttpResponse:
    """Somebody was first: the page again as it is now, without that place and with the others."""
    messages.warning(request, f"Een collega was u voor. {reden}")
    request.POST = type(request.POST)("")  # the choice that was typed can no longer be made
    antwoord = _toon(request, besluit, vanaf, Dagformulier({"vanaf": vanaf.isoformat()}, gesloten(besluit.periode)))
    antwoord.status_code = BEZET
    return antwoord


def _klaar(request: Verzoek, keuze: Keuze, plek: str) -> HttpResponse:
    regio, college = request.actor.regio, keuze.besluit.college_code
    tekst = f"{keuze.naam[:1].upper()}{keuze.naam[1:]} heeft een plek vanaf {schrijf_datum(keuze.vanaf)}: {plek}."
    bericht = "" if college == centrum(regio).code else f" De gemeente {gemeentenamen(regio)[college]} krijgt bericht."
    messages.success(request, f"{tekst} De aanbieder ziet nu wie er komt.{bericht}")
    return redirect("verblijf:wachtlijst")


def _besluit(request: Verzoek, nummer: str) -> Besluit:
    """The decision by its number, of who waits. Raises HeeftAlEenPlek, HulpThuis, else Http404."""
    besluit = wachtlijst(request.actor).filter(nummer=nummer).first()
    if besluit is not None:
        return besluit
    if Plaatsing.objects.filter(besluit__nummer=nummer).exists():
        raise HeeftAlEenPlek
    ander = genomen_besluiten(request.actor).filter(nummer=nummer).first()
    if ander is not None and thuis_gegeven(regeling_van_dossier(ander.dossier), ander):
        product = product_van(ander)
        raise HulpThuis(productnamen(request.actor.regio, request.vandaag).get(product, product))
    raise Http404


def _gevraagd(request: Verzoek, besluit: Besluit) -> date:
    """The day that goes along with the choice of a place, else the first that can be."""
    formulier = Dagformulier(request.POST, gesloten(besluit.periode))
    return formulier.cleaned_data["vanaf"] if formulier.is_valid() else eerste_dag(besluit, request.vandaag)


def eerste_dag(besluit: Besluit, vandaag: date) -> date:
    """Today, or the first day of the decision when that is later."""
    return max(vandaag, gesloten(besluit.periode).van)


def _stap(request: Verzoek, keuze: Keuze, waar: dict[str, str], dagformulier: Dagformulier) -> Stap:
    besluit, dagen = keuze.besluit, gesloten(keuze.besluit.periode)
    namen = productnamen(request.actor.regio, keuze.vanaf)
    niet = blad(request, keuze.past_niet)
    terug = reverse("verblijf:wachtlijst")
    return Stap(
        f"Een plek voor {keuze.naam} vanaf {schrijf_datum(keuze.vanaf)}",
        "Plaats op deze plek",
        terug,
        sjabloon="verblijf/plaatsen.html",
        kruimels=(Kruimel("Wachtlijst", terug),),
        extra={
            "besluit": besluit,
            "product": namen.get(product_van(besluit), product_van(besluit)),
            "gemeente": waar.get(besluit.college_code, besluit.college_code),
            "tot": dagen.tot,
            "wens": wens_van(besluit),
            "dagformulier": dagformulier,
            "aantal": len(keuze.past),
            "blad": niet,
            "past_niet": [past_niet(kans, in_woorden(kans, waar)) for kans in niet.rijen],
        },
    )
