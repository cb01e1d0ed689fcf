"""What a team leader and a supervisor see of the shelters: nights, persons, and the nights that were not given."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from voordeur.kern.actor import Rol
from voordeur.schermen.bladeren import blad
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .queries_cijfers import niet_gegeven, per_grond, per_opvang

LEZERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.TOEZICHTHOUDER, Rol.OPVANGMEDEWERKER})
EEN_MAAND = timedelta(days=30)


def _dag(tekst: str, anders: date) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return anders


@scherm("opvang:cijfers", rollen=LEZERS)
def cijfers(request: Verzoek) -> HttpResponse:
    """The nights of a month, or of the days that the address asks for; a shelter sees its own."""
    tot = _dag(request.GET.get("tot", ""), request.vandaag)
    van = min(_dag(request.GET.get("van", ""), tot - EEN_MAAND if tot > date.min + EEN_MAAND else tot), tot)
    bladzijde = blad(request, niet_gegeven(van, tot))
    return render(request, "opvang/cijfers.html", {
        "van": van, "tot": tot, "hier": request.path,
        "opvang": per_opvang(van, tot), "gronden": per_grond(van, tot),
        "blad": bladzijde, "rijen": bladzijde.rijen,
        "scherm": _dossierscherm(request),
        "kruimels": (),
    })  # fmt: skip


def _dossierscherm(request: Verzoek) -> str:
    """Where a number leads: a shelter to its own page, a college to the dossier."""
    return "opvang:persoon" if mag_openen(request.actor, "opvang:persoon", request.vandaag) else "toegang:dossier"
