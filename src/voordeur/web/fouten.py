"""Pages for when something went wrong: those of residents in their own frame and language, all others as for staff."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

from voordeur.kern.models import Account
from voordeur.schermen import views_fouten

from .mijn.verder import HIER


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    if not _van_inwoner(request):
        return views_fouten.geen_toegang(request, exception)
    return _pagina(request, _("Deze pagina is niet voor u"), _("Alleen wie het aangaat mag dit zien."), 403)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    if not _van_inwoner(request):
        return views_fouten.niet_gevonden(request, exception)
    return _pagina(request, _("Deze pagina is er niet"), _("Misschien klopt het adres niet. Begin opnieuw."), 404)


def verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that is too old, or that did not come from here."""
    if not _van_inwoner(request):
        return csrf_failure(request, reason)
    zin = _("Er is niets verstuurd. Ga terug en probeer het nog een keer.")
    return _pagina(request, _("Uw formulier is verlopen"), zin, HTTPStatus.FORBIDDEN)


def _van_inwoner(request: HttpRequest) -> bool:
    medewerker = getattr(getattr(request, "user", None), "soort", "") == Account.Soort.MEDEWERKER
    return request.path_info.startswith(HIER) and not medewerker


def _pagina(request: HttpRequest, kop: str, zin: str, status: int) -> HttpResponse:
    return render(request, "mijn/geen_pagina.html", {"kop": kop, "zin": zin}, status=status)
