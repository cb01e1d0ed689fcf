"""A step of a screen, walked by a machine: the same view, form, action and mandate, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from voordeur.schermen.doorloop import BEVESTIG, NietIngevuld

from .problemen import Probleem, van_formulier
from .versies import veranderd
from .vormen import Ingestuurd

if TYPE_CHECKING:
    from .deur import Vraag

DOORGESTUURD = range(300, 400)


class Zinnen:
    """What a screen says after a step; here it goes into the answer."""

    def __init__(self) -> None:
        self.gezegd: list[str] = []

    def add(self, _niveau: int, tekst: str, _soort: str = "") -> None:
        self.gezegd.append(str(tekst))


def wandel(request: Vraag, scherm: str, pad: dict[str, Any], ingestuurd: Ingestuurd) -> str:
    """Fill in the form of a screen, confirm it, and give the sentence that the screen says then.

    Raises Http404, Probleem with the texts of the form, and every refusal of the action.
    """
    try:
        gevonden = resolve(reverse(scherm, kwargs=pad))
    except (NoReverseMatch, Resolver404):
        raise Http404 from None
    if gevonden.view_name != scherm:
        raise Http404
    stap, zinnen = _verzoek(request, reverse(scherm, kwargs=pad), ingestuurd), Zinnen()
    stap._messages = zinnen
    try:
        antwoord = gevonden.func(stap, *gevonden.args, **gevonden.kwargs)
    except NietIngevuld as fout:
        if fout.botsing is not None:
            raise veranderd([], fout.botsing) from None
        raise van_formulier(fout.formulier, ingestuurd.plekken) from None
    if antwoord.status_code not in DOORGESTUURD:
        # a page instead of the way on: what was asked is not there now
        raise Probleem(
            409, "geweigerd", "Dit kan nu niet", "Deze stap kan nu niet. Kijk eerst hoe het er nu voor staat."
        )
    return " ".join(zinnen.gezegd)


def _verzoek(request: Vraag, adres: str, ingestuurd: Ingestuurd) -> Any:
    """What the screen sees: who acts, on which day, and what was filled in. Nothing else of the call."""
    stap: Any = HttpRequest()
    stap.method, stap.path, stap.path_info = "POST", adres, adres
    stap.actor, stap.vandaag, stap.per_machine = request.actor, request.vandaag, True
    ingestuurd.post[BEVESTIG] = "1"
    stap.POST, stap.FILES = ingestuurd.post, ingestuurd.bestanden
    return stap
