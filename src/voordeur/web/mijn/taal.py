"""The language of the resident's pages: chosen there by a button, kept in a cookie, and of no page of staff."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_POST

from .verder import HIER, veilig

EEN_JAAR = 365 * 24 * 60 * 60


class TaalVanInwoner:
    """Speaks the chosen language on the pages of residents, and Dutch everywhere else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        gekozen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        if not request.path_info.startswith(HIER) or gekozen not in dict(settings.LANGUAGES):
            gekozen = settings.LANGUAGE_CODE
        with translation.override(gekozen):
            return self.get_response(request)


@require_POST
def kies(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and go back to the page."""
    gekozen = request.POST.get("taal", "")
    if gekozen not in dict(settings.LANGUAGES):
        raise Http404
    antwoord = redirect(veilig(request, request.POST.get("verder", "")))
    antwoord.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, gekozen, max_age=EEN_JAAR, path=HIER, samesite="Lax", httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )  # fmt: skip
    return antwoord
