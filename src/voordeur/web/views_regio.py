"""The region in one page: who lives there, what it costs, how it is settled, what has to be done next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from voordeur.geld.queries import jaren, verrekening_van
from voordeur.kern.actor import Rol
from voordeur.kern.queries import gemeentenamen, regeling_van, ziet_alles
from voordeur.regelingen.schema import Regeling
from voordeur.regels.fouten import Onberekenbaar
from voordeur.regels.verwoorden import verwoord
from voordeur.schermen.verzoek import Verzoek, scherm

from . import regiobeeld as beeld
from .regiocijfers import bewoners, jaargeld, reserve

KIJKERS = frozenset({Rol.BESTUURDER, Rol.CONTROLLER, Rol.CONTRACTBEHEERDER, Rol.TEAMLEIDER, Rol.TOEZICHTHOUDER})


@scherm("web:regio", rollen=KIJKERS)
def regio(request: Verzoek) -> HttpResponse:
    """The region in this year."""
    return _toon(request, request.vandaag.year)


@scherm("web:regio_jaar", rollen=KIJKERS)
def regio_jaar(request: Verzoek, jaar: int) -> HttpResponse:
    """The region in a year that has figures."""
    return _toon(request, jaar)


def _toon(request: Verzoek, jaar: int) -> HttpResponse:
    keuze = sorted({*jaren(), request.vandaag.year}, reverse=True)
    if jaar not in keuze or jaar > request.vandaag.year:
        raise Http404
    peildag = min(request.vandaag, date(jaar, 12, 31))
    afspraak = _afspraak(request, peildag)
    namen = gemeentenamen(request.actor.regio)
    alles = ziet_alles(request.actor, request.vandaag)
    inhoud = {
        "jaar": str(jaar),
        "jaren": tuple(str(deze) for deze in keuze if deze <= request.vandaag.year),
        "dit_jaar": str(request.vandaag.year),
        "peildag": peildag,
        "aannames": afspraak.aannames,
        "alles": alles,
        "voorbeeld": beeld.VOORBEELD,
        "afrekening": beeld.afrekening(verrekening_van(jaar) or verrekening_van(jaar - 1), afspraak.regeling, namen),
        **_plichten(request, afspraak.regeling, jaar),
        **(_cijfers(request, jaar, peildag, namen) if alles else {}),
    }
    return render(request, "web/regio.html", inhoud)


@dataclass(frozen=True)
class Afspraken:
    """The agreement that holds on the day, and what is assumed about that in sentences."""

    regeling: Regeling | None
    aannames: tuple[str, ...]


def _afspraak(request: Verzoek, dag: date) -> Afspraken:
    try:
        regeling, stappen = regeling_van(request.actor.regio, dag)
    except Onberekenbaar as fout:
        return Afspraken(None, (f"Er geldt geen regeling: {fout}.",))
    return Afspraken(regeling, tuple(verwoord(stap) for stap in stappen))


def _plichten(request: Verzoek, regeling: Regeling | None, jaar: int) -> dict[str, Any]:
    """Duties are about what comes, so only with this year."""
    if regeling is None or jaar != request.vandaag.year:
        return {"plichten": (), "zonder_dag": ()}
    met_dag, zonder = beeld.plichten(regeling, request.vandaag)
    return {"plichten": met_dag, "zonder_dag": zonder}


def _cijfers(request: Verzoek, jaar: int, peildag: date, namen: dict[str, str]) -> dict[str, Any]:
    """What is counted over all dossiers and the whole ledger: only for who sees these."""
    mensen, geld = bewoners(peildag), jaargeld(request.actor, jaar, peildag)
    return {
        "conclusie": beeld.conclusie(mensen, geld, jaar),
        "kerncijfers": beeld.kerncijfers(mensen, geld, reserve(jaar), peildag, len(namen)),
        "geld": geld,
        "staven": beeld.staven(geld, namen),
        "kosten": beeld.kostentabel(geld, namen),
        "kostenzin": beeld.kostenzin(geld, namen),
    }
