"""One call from the outside: who asks, in one transaction, and every answer with the same headers."""

from __future__ import annotations

import re
from datetime import date
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

from voordeur.kern.actor import als
from voordeur.schermen.verzoek import Verzoek

from .beschrijving import VERSIE
from .models import Apisleutel
from .problemen import MEDIATYPE, Probleem, als_antwoord, gewoon, van_fout
from .toegangsbewijs import herken
from .vormen import LANGSTE_INHOUD

WORTEL = "/v1/"
OPENBAAR = "/v1/openapi.json"
MET_INHOUD = ("POST", "PUT", "PATCH")
MET_BESTAND = re.compile(r"/v1/dossiers/[^/]+/(documenten|persoonlijke-plannen|getekende-verslagen)")
RUIMTE_ERNAAST = 100_000


class Vraag(Verzoek):
    """What an endpoint gets: who acts by which key, and the legal day on which. `locatie`: where a new thing stands."""

    apisleutel: Apisleutel
    locatie: str


def is_vraag(pad: str) -> bool:
    """Whether a path is for the machine door."""
    return pad == WORTEL.rstrip("/") or pad.startswith(WORTEL)


def beantwoord(request: Any, dag: date) -> HttpResponse:
    """Answer a call. It has no session and no cookie: only its key says who acts."""
    try:
        request.get_host()
        antwoord = _openbaar(request) if request.path == OPENBAAR else _als_wie(request, dag)
    except Exception as fout:  # every error leaves as a problem
        antwoord = als_antwoord(van_fout(fout))
    antwoord.headers["API-Version"] = VERSIE
    antwoord.headers.setdefault("Cache-Control", "no-store")
    antwoord.headers["Content-Length"] = str(len(antwoord.content))
    return antwoord


def _roep(request: Any) -> HttpResponse:
    # no text in the database holds this sign, and asking for it there is an error
    if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        raise Http404
    gevonden = resolve(request.path_info)
    request.resolver_match = gevonden
    antwoord: HttpResponse = gevonden.func(request, *gevonden.args, **gevonden.kwargs)
    if antwoord.status_code >= HTTPStatus.BAD_REQUEST and not antwoord.headers["Content-Type"].startswith(MEDIATYPE):
        eigen = als_antwoord(gewoon(antwoord.status_code))
        if "Allow" in antwoord.headers:
            eigen.headers["Allow"] = antwoord.headers["Allow"]
        return eigen
    return antwoord


def _openbaar(request: Any) -> HttpResponse:
    antwoord = _roep(request)
    # anybody may read how the door works, also a page of another site
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    return antwoord


def _als_wie(request: Any, dag: date) -> HttpResponse:
    toegang = herken(request, dag)
    _lees(request)
    _eis_json(request)
    request.actor, request.apisleutel, request.vandaag = toegang.actor, toegang.sleutel, dag
    with als(toegang.actor):
        antwoord = _roep(request)
        if antwoord.status_code >= HTTPStatus.BAD_REQUEST:
            transaction.set_rollback(True)
        elif locatie := getattr(request, "locatie", ""):
            antwoord.headers["Location"] = locatie
    return antwoord


def _lees(request: Any) -> None:
    """A call with a file may be as long as the largest file is in JSON; any other as long as Django takes."""
    if request.method != "POST" or not MET_BESTAND.fullmatch(request.path):
        return
    if int(request.META.get("CONTENT_LENGTH") or 0) > LANGSTE_INHOUD + RUIMTE_ERNAAST:
        raise RequestDataTooBig
    request._body = request.read()


def _eis_json(request: HttpRequest) -> None:
    if request.method in MET_INHOUD and request.body and request.content_type != "application/json":
        raise Probleem(
            415, "geen-json", "Dit soort inhoud lezen wij niet", "Stuur JSON, met Content-Type: application/json."
        )
