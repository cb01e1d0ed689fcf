"""Subsidies and payments: preparing and approving, by the steps of the screens. Two persons, of whom one is a human."""

from typing import Annotated, Any

from django.forms import Form
from django.http import HttpResponse
from pydantic import Field

from voordeur.geld.forms import Redenformulier, Subsidieformulier
from voordeur.geld.models import Betaling as Betalingrij
from voordeur.geld.models import Subsidie as Subsidierij
from voordeur.geld.queries import betalingen, subsidies

from ..beschrijving import punt
from ..deur import Vraag
from ..invoer import Bedragtekst, bedrag
from ..mensenwerk import eis_mens_erbij
from ..stappen import Bak, Ding, Scherm, nieuw, stap, vergrendel
from ..vormen import vorm_uit, vraag_naar
from .geld import Betaling, Subsidie, betalingsregel, router, subsidieregel

# reading and changing share their addresses, and so one router
__all__ = ["router"]
VOORBEREIDING = ("geld.voorschot.klaarzetten", "geld.subsidie.vaststellen")
Termijn = Annotated[int, Field(ge=1, le=12)]


def _van_subsidie(deze: Subsidierij) -> dict[str, Any]:
    vast = deze.vastgesteld_bedrag
    return {"stand": deze.stand, "verleend_bedrag": bedrag(deze.verleend_bedrag), "verleend_op": deze.verleend_op,
            "vastgesteld_bedrag": None if vast is None else bedrag(vast), "bewijs": deze.bewijs}  # fmt: skip


SUBSIDIE = Ding(
    lambda request, nummer: vergrendel(subsidies(request.actor), nummer=nummer), _van_subsidie,
    lambda deze: f"/v1/subsidies/{deze.nummer}",
)  # fmt: skip
BETALING = Ding(
    lambda request, nummer: vergrendel(betalingen(request.actor), nummer=nummer),
    lambda deze: {"stand": deze.stand, "bedrag": bedrag(deze.bedrag), "beoordeeld_op": deze.beoordeeld_op},
    lambda deze: f"/v1/betalingen/{deze.nummer}",
)


@punt(
    router,
    "GET",
    "/subsidies/{nummer}",
    id="subsidie",
    kop="Een subsidie",
    antwoord=Subsidie,
    scherm="geld:subsidie",
    toont=True,
)
def een_subsidie(request: Vraag, response: HttpResponse, nummer: str) -> Any:
    """One subsidy."""
    return subsidieregel(SUBSIDIE.lees(request, response, nummer=nummer))


@punt(
    router,
    "GET",
    "/betalingen/{nummer}",
    id="betaling",
    kop="Een betaling",
    antwoord=Betaling,
    scherm="geld:betaling",
    toont=True,
)
def een_betaling(request: Vraag, response: HttpResponse, nummer: str) -> Any:
    """One payment."""
    return betalingsregel(BETALING.lees(request, response, nummer=nummer))


def _mens_erbij(request: Vraag, deze: Betalingrij) -> None:
    eis_mens_erbij(request, deze, VOORBEREIDING)


nieuw(
    router, "/subsidies", id="maakSubsidie", kop="Bereid een subsidie voor",
    scherm=Scherm("geld:subsidie_nieuw", lambda *_: {}),
    vorm=vorm_uit(
        "Subsidievraag", Subsidieformulier, aanbieder=vraag_naar(int | None, None, "De organisatie.", verplicht=True),
        jaar=vraag_naar(int | None, None, "Voor welk jaar?", verplicht=True),
        bedrag=vraag_naar(Bedragtekst | None, None, "Het bedrag voor het hele jaar.", verplicht=True),
    ),
    bak=Bak(lambda _: None, lambda request, _: subsidies(request.actor), lambda deze: deze.nummer, SUBSIDIE.pad),
)  # fmt: skip
nieuw(
    router, "/subsidies/{nummer}/voorschotten", id="zetVoorschotKlaar", kop="Zet een voorschot klaar",
    scherm=Scherm("geld:voorschot", lambda deze, _: {"nummer": deze.nummer}),
    vorm=vorm_uit("Voorschotvraag", termijn=vraag_naar(Termijn | None, None, "Welke termijn?", verplicht=True)),
    bak=Bak(SUBSIDIE.zoek, lambda request, deze: betalingen(request.actor).filter(subsidie=deze),
            lambda deze: deze.nummer, BETALING.pad),
)  # fmt: skip
stap(
    router, "/subsidies/{nummer}/vaststellingsvoorstellen", id="bereidVaststellingVoor",
    kop="Reken de vaststelling van een subsidie uit", vorm=vorm_uit("Vaststellingsvraag", Form), ding=SUBSIDIE,
    scherm=Scherm("geld:vaststelling", lambda deze, _: {"nummer": deze.nummer}),
)  # fmt: skip
stap(
    router, "/betalingen/{nummer}/goedkeuringen", id="keurBetalingGoed", kop="Keur een betaling goed",
    vorm=vorm_uit("Goedkeuring", Form), ding=BETALING, vooraf=_mens_erbij,
    scherm=Scherm("geld:betaling", lambda deze, _: {"nummer": deze.nummer}),
)  # fmt: skip
stap(
    router, "/betalingen/{nummer}/afkeuringen", id="keurBetalingAf", kop="Keur een betaling af",
    vorm=vorm_uit("Afkeuring", Redenformulier), ding=BETALING,
    scherm=Scherm("geld:betaling_afkeuren", lambda deze, _: {"nummer": deze.nummer}),
)  # fmt: skip
