"""The screens of rights: who may see a dossier and why, and the yearly look at what everybody may do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.queries import dossier_of_404

from .actions import rechten as doe
from .actions.mensen import LEIDING, beheert
from .beeld import Blad, Cel, Deel, tabel
from .fouten import LaatsteBeheerder, NietUzelf
from .queries import mensen as van_mens
from .queries import rechten as vraag
from .velden import Keuze
from .views_mensen import loop

KIJKT = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.TOEZICHTHOUDER})


class Recht(forms.Form):
    """Whether a right goes on."""

    blijft = Keuze(
        label="Heeft deze persoon deze rol nog nodig?",
        uit=[("ja", "Ja, dit blijft"), ("nee", "Nee, dit stopt vandaag")],
    )


@scherm("beheer:wie_mag", KIJKT)
def wie_mag(request: Verzoek, nummer: str) -> HttpResponse:
    """Everybody who can see this dossier today, by what, since when and by which ground."""
    dossier = dossier_of_404(nummer)
    rijen = [
        (deel.naam, deel.waardoor, deel.sinds or "altijd", deel.grond)
        for deel in vraag.wie_mag(dossier, request.vandaag)
    ]
    uitleg = "Wij vragen dit aan de database zelf. Wat hier staat, is wat iemand nu kan openen."
    deel = Deel(
        "wie",
        "Wie mag dit zien en waarom?",
        uitleg,
        tabel("Wie dit dossier mag zien", ("Wie", "Waardoor", "Sinds", "Grond"), rijen),
    )
    kruimel = Kruimel(f"Dossier {dossier.nummer}", reverse("toegang:dossier", args=[dossier.nummer]))
    return render(
        request,
        "beheer/blad.html",
        {
            "pagina": Blad(f"Wie mag dossier {dossier.nummer} zien?", delen=(deel,)),
            "kruimels": (kruimel,),
            "kruimel_hier": "Wie mag dit zien",
            "blad": None,
        },
    )


@scherm("beheer:rechten", LEIDING)
def rechten(request: Verzoek) -> HttpResponse:
    """Every right of the people that somebody looks after; what was not looked at for a year stands out."""
    bladzijde = blad(request, vraag.alle_rechten(request.actor, request.vandaag))
    rijen = []
    for deel in bladzijde.rijen:
        laat = vraag.te_laat_bezien(deel, request.vandaag)
        gezien = schrijf_datum(deel.gezien) if deel.gezien else "nog nooit"
        chip = Chip("telaat", "Te laat", "alert-triangle") if laat else Chip("goed", "Op tijd", "check")
        naar = Cel(deel.account.naam, reverse("beheer:recht", args=[deel.pk]))
        if deel.account_id == request.actor.account:
            naar = Cel(f"{deel.account.naam} (uzelf: een ander bekijkt dit)")
        rijen.append((naar, deel.rol, van_mens.waar(deel), van_mens.in_dagen(deel.periode), gezien, Cel("", chip=chip)))
    koppen = ("Wie", "Rol", "Waar", "Wanneer", "Laatst bekeken", "Stand")
    kaart = Deel(
        "rechten", "Wie mag wat?", tabel=tabel("Rechten", koppen, rijen), leeg="Er zijn geen rollen om te bekijken."
    )
    lead = "Bekijk elk jaar of iedereen de eigen rol nog nodig heeft."
    return render(
        request,
        "beheer/blad.html",
        {
            "pagina": Blad("Rechten bekijken", lead, delen=(kaart,)),
            "kruimels": (),
            "blad": bladzijde,
        },
    )


@scherm("beheer:recht", LEIDING)
def recht(request: Verzoek, pk: int) -> HttpResponse:
    """Let one right stand, or end it."""
    rij = vraag.te_bezien(request.actor, request.vandaag).filter(pk=pk).first()
    if rij is None:
        raise Http404
    terug = reverse("beheer:rechten")
    stap = Stap(
        f"Bekijk de rol van {rij.account.naam}",
        "Bewaar",
        terug,
        f"{rij.rol.capitalize()}, {van_mens.waar(rij)}.",
        controle=False,
        kruimels=(Kruimel("Rechten bekijken", terug),),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        blijft = ingevuld["blijft"] == "ja"
        bij = beheert(request.actor, rij.college.code if rij.college else None, request.vandaag)
        doe.bezie_recht(request.actor, bij, rij, blijft=blijft, op=request.vandaag)
        return "De rol blijft." if blijft else "De rol stopt vandaag."

    return loop(
        request,
        stap,
        Recht(request.POST or None),
        actie,
        terug,
        bij_veld={LaatsteBeheerder: "blijft", NietUzelf: "blijft"},
    )
