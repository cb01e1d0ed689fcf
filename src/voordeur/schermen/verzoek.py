"""A request of somebody who is logged in, and which roles may open which screen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from voordeur.kern.actor import MEDEWERKERS, Actor, Rol
from voordeur.kern.models import Account

P = ParamSpec("P")


class Verzoek(HttpRequest):
    """What a screen gets: who acts, and the legal day on which; the web door sets both."""

    actor: Actor
    vandaag: date


@dataclass(frozen=True)
class Scherm:
    """A screen as it is written down: its name, and the roles that may open it."""

    naam: str
    rollen: frozenset[Rol]


SCHERMEN: dict[str, Scherm] = {}
ALLE_ROLLEN = MEDEWERKERS


def scherm(naam: str, rollen: Collection[Rol]) -> Callable[..., Any]:
    """Open a view only for who has one of these roles today. `naam` is the name of its address: 'toegang:dossier'."""
    SCHERMEN[naam] = Scherm(naam, frozenset(rollen))

    def versier(view: Callable[Concatenate[Verzoek, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def open_scherm(request: Any, *delen: P.args, **velden: P.kwargs) -> HttpResponse:
            actor = getattr(request, "actor", None)
            if actor is None:
                return redirect_to_login(request.get_full_path(), _inlogpagina(naam))
            if not any(deel.rol in SCHERMEN[naam].rollen for deel in actor.rollen_op(request.vandaag)):
                if _kiest_eerst(request, naam):
                    return redirect("mijn:voor_wie")
                raise PermissionDenied
            return view(request, *delen, **velden)

        return open_scherm

    return versier


def _inlogpagina(naam: str) -> str | None:
    """A resident logs in on a page of their own; None: that of staff."""
    return reverse("mijn:inloggen") if naam.startswith("mijn:") else None


def _kiest_eerst(request: Any, naam: str) -> bool:
    """Who helps others, or does so no longer, first says for whom they look."""
    kijkt_nergens = request.actor.inwoner is None and request.user.soort == Account.Soort.INWONER
    return naam.startswith("mijn:") and kijkt_nergens


def mag_openen(actor: Actor, naam: str, vandaag: date) -> bool:
    """Whether somebody may open a screen, for what links to it."""
    return any(deel.rol in SCHERMEN[naam].rollen for deel in actor.rollen_op(vandaag))
