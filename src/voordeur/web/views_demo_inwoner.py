"""Only in a demo: being one of its invented residents, as the broker would bring them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from voordeur.inwoner.ingang import account_voor
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor, als
from voordeur.kern.models import College, Regio
from voordeur.toegang.models import Dossier

from .inloggen.binnen import binnen
from .klok import vandaag

PER_REGIO = 5


@dataclass(frozen=True)
class Bewoner:
    """An invented resident to pick, and how far the case is."""

    dossier: int
    naam: str
    waar: str


@require_http_methods(["GET", "POST"])
def kies_inwoner(request: HttpRequest) -> HttpResponse:
    """A few residents of each region; a POST logs in as one of them."""
    if not settings.VOORDEUR_DEMO:
        raise Http404
    regios = list(Regio.objects.order_by("naam", "id"))
    if request.method != "POST":
        return render(
            request, "web/kies_inwoner.html", {"regios": [(regio, list(bewoners(regio))) for regio in regios]}
        )
    te_vaak: HttpResponse | None = ratelimit.consume_or_429(request, action="login")
    return te_vaak or _word(request, regios, vandaag())


def _word(request: HttpRequest, regios: list[Regio], op: date) -> HttpResponse:
    gekozen = request.POST.get("dossier", "")
    for regio in regios:
        if gekozen in (str(bewoner.dossier) for bewoner in bewoners(regio)):
            portier = _portier(regio)
            with als(portier):
                inwoner = Dossier.objects.select_related("inwoner").get(pk=int(gekozen)).inwoner
                account = account_voor(inwoner, op)
            return binnen(request, account)
    raise Http404


def bewoners(regio: Regio) -> Iterator[Bewoner]:
    """The newest case at each step, of different residents who can still be named."""
    with als(_portier(regio)):
        nieuwste = Dossier.objects.order_by("stap", "-gemeld_op", "-id").distinct("stap").values("pk")
        dossiers = Dossier.objects.filter(pk__in=nieuwste, inwoner__vernietigd_om=None).select_related("inwoner")
        rijen = list(dossiers.order_by("gemeld_op", "id")[:PER_REGIO])
        namen = namen_van([dossier.inwoner for dossier in rijen])
    for dossier in rijen:
        yield Bewoner(dossier.pk, namen[dossier.inwoner_id], f"Stap: {dossier.get_stap_display().lower()}")


def _portier(regio: Regio) -> Actor:
    with als(Actor(regio.pk, None, "demo")):
        codes = College.objects.filter(regio_id=regio.pk).values_list("code", flat=True)
        return Actor(regio.pk, None, "demo", colleges=frozenset(codes))
