"""The screens of the municipalities: how each stands on its letters."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.kern.models import College
from voordeur.kern.queries import colleges
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.bouwstenen import Chip
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.gemeenten import wijzig_gemeente
from .actions.mensen import BEHEER, beheert
from .beeld import Blad, Cel, Deel, tabel
from .forms_gemeenten import Gemeenteformulier
from .queries.gemeenten import gemeente_of_404, zonder_briefgegevens
from .views_mensen import loop

ONTBREEKT = Chip("telaat", "Ontbreekt", "alert-triangle")


@scherm("beheer:gemeenten", BEHEER)
def gemeenten(request: Verzoek) -> HttpResponse:
    """Every municipality with its address and number; what is missing stops a decision at its signature."""
    rijen = [
        (
            Cel(
                college.naam + (" (centrum)" if college.centrum else ""),
                reverse("beheer:gemeente_wijzig", args=[college.code]),
            ),
            Cel(", ".join(college.adres.splitlines()), chip=None if college.adres else ONTBREEKT),
            Cel(college.telefoon, chip=None if college.telefoon else ONTBREEKT),
            _wanneer(college),
        )
        for college in colleges(request.actor.regio).values()
    ]
    delen = (
        Deel(
            "gemeenten",
            "Gemeenten",
            "Welke gemeenten meedoen, staat in de regeling.",
            tabel("Gemeenten", ("Gemeente", "Postadres", "Telefoon", "Doet mee"), rijen),
        ),
    )
    lead = "Op elke brief staat waar iemand bezwaar maakt, en wie hij kan bellen."
    zonder = zonder_briefgegevens(request.actor.regio, request.vandaag)
    waarschuwingen = (zonder,) if zonder else ()
    pagina = Blad("Gemeenten", lead, delen=delen, waarschuwingen=waarschuwingen)
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": None})


def _wanneer(college: College) -> str:
    if college.van is None and college.tot is None:
        return "altijd"
    van = f"vanaf {schrijf_datum(college.van)}" if college.van else ""
    tot = f"tot en met {schrijf_datum(college.tot)}" if college.tot else ""
    return f"{van} {tot}".strip()


@scherm("beheer:gemeente_wijzig", BEHEER)
def gemeente(request: Verzoek, code: str) -> HttpResponse:
    """Change the address and the number of a municipality."""
    college = gemeente_of_404(request.actor, code)
    terug = reverse("beheer:gemeenten")
    kruimels = (Kruimel("Gemeenten", terug),)
    stap = Stap(f"Brieven van {college.naam}", "Bewaar de gegevens", terug, controle=False, kruimels=kruimels)

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, college.code, request.vandaag)
        wijzig_gemeente(request.actor, bij, college, **ingevuld, op=request.vandaag)
        return f"De gegevens van {college.naam} zijn bewaard. Zij staan op brieven van nu af."

    begin = {"adres": college.adres, "telefoon": college.telefoon}
    return loop(request, stap, Gemeenteformulier(request.POST or None, initial=begin), actie, terug)
