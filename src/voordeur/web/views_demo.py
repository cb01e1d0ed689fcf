"""Only in a demo: picking who you are. Everybody in it is invented, and there is no password."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.models import Aanstelling, Account, Regio

from .klok import vandaag

WAT: dict[Rol, str] = {
    Rol.CONSULENT: "Neemt meldingen aan, onderzoekt wat nodig is en bereidt het besluit voor.",
    Rol.TEAMLEIDER: "Leest de voorstellen van collega's en neemt het besluit.",
    Rol.CONTRACTBEHEERDER: "Sluit contracten en bereidt subsidies en betalingen voor.",
    Rol.CONTROLLER: "Keurt betalingen goed en rekent het jaar af.",
    Rol.BESTUURDER: "Ziet hoe het in de regio gaat en stelt de cijfers vast.",
    Rol.TOEZICHTHOUDER: "Kijkt mee of het goed gaat en wijzigt niets.",
    Rol.AANBIEDER: "Meldt mensen aan, ziet de eigen bewoners en dient declaraties in.",
    Rol.OPVANGMEDEWERKER: "Werkt in de opvang en meldt mensen aan.",
    Rol.FUNCTIONEEL_BEHEERDER: "Beheert accounts en kijkt of berichten zijn verstuurd.",
}


@dataclass(frozen=True)
class Mens:
    """Somebody to pick, and where they work."""

    id: int
    naam: str
    waar: str


@dataclass
class Rolkeuze:
    """A role with who has it."""

    naam: str
    wat: str
    mensen: list[Mens] = field(default_factory=list)


@dataclass(frozen=True)
class Regiokeuze:
    """A region with its roles, in the order of the work."""

    id: str
    naam: str
    rollen: list[Rolkeuze]


@require_http_methods(["GET", "POST"])
def kies_account(request: HttpRequest) -> HttpResponse:
    """Everybody by region and role; a POST logs in as one of them."""
    if not settings.VOORDEUR_DEMO:
        raise Http404
    if request.method == "POST":
        return _word(request)
    return render(request, "web/kies_account.html", {"regios": keuzes(vandaag())})


def _word(request: HttpRequest) -> HttpResponse:
    te_vaak: HttpResponse | None = ratelimit.consume_or_429(request, action="login")
    if te_vaak:
        return te_vaak
    try:
        account = get_object_or_404(Account, pk=int(request.POST["account"]), is_active=True)
    except (KeyError, ValueError):
        raise Http404 from None
    if request.user.is_authenticated:
        logout(request)
    antwoord: HttpResponse = perform_login(request, account, redirect_url=reverse("web:begin"))
    return antwoord


def keuzes(op: date) -> list[Regiokeuze]:
    """Per region the roles that somebody has today."""
    return [regio_keuze(regio, op) for regio in Regio.objects.order_by("naam", "id")]


def regio_keuze(regio: Regio, op: date) -> Regiokeuze:
    """The roles of one region that somebody has on a day."""
    rollen = {rol: Rolkeuze(rol.value, wat) for rol, wat in WAT.items()}
    with als(Actor(regio.pk, None, "demo")):
        aanstellingen = Aanstelling.objects.filter(periode__contains=op, account__is_active=True)
        for deel in aanstellingen.select_related("account", "college", "organisatie").order_by("account__naam", "id"):
            waar = deel.college.naam if deel.college else deel.organisatie.naam if deel.organisatie else ""
            rollen[Rol(deel.rol)].mensen.append(Mens(deel.account_id, deel.account.naam, waar))
    return Regiokeuze(regio.pk, regio.naam, [keuze for keuze in rollen.values() if keuze.mensen])
