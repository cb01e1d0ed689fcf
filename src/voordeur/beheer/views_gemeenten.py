"""The municipalities of the region: since when they take part, and how they stand on a letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.kern.queries import colleges
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.velden import Tekstvak
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions.gemeenten import wijzig_gemeente
from .actions.mensen import BEHEER, beheert
from .beeld import Blad, Cel, Deel, tabel
from .velden import Tekst
from .views_mensen import loop

KOPPEN = ("Gemeente", "Doet mee", "Adres", "Telefoon", "Wijzig")


class Gemeenteformulier(forms.Form):
    """How a municipality stands on a letter."""

    adres = Tekstvak(label="Adres op een brief", rijen=3, max_length=300, help_text="Zoals: Postbus 1, 1234 AB Plaats.")
    telefoon = Tekst(label="Telefoon", max_length=20)


@scherm("beheer:gemeenten", BEHEER)
def gemeenten(request: Verzoek) -> HttpResponse:
    """Every municipality that takes part, took part or will."""
    rijen = [
        (deel.naam + (" (centrum)" if deel.centrum else ""), _dagen(deel.van, deel.tot),
         ", ".join(deel.adres.splitlines()) or "niet ingevuld", deel.telefoon or "niet ingevuld",
         Cel("Wijzig", reverse("beheer:gemeente_wijzig", args=[deel.code])))
        for deel in colleges(request.actor.regio).values()
    ]  # fmt: skip
    uitleg = "Het adres staat op brieven. Wie meedoet, volgt uit de regeling."
    deel = Deel("gemeenten", "Gemeenten in de regio", uitleg, tabel=tabel("Gemeenten", KOPPEN, rijen))
    pagina = Blad("Gemeenten", "Wie meedoet aan de regeling, en hoe u hen bereikt.", delen=(deel,))
    return render(request, "beheer/blad.html", {"pagina": pagina, "kruimels": (), "blad": None})


def _dagen(van: Any, tot: Any) -> str:
    delen = [f"vanaf {schrijf_datum(van)}" if van else "", f"tot en met {schrijf_datum(tot)}" if tot else ""]
    return " ".join(deel for deel in delen if deel) or "ja"


@scherm("beheer:gemeente_wijzig", BEHEER)
def wijzig(request: Verzoek, code: str) -> HttpResponse:
    """Change the address and the telephone."""
    deze = colleges(request.actor.regio).get(code)
    if deze is None:
        raise Http404
    terug = reverse("beheer:gemeenten")
    stap = Stap(
        f"Adres en telefoon van {deze.naam}", "Bewaar de gegevens", terug, controle=False,
        kruimels=(Kruimel("Gemeenten", terug),),
    )  # fmt: skip

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, deze.code, request.vandaag)
        wijzig_gemeente(request.actor, bij, deze, op=request.vandaag, **ingevuld)
        return f"De gegevens van {deze.naam} zijn bewaard."

    begin = {"adres": deze.adres, "telefoon": deze.telefoon}
    return loop(request, stap, Gemeenteformulier(request.POST or None, initial=begin), actie, terug, bij_veld={})
