"""What the screens share: who may open them, a step that shows what it is about, the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.schermen.bouwstenen import Chip, Gegeven, Waarom
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek

LEZERS = frozenset({Rol.CONTROLLER, Rol.CONTRACTBEHEERDER, Rol.BESTUURDER, Rol.TOEZICHTHOUDER})
VOORBEREIDERS = frozenset({Rol.CONTROLLER, Rol.CONTRACTBEHEERDER})
BESLISSERS = frozenset({Rol.CONTROLLER, Rol.CONTRACTBEHEERDER, Rol.BESTUURDER})
MET_AANBIEDER = LEZERS | {Rol.AANBIEDER}


def beslisstap(
    titel: str,
    knop: str,
    terug: str,
    kruimels: tuple[Kruimel, ...],
    *,
    gegevens: Sequence[Gegeven] = (),
    waarom: Waarom | None = None,
    chips: Sequence[Chip] = (),
    uitleg: str = "",
    controle: bool = False,
    anders: str = "",
    anderstekst: str = "",
) -> Stap:
    """A step with what it is about above its form; without questions the button is the confirmation.

    `anders` and `anderstekst`: the address and the words of the other way to go.
    """
    boven: dict[str, Any] = {"gegevens": tuple(gegevens), "waarom": waarom, "chips": tuple(chips)}
    boven |= {"anders": anders, "anderstekst": anderstekst}
    return Stap(titel, knop, terug, uitleg, controle, "geld/beslis.html", kruimels, boven)


def naar_inbox() -> Kruimel:
    """The way back to what waits."""
    return Kruimel("Te beoordelen", reverse("geld:inbox"))


def naar_subsidies() -> Kruimel:
    """The way back to the subsidies."""
    return Kruimel("Subsidies", reverse("geld:subsidies"))


def naar_declaraties() -> Kruimel:
    """The way back to the claims."""
    return Kruimel("Declaraties", reverse("geld:declaraties"))


def naar_jaar(jaar: int) -> Kruimel:
    """The way back to the year."""
    return Kruimel(f"Geld in {jaar}", reverse("geld:jaar", args=[jaar]))


def klaar(request: Verzoek, tekst: str, naar: str, *delen: Any) -> HttpResponse:
    """Say what happened and go on."""
    messages.success(request, tekst)
    return redirect(naar, *delen)
