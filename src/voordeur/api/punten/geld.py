"""Subsidies and payments, to read."""

from datetime import date
from typing import Any

from ninja import Router

from voordeur.geld.queries import betalingen, subsidies

from ..beschrijving import punt
from ..bladeren import deel
from ..deur import Vraag
from ..invoer import Aantal, Cursor, Lijst, Uitvoer, bedrag

router = Router(tags=["Geld"])


class Subsidie(Uitvoer):
    """A subsidy to a provider for a year."""

    nummer: str
    organisatie: int
    contract: str
    jaar: int
    stand: str
    verleend_bedrag: str
    verleend_op: date | None
    vastgesteld_bedrag: str | None
    vastgesteld_op: date | None


class Betaling(Uitvoer):
    """Money to a provider; below zero: back from it."""

    nummer: str
    organisatie: int
    soort: str
    jaar: int
    termijn: int | None
    bedrag: str
    stand: str
    klaargezet_op: date
    beoordeeld_op: date | None
    subsidie: str | None


@punt(
    router,
    "GET",
    "/subsidies",
    id="subsidies",
    kop="De subsidies die u mag zien",
    antwoord=Lijst[Subsidie],
    scherm="geld:subsidies",
)
def lijst(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The subsidies that the account of the key may see, the last one made first."""
    gevonden = deel(subsidies(request.actor), cursor, aantal)
    rijen = [
        Subsidie(
            nummer=deze.nummer, organisatie=deze.organisatie_id, contract=deze.contract.nummer, jaar=deze.jaar,
            stand=deze.stand, verleend_bedrag=bedrag(deze.verleend_bedrag), verleend_op=deze.verleend_op,
            vastgesteld_bedrag=None if deze.vastgesteld_bedrag is None else bedrag(deze.vastgesteld_bedrag),
            vastgesteld_op=deze.vastgesteld_op,
        )
        for deze in gevonden.rijen
    ]  # fmt: skip
    return Lijst[Subsidie](items=rijen, volgende=gevonden.volgende)


@punt(
    router,
    "GET",
    "/betalingen",
    id="betalingen",
    kop="De betalingen die u mag zien",
    antwoord=Lijst[Betaling],
    scherm="geld:betaling",
)
def betaald(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The payments that the account of the key may see, the last one made first."""
    gevonden = deel(betalingen(request.actor), cursor, aantal)
    rijen = [
        Betaling(
            nummer=deze.nummer, organisatie=deze.organisatie_id, soort=deze.soort, jaar=deze.jaar,
            termijn=deze.termijn, bedrag=bedrag(deze.bedrag), stand=deze.stand, klaargezet_op=deze.klaargezet_op,
            beoordeeld_op=deze.beoordeeld_op, subsidie=deze.subsidie.nummer if deze.subsidie else None,
        )
        for deze in gevonden.rijen
    ]  # fmt: skip
    return Lijst[Betaling](items=rijen, volgende=gevonden.volgende)
