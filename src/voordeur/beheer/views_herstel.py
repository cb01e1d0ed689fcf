"""The screens by which a manager lets somebody in again: a new code, and an account that was closed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.verzoek import Verzoek, scherm

from .actions import herstel
from .actions import mensen as doe
from .queries import mensen as vraag
from .views_mensen import BEHEER, Leeg, kruimels, toon_code, van_mens
from .views_tweede import Waarom

TWEEDE = "Een tweede persoon bevestigt de code. Pas daarna werkt hij."


@scherm("beheer:opnieuw_uitnodigen", BEHEER)
def opnieuw_uitnodigen(request: Verzoek, pk: int) -> HttpResponse:
    """A new code for who lost it, or who forgot the password; for a used account it may take a second person."""
    account = vraag.mens_of_404(request.actor, pk)
    tweede = account.is_active and doe.vraagt_tweede(account)
    stap = Stap(
        "Maak een nieuwe code",
        "Maak de code",
        van_mens(account).adres,
        controle=False,
        kruimels=kruimels(van_mens(account)),
        uitleg=TWEEDE if tweede else "De vorige code werkt daarna niet meer.",
    )

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        bij = doe.beheert(request.actor, None, request.vandaag)
        if tweede:
            gemaakt = herstel.vraag_herstel(request.actor, bij, account, ingevuld["waarom"], op=request.vandaag)
        else:
            gemaakt = doe.nodig_opnieuw_uit(request.actor, bij, account, op=request.vandaag)
        return toon_code(request, gemaakt.object)

    return doorloop(request, stap, (Waarom if tweede else Leeg)(request.POST or None), actie)


@scherm("beheer:heropenen", BEHEER)
def heropenen(request: Verzoek, pk: int) -> HttpResponse:
    """Open an account that was closed: with a reason and a new code, and without what it could do before."""
    account = vraag.mens_of_404(request.actor, pk)
    stap = Stap(
        f"Open het account van {account.naam} weer",
        "Open het account",
        van_mens(account).adres,
        controle=False,
        kruimels=kruimels(van_mens(account)),
        uitleg="Rollen van vroeger komen niet terug. U geeft daarna een nieuwe rol.",
    )

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        bij = doe.beheert(request.actor, None, request.vandaag)
        gedaan = herstel.heropen(request.actor, bij, account, ingevuld["waarom"], op=request.vandaag)
        return toon_code(request, gedaan.object)

    return doorloop(request, stap, Waarom(request.POST or None), actie)
