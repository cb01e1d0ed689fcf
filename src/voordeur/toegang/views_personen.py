"""The page on which somebody looks for a person."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from voordeur.inwoner.zoeken import MEESTE, Zoekvraag
from voordeur.kern.actor import Rol
from voordeur.kern.queries import centrum
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .forms_personen import Zoekformulier
from .queries_personen import Persoonsregel, zoek_personen
from .views import WERKERS, kruimels

ZOEKERS = WERKERS | {Rol.OPVANGMEDEWERKER}


@scherm("toegang:personen", rollen=ZOEKERS)
def personen(request: Verzoek) -> HttpResponse:
    """Look for somebody by BSN, or by name and day of birth. What was typed is in no address."""
    formulier = Zoekformulier(request.POST if request.method == "POST" else None)
    gezocht = formulier.is_bound and formulier.is_valid()
    gevonden = _zoek(request, formulier) if gezocht else ()
    stap = Stap(
        "Zoek een persoon", "Zoek", reverse("toegang:lijst"),
        uitleg="U ziet alleen mensen die u mag zien. Elke zoekvraag staat in het logboek.", kruimels=kruimels(),
        controle=False,
    )  # fmt: skip
    nieuw = reverse("toegang:nieuw") if mag_openen(request.actor, "toegang:nieuw", request.vandaag) else ""
    inhoud = {
        "stap": stap, "formulier": formulier, "hier": request.path, "kruimels": stap.kruimels,
        "kruimel_hier": stap.titel, "botsing": None, "gezocht": gezocht, "gevonden": gevonden, "nieuw": nieuw,
        "vol": len(gevonden) == MEESTE,
        "bekijk": mag_openen(request.actor, "toegang:persoon", request.vandaag),
    }  # fmt: skip
    status = 422 if formulier.is_bound and not gezocht else 200
    return render(request, "toegang/personen.html", inhoud, status=status)


def _zoek(request: Verzoek, formulier: Zoekformulier) -> tuple[Persoonsregel, ...]:
    code = centrum(request.actor.regio).code
    vraag = Zoekvraag(code, bsn=formulier.cleaned_data["bsn"], identiteit=formulier.identiteit())
    return zoek_personen(request.actor, vraag, request.vandaag)
