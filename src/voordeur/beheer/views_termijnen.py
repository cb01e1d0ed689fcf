"""The pages of what was kept long enough: who is due, keeping longer, the list two people make, and its declaration."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from voordeur.inwoner.models import Inwoner
from voordeur.inwoner.queries import namen_van
from voordeur.kern.queries import centrum, namen_van_accounts
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import bewaren as acties
from .forms_bewaren import Bevestiging, Langer
from .models.bewaren import Vernietigingslijst
from .queries.bewaren import ZONE, aan_de_beurt, lijsten, nummers_van, regels_van
from .views_bewaren import loop, vraagblad


@scherm("beheer:bewaren", acties.UITVOERDERS)
def lijst(request: Verzoek) -> HttpResponse:
    """Whose facts were kept fifteen years after the last change, and the lists there are."""
    bladzijde = blad(request, aan_de_beurt(request.vandaag))
    namen, nummers = namen_van(bladzijde.rijen), nummers_van(list(bladzijde.rijen))
    rijen = [
        {"pk": deze.pk, "naam": namen[deze.pk], "nummers": nummers[deze.pk],
         "laatst": deze.laatst.astimezone(ZONE).date()}
        for deze in bladzijde.rijen
    ]  # fmt: skip
    return render(request, "beheer/bewaren.html", {
        "blad": bladzijde, "rijen": rijen, "lijsten": lijsten()[:20],
        "mag_langer": any(deel.rol in acties.BESLISSERS for deel in request.actor.rollen_op(request.vandaag)),
    })  # fmt: skip


@scherm("beheer:langer", acties.BESLISSERS)
def langer(request: Verzoek, inwoner: UUID) -> HttpResponse:
    """Keep somebody's facts longer, with a reason and an end."""
    deze = get_object_or_404(Inwoner.objects.filter(sleutel__isnull=False), pk=inwoner)
    pagina = vraagblad(f"Bewaar langer: {namen_van([deze])[deze.pk]}", "Bewaar langer")

    def doe(ingevuld: dict[str, Any]) -> str:
        acties.bewaar_langer(request.actor, deze, ingevuld["reden"], ingevuld["tot"], op=request.vandaag)
        return "Deze gegevens blijven langer bewaard."

    return loop(request, pagina, Langer(request.POST or None), doe, "beheer:bewaren")


@require_POST
@scherm("beheer:lijst_maken", acties.UITVOERDERS)
def maken(request: Verzoek) -> HttpResponse:
    """Put who is due on a list."""
    van = acties.VanRegio(centrum(request.actor.regio).code)
    gemaakt = acties.maak_lijst(request.actor, van, op=request.vandaag).object
    messages.success(request, "De lijst staat klaar. Een collega keurt hem goed.")
    return redirect("beheer:vernietigingslijst", gemaakt.pk)


@scherm("beheer:vernietigingslijst", acties.UITVOERDERS)
def een(request: Verzoek, pk: int) -> HttpResponse:
    """A list: while it waits with names, once it is carried out as a declaration with numbers only."""
    deze = get_object_or_404(Vernietigingslijst, pk=pk)
    bladzijde = blad(request, regels_van(deze))
    inwoners = [regel.inwoner for regel in bladzijde.rijen]
    namen, nummers = namen_van(inwoners), nummers_van(inwoners)
    rijen = [
        {"regel": regel, "naam": namen[regel.inwoner_id], "nummers": nummers[regel.inwoner_id]}
        for regel in bladzijde.rijen
    ]
    return render(request, "beheer/vernietigingslijst.html", {
        "lijst": deze, "blad": bladzijde, "rijen": rijen,
        "wie": namen_van_accounts([deze.gemaakt_door, deze.goedgekeurd_door]),
        "eigen": deze.gemaakt_door == request.actor.account,
        "vernietigd": regels_van(deze).exclude(vernietigd_op=None).count(),
    })  # fmt: skip


STAPPEN = {
    "goedkeuren": (
        "Keur de lijst goed",
        acties.keur_lijst_goed,
        "U keurt de lijst goed. Hij kan nu worden uitgevoerd.",
    ),
    "intrekken": ("Trek de lijst in", acties.trek_lijst_in, "De lijst is ingetrokken. Er is niets vernietigd."),
    "uitvoeren": ("Vernietig wat op de lijst staat", acties.voer_lijst_uit, "Er is vernietigd wat op de lijst stond."),
}


@scherm("beheer:lijst_stap", acties.UITVOERDERS)
def verder(request: Verzoek, pk: int, wat: str) -> HttpResponse:
    """Approve, drop or carry out a list; carrying out goes in portions until it is done."""
    if wat not in STAPPEN:
        raise Http404
    deze = get_object_or_404(Vernietigingslijst, pk=pk)
    titel, actie, zin = STAPPEN[wat]
    uitleg = "Dit is niet terug te draaien." if wat == "uitvoeren" else ""
    pagina = vraagblad(titel, titel, uitleg)

    def doe(_ingevuld: dict[str, Any]) -> str:
        nu = actie(request.actor, deze, op=request.vandaag).object
        while wat == "uitvoeren" and nu.klaar_op is None:
            nu = actie(request.actor, deze, op=request.vandaag).object
        return zin

    return loop(request, pagina, Bevestiging(request.POST or None), doe, "beheer:bewaren")


@scherm("beheer:lijst_weglaten", acties.UITVOERDERS)
def weglaten(request: Verzoek, pk: int, inwoner: UUID) -> HttpResponse:
    """Take somebody off a list that waits."""
    deze = get_object_or_404(Vernietigingslijst, pk=pk)
    pagina = vraagblad("Laat deze inwoner weg", "Laat deze inwoner weg")

    def doe(_ingevuld: dict[str, Any]) -> str:
        acties.laat_weg(request.actor, deze, inwoner, op=request.vandaag)
        return "Deze inwoner staat niet meer op de lijst."

    return loop(request, pagina, Bevestiging(request.POST or None), doe, "beheer:bewaren")
