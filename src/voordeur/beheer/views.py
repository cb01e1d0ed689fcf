"""The page of the manager of the system: who may do what, messages that did not arrive, the seal on the journal."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from voordeur.berichten import actions as berichten
from voordeur.berichten.models import Bericht
from voordeur.berichten.queries import aantal_per_stand, mislukt
from voordeur.kern.actor import Rol
from voordeur.kern.queries import centrum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import SCHERMEN, Verzoek, mag_openen, scherm

from .queries.begin import accounts, als_regel, mandaten, zegelstand
from .queries.beleid import looptijd
from .queries.gemeenten import zonder_briefgegevens
from .views_organisaties import aflopend

PER_PAGINA = 25
HOOGUIT = 50


@scherm("beheer:begin", {Rol.FUNCTIONEEL_BEHEERDER})
def begin(request: Verzoek) -> HttpResponse:
    """Read only, but for sending a message once more."""
    regio = request.actor.regio
    bladzijde = blad(request, accounts(regio), PER_PAGINA)
    inhoud = {
        "wegen": wegen(request),
        "ontbreekt": zonder_briefgegevens(regio, request.vandaag),
        "aflopend": aflopend(request),
        "accounts": [als_regel(account) for account in bladzijde.rijen],
        "blad": bladzijde,
        "mandaten": mandaten(request.vandaag),
        "berichten": mislukt()[:HOOGUIT],
        "standen": aantal_per_stand(),
        "zegel": zegelstand(regio),
        "looptijd": looptijd(regio, request.vandaag),
    }
    return render(request, "beheer/begin.html", inhoud)


# the rooms of management, each shown to who may open it
WEGEN = (
    ("beheer:mensen", "Medewerkers", "Uitnodigen, rollen, vervanging, overdragen en vertrek."),
    ("beheer:rechten", "Rechten bekijken", "Elk jaar kijken of iedereen de eigen rol nog nodig heeft."),
    ("beheer:mandaten", "Mandaten", "Wie namens wie mag handelen."),
    ("beheer:te_bevestigen", "Te bevestigen", "Wat een collega vroeg en een tweede persoon bevestigt."),
    ("api:sleutels", "API-sleutels", "Welke systemen namens een account werken."),
    ("beheer:gemeenten", "Gemeenten", "Wie meedoet, en het adres en de telefoon op brieven."),
    ("beheer:organisaties", "Organisaties", "Aanbieders en anderen, contactpersonen, verwerkersovereenkomsten."),
    ("beheer:beleid", "Beleid", "Wat de regio zelf bepaalt, en de versies van de regeling."),
    ("beheer:inlezen", "Inlezen", "Gegevens overnemen uit een ander systeem."),
    ("beheer:gezondheid", "Werkt alles?", "Hoe het met het systeem gaat."),
)


def wegen(request: Verzoek) -> list[tuple[str, str, str]]:
    """The rooms of management that somebody may open: name, address, what it is for."""
    return [
        (naam, reverse(scherm_), uitleg)
        for scherm_, naam, uitleg in WEGEN
        if scherm_ in SCHERMEN and mag_openen(request.actor, scherm_, request.vandaag)
    ]


@require_POST
@scherm("beheer:bericht_opnieuw", {Rol.FUNCTIONEEL_BEHEERDER})
def opnieuw(request: Verzoek, bericht: UUID) -> HttpResponse:
    """Send a message that did not arrive once more."""
    bij = berichten.BijBericht(centrum(request.actor.regio).code, bericht)
    try:
        berichten.opnieuw(request.actor, bij, op=request.vandaag)
    except Bericht.DoesNotExist:
        raise Http404 from None
    messages.success(request, "Het bericht staat weer klaar. Het gaat zo de deur uit.")
    return redirect("beheer:begin")
