"""Subsidies and payments, to read."""

from datetime import date
from typing import Any, Literal

from django.db.models import QuerySet
from ninja import Router

from voordeur.geld.models import Betaling as Betalingrij
from voordeur.geld.models import Subsidie as Subsidierij
from voordeur.geld.queries import betalingen, subsidies

from ..invoer import Uitvoer, bedrag
from ..lijsten import filter_op, lijst, uit

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


Stand = Literal["voorbereid", "verleend", "vaststelling", "vastgesteld"]
Betaalstand = Literal["klaar", "goedgekeurd", "afgekeurd"]
JAAR = filter_op(int, "Alleen dit jaar.", ge=2000, le=2100)


def subsidieregel(deze: Subsidierij) -> Subsidie:
    """A subsidy as it goes out."""
    vast = deze.vastgesteld_bedrag
    return uit(
        Subsidie, deze, organisatie=deze.organisatie_id, contract=deze.contract.nummer,
        verleend_bedrag=bedrag(deze.verleend_bedrag), vastgesteld_bedrag=None if vast is None else bedrag(vast),
    )  # fmt: skip


def betalingsregel(deze: Betalingrij) -> Betaling:
    """A payment as it goes out."""
    return uit(
        Betaling, deze, organisatie=deze.organisatie_id, bedrag=bedrag(deze.bedrag),
        subsidie=deze.subsidie.nummer if deze.subsidie else None,
    )  # fmt: skip


def _gekozen(gezocht: QuerySet[Any], stand: str | None, jaar: int | None) -> QuerySet[Any]:
    gezocht = gezocht.filter(stand=stand) if stand else gezocht
    return gezocht.filter(jaar=jaar) if jaar else gezocht


lijst(
    router, "/subsidies", id="subsidies", kop="De subsidies die u mag zien", scherm="geld:subsidies", rij=Subsidie,
    zoek=lambda request, stand, jaar: _gekozen(subsidies(request.actor), stand, jaar), maak=subsidieregel,
    stand=filter_op(Stand, "Alleen subsidies in deze stand."), jaar=JAAR,
)  # fmt: skip
lijst(
    router, "/betalingen", id="betalingen", kop="De betalingen die u mag zien", scherm="geld:betaling", rij=Betaling,
    zoek=lambda request, stand, jaar: _gekozen(betalingen(request.actor), stand, jaar), maak=betalingsregel,
    stand=filter_op(Betaalstand, "Alleen betalingen in deze stand."), jaar=JAAR,
)  # fmt: skip
