"""The screens of the keys by which systems come in: the list, making one, showing it once, ending one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from voordeur.kern.actor import Rol
from voordeur.kern.queries import centrum
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Chip, Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import TWEEDE, BijBeheer, SleutelKanNiet, Sleutelvraag, beeindig_sleutel, bevestig_sleutel, maak_sleutel
from .forms import Leeg, Sleutelformulier
from .geheim import nieuw_geheim
from .models import Apisleutel
from .queries import accounts_voor_sleutel, sleutels, stand

BEHEER = frozenset({Rol.FUNCTIONEEL_BEHEERDER})
CHIPS = {
    "wacht": Chip("bijna", "Wacht op een tweede persoon", "hourglass"),
    "geldt": Chip("goed", "Geldt", "check"),
    "straks": Chip("info", "Geldt straks", "clock"),
    "verlopen": Chip("info", "Verlopen", "clock"),
    "beëindigd": Chip("info", "Beëindigd", "clock"),
}
# who may do what in words
RECHTEN = {True: "lezen en vastleggen", False: "alleen lezen"}


def _kruimels() -> tuple[Kruimel, ...]:
    return (Kruimel("Beheer", reverse("beheer:begin")), Kruimel("API-sleutels", reverse("api:sleutels")))


@scherm("api:sleutels", rollen=BEHEER | TWEEDE)
def lijst(request: Verzoek) -> HttpResponse:
    """Every key of the region: as whom it works, how long it holds, when it was used."""
    pagina = blad(request, sleutels(request.actor))
    rollen = {deel.rol for deel in request.actor.rollen_op(request.vandaag)}
    rijen = [(deze, RECHTEN[deze.mag_schrijven], CHIPS[stand(deze, request.vandaag)]) for deze in pagina.rijen]
    return render(request, "api/sleutels.html", {
        "blad": pagina, "rijen": rijen, "beheert": bool(rollen & BEHEER), "bevestigt": bool(rollen & TWEEDE),
        "kruimels": _kruimels()[:1], "kruimel_hier": "API-sleutels",
    })  # fmt: skip


@scherm("api:sleutel_nieuw", rollen=BEHEER)
def nieuw(request: Verzoek) -> HttpResponse:
    """Make a key; the page after it shows the key once."""
    accounts = {str(account.pk): account for account in accounts_voor_sleutel(request.actor)}
    namen = {nummer: f"{account.naam} ({account.email})" for nummer, account in accounts.items()}
    formulier = Sleutelformulier(request.POST or None, accounts=namen, initial={"van": request.vandaag})
    stap = Stap(
        "Nieuwe API-sleutel", "Maak de sleutel", reverse("api:sleutels"),
        uitleg="Met deze sleutel werkt een ander systeem namens een account.", kruimels=_kruimels(),
    )  # fmt: skip

    def doe(schoon: dict[str, Any]) -> HttpResponse:
        geheim = nieuw_geheim(request.actor.regio)
        vraag = Sleutelvraag(**{**schoon, "account": accounts[schoon["account"]]})
        bij = BijBeheer(centrum(request.actor.regio).code)
        maak_sleutel(request.actor, bij, vraag, geheim, op=request.vandaag)
        return render(request, "api/sleutel.html", {
            "naam": vraag.naam, "bewijs": geheim.bewijs, "kruimels": _kruimels(), "kruimel_hier": "Uw nieuwe sleutel",
        })  # fmt: skip

    return doorloop(request, stap, formulier, doe, bij_veld={SleutelKanNiet: "tot"})


@scherm("api:sleutel_bevestigen", rollen=TWEEDE)
def bevestigen(request: Verzoek, pk: int) -> HttpResponse:
    """Another person agrees; from then on the key opens the door."""
    sleutel = get_object_or_404(sleutels(request.actor), pk=pk)
    stap = Stap(
        f"Bevestig de sleutel {sleutel.naam}", "Bevestig de sleutel", reverse("api:sleutels"),
        uitleg="Een systeem mag daarna alles wat dit account mag. Klopt dat?", kruimels=_kruimels(),
        controle=False, sjabloon="api/einde.html", extra={"wat": _gegevens(sleutel)},
    )  # fmt: skip

    def doe(_: dict[str, Any]) -> HttpResponse:
        bij = BijBeheer(centrum(request.actor.regio).code, pk)
        bevestig_sleutel(request.actor, bij, op=request.vandaag)
        messages.success(request, f"De sleutel {sleutel.naam} werkt vanaf nu.")
        return redirect("api:sleutels")

    return doorloop(request, stap, Leeg(request.POST or None), doe)


def _gegevens(sleutel: Apisleutel) -> tuple[Gegeven, ...]:
    return (
        Gegeven("Nummer", sleutel.nummer), Gegeven("Account", sleutel.account.naam),
        Gegeven("Mag", RECHTEN[sleutel.mag_schrijven]),
    )  # fmt: skip


@scherm("api:sleutel_einde", rollen=BEHEER)
def einde(request: Verzoek, pk: int) -> HttpResponse:
    """End a key at once."""
    sleutel = get_object_or_404(sleutels(request.actor), pk=pk)
    stap = Stap(
        f"Beëindig de sleutel {sleutel.naam}", "Beëindig de sleutel", reverse("api:sleutels"),
        uitleg="Het systeem komt er direct niet meer in. U kunt dit niet terugdraaien.", kruimels=_kruimels(),
        controle=False, sjabloon="api/einde.html",
        extra={"wat": _gegevens(sleutel)},
    )  # fmt: skip

    def doe(_: dict[str, Any]) -> HttpResponse:
        try:
            beeindig_sleutel(request.actor, BijBeheer(centrum(request.actor.regio).code, pk), op=request.vandaag)
        except Apisleutel.DoesNotExist:
            messages.error(request, "Deze sleutel is er niet meer.")
            return redirect("api:sleutels")
        messages.success(request, f"De sleutel {sleutel.naam} geldt niet meer.")
        return redirect("api:sleutels")

    return doorloop(request, stap, Leeg(request.POST or None), doe)
