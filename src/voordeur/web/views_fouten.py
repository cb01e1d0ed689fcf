"""Pages for when something went wrong. They ask nothing of the database: that may be what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from voordeur.kern.fouten import Geweigerd


def geen_toegang(_request: HttpRequest, _exception: Exception | None = None, **_rest: object) -> HttpResponse:
    """403."""
    return HttpResponse(render_to_string("web/403.html"), status=403)


def niet_gevonden(_request: HttpRequest, _exception: Exception | None = None, **_rest: object) -> HttpResponse:
    """404."""
    return HttpResponse(render_to_string("web/404.html"), status=404)


def mislukt(_request: HttpRequest) -> HttpResponse:
    """500."""
    return HttpResponse(render_to_string("web/500.html"), status=500)


def geweigerd(weigering: Geweigerd, terug: str = "") -> HttpResponse:
    """The page of an action that was refused: why, and the way back."""
    return HttpResponse(render_to_string("web/weigering.html", {"weigering": weigering, "terug": terug}), status=403)
