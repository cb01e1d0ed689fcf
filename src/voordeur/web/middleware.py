"""What surrounds every request: strict headers, and the one who acts in one transaction up to the last byte."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from time import perf_counter

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import is_valid_path

from voordeur.api.deur import beantwoord, is_vraag
from voordeur.inwoner.accounts import VOOR, actor_van_inwoner
from voordeur.kern.accounts import actor_van
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Account
from voordeur.schermen.views_fouten import geweigerd

from .klok import vandaag
from .mijn.verder import HIER
from .mijn.weigeringen import geweigerd_aan_inwoner
from .settings_inloggen import herkomst

Antwoord = Callable[[HttpRequest], HttpResponse]
LOG = logging.getLogger("voordeur.web")

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action {formulieren}; frame-ancestors 'none'; base-uri 'none'"
)


def csp() -> str:
    """What the browser may load; a form may also go on to the providers by which people log in, when there are any."""
    diensten = (herkomst(settings.VOORDEUR_OIDC_UITGEVER), herkomst(settings.VOORDEUR_DIGID_UITGEVER))
    return CSP.format(formulieren=" ".join(filter(None, ("'self'", *diensten))))


class VeiligeKoppen:
    """Headers that forbid whatever the pages do not need, and keep pages about people out of caches."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        antwoord.headers.setdefault("Content-Security-Policy", csp())
        antwoord.headers.setdefault("Cache-Control", "no-store")
        antwoord.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return antwoord


class Verzoekregel:
    """A line in the log for each request: which page, for which region, how it ended and how long it took.

    The page by its name: an address can hold a number that leads to a person.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begin = perf_counter()
        antwoord = self.get_response(request)
        actor = getattr(request, "actor", None)
        gevonden = request.resolver_match
        LOG.info(
            "verzoek",
            extra={
                "methode": request.method,
                "adres": gevonden.view_name if gevonden else "onbekend",
                "status": antwoord.status_code,
                "ms": round((perf_counter() - begin) * 1000),
                "regio": actor.regio if actor else "",
                "account": actor.account if actor else None,
            },
        )
        return antwoord


class Machinedeur:
    """Calls of `/v1` go to the machine door at once: there is no session, no cookie and no form there."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_vraag(request.path_info):
            return self.get_response(request)
        return beantwoord(request, vandaag())


def _terug(request: HttpRequest) -> str:
    """Where to go on after a refusal: back to the form, or, when that page itself is refused, to the one above it."""
    if request.method == "POST":
        return request.path
    boven = f"{request.path.rstrip('/').rpartition('/')[0]}/"
    return boven if is_valid_path(boven) else "/"


def _wie(account: Account, dag: date, voor: str | None) -> Actor:
    if account.soort == Account.Soort.INWONER:
        return actor_van_inwoner(account, op=dag, voor=voor)
    return actor_van(account, op=dag)


class AlsActor:
    """The transaction of the one who is logged in, around view and rendering; sets `request.actor`.

    A page that is rendered after its transaction would show empty lists, so a late rendering happens inside it.
    """

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """A refused action becomes the page that says why; what the page did before it is undone with it."""
        if not isinstance(fout, Geweigerd):
            return None
        if hasattr(request, "actor") and request.path_info.startswith(HIER):
            return geweigerd_aan_inwoner(request, fout, _terug(request))
        if hasattr(request, "actor"):
            transaction.set_rollback(True)
        return geweigerd(fout, _terug(request))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # no text in the database holds this sign, and asking for it there is an error
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        account = request.user
        if not isinstance(account, Account):
            return self.get_response(request)
        dag = vandaag()
        if account.laatste_dag is not None and account.laatste_dag < dag:
            # whoever left is out the day after, also when nobody has closed the account yet
            logout(request)
            return self.get_response(request)
        with als(_wie(account, dag, request.session.get(VOOR))) as actor:
            request.actor = actor  # type: ignore[attr-defined]
            request.vandaag = dag  # type: ignore[attr-defined]
            antwoord = self.get_response(request)
            if hasattr(antwoord, "render") and not getattr(antwoord, "is_rendered", True):
                antwoord.render()
            if antwoord.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                # Django made a page of the exception already: without this, half a change would be kept
                transaction.set_rollback(True)
        return antwoord
