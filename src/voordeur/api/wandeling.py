"""A step of a screen, walked by a machine: the same view, form, action and mandate, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from voordeur.schermen.doorloop import BEVESTIG, NietIngevuld

from .problemen import Probleem, van_formulier
from .versies import veranderd
from .vormen import Ingestuurd, Vorm

if TYPE_CHECKING:
    from .deur import Vraag

DOORGESTUURD = range(300, 400)


class Zinnen:
    """What a screen says after a step; here it goes into the answer."""

    def __init__(self) -> None:
        self.gezegd: list[str] = []

    def add(self, _niveau: int, tekst: str, _soort: str = "") -> None:
        self.gezegd.append(str(tekst))


def wandel(request: Vraag, scherm: str, pad: dict[str, Any], ingestuurd: Ingestuurd, vorm: Vorm) -> str:
    """Fill in the form of a screen, confirm it, and give the sentence that the screen says then.

    Raises Http404, Probleem with the texts of the form, and every refusal of the action.
    """
    zinnen = Zinnen()
    ingestuurd.post[BEVESTIG] = "1"
    try:
        antwoord = _open(request, scherm, pad, zinnen, ingestuurd)
    except NietIngevuld as fout:
        if fout.botsing is not None:
            raise veranderd([], fout.botsing) from None
        raise van_formulier(fout.formulier, vorm.plek) from None
    if antwoord.status_code not in DOORGESTUURD:
        # a page instead of the way on: what was asked is not there now
        raise niet_nu()
    return " ".join(zinnen.gezegd)


def leeg_formulier(request: Vraag, scherm: str, pad: dict[str, Any]) -> BaseForm:
    """The form of a screen as it opens. Raises Http404, and every refusal of the page."""
    try:
        _open(request, scherm, pad, Zinnen(), None)
    except NietIngevuld as fout:
        return fout.formulier
    raise niet_nu()


def niet_nu() -> Probleem:
    """A page that has no form now."""
    return Probleem(409, "geweigerd", "Dit kan nu niet", "Deze stap kan nu niet. Kijk eerst hoe het er nu voor staat.")


def _open(request: Vraag, scherm: str, pad: dict[str, Any], zinnen: Zinnen, ingestuurd: Ingestuurd | None) -> Any:
    """Call the view. It sees who acts, on which day, and what was filled in: nothing else of the call."""
    try:
        adres = reverse(scherm, kwargs=pad)
        gevonden = resolve(adres)
    except (NoReverseMatch, Resolver404):
        raise Http404 from None
    if gevonden.view_name != scherm:
        raise Http404
    stap: Any = HttpRequest()
    stap.path = stap.path_info = adres
    stap.actor, stap.vandaag, stap.per_machine, stap._messages = request.actor, request.vandaag, True, zinnen
    stap.method = "GET" if ingestuurd is None else "POST"
    if ingestuurd is not None:
        stap.POST, stap.FILES = ingestuurd.post, ingestuurd.bestanden
    return gevonden.func(stap, *gevonden.args, **gevonden.kwargs)
