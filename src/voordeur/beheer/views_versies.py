"""The pages of a new version of the agreement: upload, compare, see what changes, confirm; withdraw before its day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from voordeur.kern.fouten import Geweigerd
from voordeur.kern.queries import centrum, namen_van_accounts
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek, scherm

from . import fouten_beleid as fout
from .actions import versies as doe
from .actions.beleid import VASTSTELLERS, VOORBEREIDERS
from .actions.versies import BijVersie
from .forms_beleid import Bevestiging, Versie
from .models import Versievoorstel
from .queries import beleid as vraag
from .views_beleid import KIJKERS, klaar, kruimels
from .views_voorstel import afwijzing, wie_beslist

# which version applies to what, in the words of the page
WELKE = (
    "De toegang volgt de dag van de melding.",
    "De prijs volgt de dag van de zorg.",
    "De verrekening volgt het jaar waarover zij gaat.",
    "Een termijn volgt de dag waarop zij begint.",
)


def bij(request: Verzoek, pk: int | str = "") -> BijVersie:
    """What an action is about: the agreement, for the college of the centre."""
    return BijVersie(centrum(request.actor.regio).code, pk)


@scherm("beheer:versie_nieuw", VOORBEREIDERS)
def nieuw(request: Verzoek) -> HttpResponse:
    """Upload the file of a new version; every fault of it is told, with its line and field."""
    formulier = Versie(request.POST or None, request.FILES or None)
    stap = Stap(
        "Laad een nieuwe versie", "Controleer het bestand", reverse("beheer:beleid"), controle=False,
        uitleg="Wij vergelijken het bestand met de versie van nu. Een ander bevestigt het.", kruimels=kruimels(),
    )  # fmt: skip

    def laad(schoon: dict[str, Any]) -> HttpResponse:
        try:
            gemaakt = doe.bereid_versie_voor(
                request.actor, bij(request), schoon["bestand"], schoon["besluit"], op=request.vandaag
            ).object
        except fout.BestandKloptNiet as fouten:
            raise forms.ValidationError([_zin(deel.veld, deel.melding, deel.regel) for deel in fouten.fouten]) from None
        messages.success(request, "Het bestand is in orde. Een ander bevestigt de versie.")
        return redirect("beheer:versie", gemaakt.pk)

    velden: dict[type[Geweigerd], str] = dict.fromkeys(
        (fout.AndereRegeling, fout.VersieIsEr, fout.VersieTeLaat), "bestand"
    )
    return doorloop(request, stap, formulier, laad, bij_veld=velden)


def _zin(veld: str, melding: str, regel: int | None) -> str:
    waar = ", ".join(deel for deel in (f"regel {regel}" if regel else "", veld) if deel)
    return f"{waar}: {melding}" if waar else melding


def _voorstel_of_404(pk: int) -> Versievoorstel:
    gevonden = Versievoorstel.objects.filter(pk=pk, bevestigd_op=None).first() if pk < 2**63 else None
    if gevonden is None:
        raise Http404
    return gevonden


@scherm("beheer:versie", KIJKERS)
def voorstel(request: Verzoek, pk: int) -> HttpResponse:
    """A version that was uploaded: beside the one before, with what it changes; a second person confirms it."""
    gevonden = _voorstel_of_404(pk)
    stap = Stap(
        f"Nieuwe versie vanaf {schrijf_datum(gevonden.versie)}", "Bevestig deze versie", reverse("beheer:beleid"),
        controle=False, sjabloon="beheer/versie.html", kruimels=kruimels(), extra=_beeld(request, gevonden),
    )  # fmt: skip

    def bevestig(_: dict[str, Any]) -> HttpResponse:
        doe.bevestig_versie(request.actor, bij(request, pk), op=request.vandaag)
        return klaar(request, f"De nieuwe versie geldt vanaf {schrijf_datum(gevonden.versie)}.")

    return doorloop(request, stap, Bevestiging(request.POST if request.method == "POST" else None), bevestig)


def _beeld(request: Verzoek, gevonden: Versievoorstel) -> dict[str, Any]:
    regio, op = request.actor.regio, request.vandaag
    namen = namen_van_accounts([gevonden.voorbereid_door, gevonden.afgewezen_door])
    door = namen.get(gevonden.voorbereid_door or 0, "de beheerder van het systeem")
    anders, gelijk = vraag.naast_elkaar(regio, gevonden)
    return {
        "gegevens": (
            Gegeven("Eerste dag", schrijf_datum(gevonden.versie)),
            Gegeven("Besluit", gevonden.besluit),
            Gegeven("Geladen door", f"{door}, {schrijf_datum(gevonden.voorbereid_op)}"),
            *(afwijzing(namen, gevonden) if gevonden.afgewezen_op else ()),
        ),
        "anders": anders,
        "partijen": vraag.partijen(regio, gevonden) if gevonden.open else (),
        "gelijk": gelijk,
        "welke": WELKE,
        "gevolgen": _gevolgen(regio, gevonden, op) if gevonden.open else None,
        **wie_beslist(request, gevonden, "versie"),
    }


def _gevolgen(regio: str, gevonden: Versievoorstel, op: date) -> vraag.Gevolgen:
    return vraag.gevolgen(regio, lambda: doe.laad_versie(gevonden, None, op), gevonden.versie, op)


@scherm("beheer:versie_intrekken", VASTSTELLERS)
def intrekken(request: Verzoek, versie: str) -> HttpResponse:
    """Take back a version before its first day."""
    try:
        dag = date.fromisoformat(versie)
    except ValueError:
        raise Http404 from None
    if not any(deel.versie == dag and deel.kan_weg for deel in vraag.versies(request.actor.regio, request.vandaag)):
        raise Http404
    stap = Stap(
        "Trek deze versie in", "Trek de versie in", reverse("beheer:beleid"), controle=False, kruimels=kruimels(),
        uitleg=f"De versie vanaf {schrijf_datum(dag)} gaat dan niet gelden.",
    )  # fmt: skip

    def weg(_: dict[str, Any]) -> HttpResponse:
        doe.trek_versie_in(request.actor, bij(request), versie=dag, op=request.vandaag)
        return klaar(request, "De versie is ingetrokken. De versie van nu blijft gelden.")

    return doorloop(request, stap, Bevestiging(request.POST if request.method == "POST" else None), weg)
