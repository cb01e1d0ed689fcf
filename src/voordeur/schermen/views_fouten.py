"""Pages for when something went wrong. They ask nothing of the database: that may be what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from voordeur.kern.fouten import Geweigerd


def geen_toegang(_request: HttpRequest, _exception: Exception | None = None, **_rest: object) -> HttpResponse:
    """403."""
    return HttpResponse(render_to_string("schermen/403.html"), status=403)


def niet_gevonden(_request: HttpRequest, _exception: Exception | None = None, **_rest: object) -> HttpResponse:
    """404."""
    return HttpResponse(render_to_string("schermen/404.html"), status=404)


_BLOOT = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8">'
    "<title>Er ging bij ons iets mis</title></head><body><main>"
    "<h1>Er ging bij ons iets mis</h1><p>Uw laatste stap is niet opgeslagen. Het ligt niet aan u.</p>"
    "<p>Probeer het over een paar minuten opnieuw.</p></main></body></html>"
)


def mislukt(_request: HttpRequest) -> HttpResponse:
    """500. Without the gathered static files the page cannot be drawn; then the same words come without style."""
    try:
        return HttpResponse(render_to_string("schermen/500.html"), status=500)
    except ValueError:
        return HttpResponse(_BLOOT, status=500)


def geweigerd(weigering: Geweigerd, terug: str = "") -> HttpResponse:
    """The page of an action that was refused: why, and the way back."""
    return HttpResponse(
        render_to_string("schermen/weigering.html", {"weigering": weigering, "terug": terug}), status=403
    )
