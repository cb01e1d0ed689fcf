"""The pages of one person: who it is, possible doubles, making two registrations one and two again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.models import Inwoner
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.queries import namen_van_accounts
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import samenvoegen as doe
from .forms_samenvoegen import Ongedaan, Samenvoegkeuze, Samenvoegverzoek
from .models import Samenvoeging
from .queries_samenvoegen import (
    Persoonsbeeld,
    bekijk_persoon,
    inwoner_of_404,
    mogelijke_dubbelen,
    samenvoeging_of_404,
    samenvoegingen_van,
    toelichting_van,
    verschillen,
)
from .views import WERKERS, kruimels
from .views_landelijk import bij_het_veld


def naar_persoon(inwoner: Inwoner) -> str:
    """The address of the page of a person."""
    return reverse("toegang:persoon", args=[inwoner.pk])


def _kruimels(beeld: Persoonsbeeld | None = None) -> tuple[Kruimel, ...]:
    zoek = Kruimel("Zoek een persoon", reverse("toegang:personen"))
    hier = (Kruimel(beeld.naam, naar_persoon(beeld.inwoner)),) if beeld else ()
    return (*kruimels(), zoek, *hier)


@scherm("toegang:persoon", rollen=WERKERS)
def persoon(request: Verzoek, inwoner: UUID) -> HttpResponse:
    """Who somebody is, their dossiers, and whether they were registered more than once."""
    gevonden = inwoner_of_404(inwoner)
    beeld = bekijk_persoon(request.actor, gevonden, request.vandaag)
    staand = samenvoegingen_van(gevonden)
    lijken = () if gevonden.opgegaan_in_id else mogelijke_dubbelen(request.actor, beeld, request.vandaag)
    return render(request, "toegang/persoon.html", {
        "beeld": beeld,
        "lijken": lijken,
        "wachten": [deel for deel in staand if deel.beslist_op is None],
        "gedaan": [deel for deel in staand if deel.gedaan and deel.blijft_id == gevonden.pk],
        "opgegaan_in": gevonden.opgegaan_in_id,
        "kruimels": _kruimels(),
        "kruimel_hier": beeld.naam,
    })  # fmt: skip


@scherm("toegang:samenvoegen", rollen=WERKERS)
def samenvoegen(request: Verzoek, inwoner: UUID, ander: UUID) -> HttpResponse:
    """Ask to make two registrations one, with what they say differently in sight."""
    if inwoner == ander:
        raise Http404
    een, twee = (bekijk_persoon(request.actor, inwoner_of_404(deel), request.vandaag) for deel in (inwoner, ander))
    keuzes = [(str(deel.inwoner.pk), f"{deel.naam}, dossiers: {deel.delen['Dossiers']}") for deel in (een, twee)]
    formulier = Samenvoegverzoek(request.POST or None, keuzes=keuzes)
    stap = Stap(
        "Is dit dezelfde persoon?", "Vraag om samen te voegen", naar_persoon(een.inwoner),
        uitleg="Een collega kijkt mee en bevestigt. Tot die tijd verandert er niets.", kruimels=_kruimels(een),
        sjabloon="toegang/samenvoegen.html", extra=_extra(een, twee),
    )  # fmt: skip
    try:
        doe.eis_past(een.inwoner, twee.inwoner)
    except Geweigerd as fout:
        stap.extra["kan_niet"] = str(fout)

    def voer_uit(ingevuld: dict[str, Any]) -> HttpResponse:
        blijft, gaat_op = (een, twee) if ingevuld["blijft"] == str(een.inwoner.pk) else (twee, een)
        with bij_het_veld():
            doe.vraag_samenvoeging(
                request.actor, blijft.inwoner, gaat_op.inwoner, toelichting=ingevuld["toelichting"], op=request.vandaag
            )
        messages.success(request, "Het verzoek ligt klaar. Vraag een collega om het te bevestigen.")
        return HttpResponseRedirect(naar_persoon(blijft.inwoner), status=303)

    return doorloop(request, stap, formulier, voer_uit)


def _extra(een: Persoonsbeeld, twee: Persoonsbeeld, **meer: Any) -> dict[str, Any]:
    return {
        "een": een.naam, "twee": twee.naam, "verschillen": verschillen(een, twee), "kan_niet": "", "zelf": False,
        "inhoud": (), **meer,
    }  # fmt: skip


def _beiden(request: Verzoek, deze: Samenvoeging) -> tuple[Persoonsbeeld, Persoonsbeeld]:
    blijft, ander = (bekijk_persoon(request.actor, deel, request.vandaag) for deel in (deze.blijft, deze.gaat_op))
    return blijft, ander


def _vraag(deze: Samenvoeging) -> tuple[Gegeven, ...]:
    vrager = namen_van_accounts([deze.gevraagd_door]).get(deze.gevraagd_door, "een collega")
    return (
        Gegeven("Gevraagd door", vrager), Gegeven("Gevraagd op", schrijf_datum(deze.gevraagd_op)),
        Gegeven("Toelichting", toelichting_van(deze)),
    )  # fmt: skip


@scherm("toegang:samenvoeging_beslissen", rollen=WERKERS)
def beslissen(request: Verzoek, pk: int) -> HttpResponse:
    """Confirm what a colleague asked, or not."""
    deze = samenvoeging_of_404(pk, gedaan=False)
    blijft, ander = _beiden(request, deze)
    stap = Stap(
        "Bevestig dat dit één persoon is", "Leg uw keuze vast", naar_persoon(deze.blijft),
        uitleg="Alles van de tweede registratie komt bij de eerste. U kunt dit later ongedaan maken.",
        kruimels=_kruimels(blijft), sjabloon="toegang/samenvoegen.html",
        extra=_extra(blijft, ander, inhoud=_vraag(deze), zelf=deze.gevraagd_door == request.actor.account),
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> HttpResponse:
        ja = ingevuld["keuze"] == "ja"
        actie = doe.bevestig_samenvoeging if ja else doe.wijs_samenvoeging_af
        actie(request.actor, deze, op=request.vandaag)
        messages.success(request, "De registraties zijn nu één." if ja else "Het blijven twee personen.")
        return HttpResponseRedirect(naar_persoon(deze.blijft), status=303)

    return doorloop(request, stap, Samenvoegkeuze(request.POST or None), voer_uit)


@scherm("toegang:samenvoeging_ongedaan", rollen=WERKERS)
def ongedaan(request: Verzoek, pk: int) -> HttpResponse:
    """Make two of what was made one: it was two people after all."""
    deze = samenvoeging_of_404(pk, gedaan=True)
    blijft = bekijk_persoon(request.actor, deze.blijft, request.vandaag)
    stap = Stap(
        "Maak het samenvoegen ongedaan", "Maak het ongedaan", naar_persoon(deze.blijft),
        uitleg="De andere registratie krijgt de eigen gegevens en dossiers terug. Nieuwe dossiers blijven hier.",
        kruimels=_kruimels(blijft), sjabloon="toegang/samenvoeging_ongedaan.html", extra={"inhoud": _vraag(deze)},
    )  # fmt: skip

    def voer_uit(ingevuld: dict[str, Any]) -> HttpResponse:
        with bij_het_veld():
            doe.maak_ongedaan(request.actor, deze, toelichting=ingevuld["toelichting"], op=request.vandaag)
        messages.success(request, "Het zijn weer twee personen.")
        return HttpResponseRedirect(naar_persoon(deze.blijft), status=303)

    return doorloop(request, stap, Ongedaan(request.POST or None), voer_uit)
