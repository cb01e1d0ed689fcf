"""How the system itself is, for its manager."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from voordeur.kern.actor import Rol
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .queries.gezondheid import gezondheid


@scherm("beheer:gezondheid", {Rol.FUNCTIONEEL_BEHEERDER})
def gezond(request: Verzoek) -> HttpResponse:
    """Each thing that was looked at just now, what is not well first."""
    metingen = gezondheid(request.actor.regio, timezone.now())
    zorgen = [meting for meting in metingen if meting.is_zorg]
    inhoud = {
        "metingen": [*zorgen, *(meting for meting in metingen if not meting.is_zorg)],
        "zorgen": len(zorgen),
        "kruimels": (Kruimel("Beheer", "/beheer/"),),
        "kruimel_hier": "Gezondheid",
    }
    return render(request, "beheer/gezondheid.html", inhoud)
