"""The beginning, which leads to the screen that fits the role, and the pages that everybody may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from voordeur.kern.actor import VAN_DE_INWONER, Rol
from voordeur.kern.models import Account
from voordeur.schermen.verzoek import ALLE_ROLLEN, SCHERMEN, Verzoek, mag_openen, scherm

# where each role begins: the first screen of these that is there
BEGIN: dict[Rol, tuple[str, ...]] = {
    Rol.CONSULENT: ("web:werkvoorraad",),
    Rol.TEAMLEIDER: ("web:werkvoorraad",),
    Rol.OPVANGMEDEWERKER: ("opvang:vannacht",),
    Rol.AANBIEDER: ("web:aanbieder",),
    Rol.CONTRACTBEHEERDER: ("web:werkvoorraad",),
    Rol.CONTROLLER: ("web:werkvoorraad",),
    Rol.BESTUURDER: ("web:regio", "web:werkvoorraad"),
    Rol.TOEZICHTHOUDER: ("web:regio", "web:werkvoorraad"),
    Rol.FUNCTIONEEL_BEHEERDER: ("beheer:begin",),
}


@scherm("web:begin", ALLE_ROLLEN | VAN_DE_INWONER)
def _begin(request: Verzoek) -> HttpResponse:
    for deel in request.actor.rollen_op(request.vandaag):
        for naam in BEGIN[deel.rol]:
            if naam in SCHERMEN and mag_openen(request.actor, naam, request.vandaag):
                try:
                    return redirect(reverse(naam))
                except NoReverseMatch:
                    continue
    return render(request, "web/geen_rol.html")


def begin(request: HttpRequest) -> HttpResponse:
    """The screen that fits the role; who has no role today reads what to do."""
    actor = getattr(request, "actor", None)
    if actor is not None and request.user.soort == Account.Soort.INWONER:  # type: ignore[union-attr]
        return redirect("mijn:begin")
    if actor is not None and not actor.rollen_op(request.vandaag):  # type: ignore[attr-defined]
        return render(request, "web/geen_rol.html")
    antwoord: HttpResponse = _begin(request)
    return antwoord


def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How everybody can work with it."""
    return render(request, "web/toegankelijkheid.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """What happens with facts about people."""
    return render(request, "web/privacy.html")


def hulp(request: HttpRequest) -> HttpResponse:
    """What to do when it does not work."""
    actor = getattr(request, "actor", None)
    rollen = actor.rollen_op(request.vandaag) if actor is not None else ()  # type: ignore[attr-defined]
    is_beheerder = any(deel.rol == Rol.FUNCTIONEEL_BEHEERDER for deel in rollen)
    return render(request, "web/hulp.html", {"is_beheerder": is_beheerder})
