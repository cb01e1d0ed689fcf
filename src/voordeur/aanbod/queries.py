"""What is asked about the offer: providers, their contract of a day, places and how many of them are free."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from voordeur.kern.actor import Actor
from voordeur.kern.models import Organisatie
from voordeur.kern.perioden import half_open
from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Product
from voordeur.regels.producten import met_plekken

from .models import Contract, Locatie, Plek

# which places are taken is known by the room of the stays, which stands above this one: it says here how to ask
Bezetvraag = Callable[[QuerySet[Plek], date], QuerySet[Plek]]
_BEZETVRAGEN: list[Bezetvraag] = []


def bezetvraag(vraag: Bezetvraag) -> Bezetvraag:
    """Register how to tell which of some places are taken on a day."""
    _BEZETVRAGEN.append(vraag)
    return vraag


def aanbieders(wie: Actor) -> QuerySet[Organisatie]:
    """The providers of the region, by name."""
    return Organisatie.objects.filter(regio_id=wie.regio, soort=Organisatie.Soort.AANBIEDER).order_by("naam", "id")


def zoek(wie: Actor, dag: date, *, naam: str = "", product: str = "", gemeente: str = "") -> QuerySet[Organisatie]:
    """The providers by a part of their name, by a product they have places of on a day, by where they have a house."""
    gezocht = aanbieders(wie).filter(naam__icontains=naam) if naam else aanbieders(wie)
    if product:
        met = Plek.objects.filter(product=product, periode__contains=dag, locatie__organisatie=OuterRef("pk"))
        gezocht = gezocht.filter(Exists(met))
    if gemeente:
        gezocht = gezocht.filter(Exists(Locatie.objects.filter(gemeente=gemeente, organisatie=OuterRef("pk"))))
    return gezocht


def contract_op(organisatie_id: int, dag: date) -> Contract | None:
    """The contract of a provider that runs on a day; there is never more than one."""
    return Contract.objects.filter(organisatie_id=organisatie_id, periode__contains=dag).first()


def krijgt_subsidie(organisatie_id: int, van: date, tot: date) -> bool:
    """Whether a provider is paid by subsidy on any of these days, both included."""
    contracten_ = Contract.objects.filter(organisatie_id=organisatie_id, soort=Contract.Soort.SUBSIDIE)
    return contracten_.filter(periode__overlap=half_open(van, tot)).exists()


def contracten(organisatie_ids: Iterable[int]) -> dict[int, list[Contract]]:
    """Every contract of some providers, the newest first."""
    gevonden: dict[int, list[Contract]] = {nummer: [] for nummer in organisatie_ids}
    for contract in Contract.objects.filter(organisatie_id__in=gevonden).order_by("-periode", "id"):
        gevonden[contract.organisatie_id].append(contract)
    return gevonden


def plekken(product: str | None = None) -> QuerySet[Plek]:
    """The places of the region with their location and provider, in the order of a list."""
    gezocht = Plek.objects.select_related("locatie__organisatie")
    if product is not None:
        gezocht = gezocht.filter(product=product)
    return gezocht.order_by("locatie__organisatie__naam", "locatie__naam", "id")


def open_plekken_op(dag: date) -> QuerySet[Plek]:
    """The places that are there on a day, taken or not."""
    return plekken().filter(periode__contains=dag)


def met_contract_op(gezocht: QuerySet[Plek], dag: date) -> QuerySet[Plek]:
    """Of some places those whose provider has a contract that runs on a day."""
    loopt = Contract.objects.filter(organisatie=OuterRef("locatie__organisatie"), periode__contains=dag)
    return gezocht.filter(Exists(loopt))


def producten(regio: str, op: date) -> tuple[Product, ...]:
    """The products of the agreement that a place can be of, in the order of its file."""
    regeling, _ = regeling_van(regio, op)
    return met_plekken(regeling.producten, regeling.inschaling)


def productnamen(regio: str, op: date) -> dict[str, str]:
    """The name of every product of the agreement by its id; a place keeps a product that is not offered any more."""
    regeling, _ = regeling_van(regio, op)
    vormen = {vorm.id: vorm.naam for vorm in regeling.toegang.vormen} if regeling.toegang else {}
    return vormen | {product.id: product.naam for product in regeling.producten}


class Plekgroep(NamedTuple):
    """Places that are alike: of one provider (id) at one location (id), of one product, with the same housing."""

    organisatie: int
    locatie: int
    product: str
    huisvesting: str


@dataclass
class Bezetting:
    """How many places there are on a day, and how many of them are taken."""

    plekken: int = 0
    bezet: int = 0

    @property
    def vrij(self) -> int:
        return self.plekken - self.bezet


def bezetting_op(dag: date, organisatie_ids: Iterable[int]) -> dict[Plekgroep, Bezetting]:
    """Places and taken places on a day by group. Two questions, whatever their number."""
    geteld: dict[Plekgroep, Bezetting] = {}
    gezocht = Plek.objects.filter(periode__contains=dag, locatie__organisatie__in=list(organisatie_ids))
    bezet = {pk for vraag in _BEZETVRAGEN for pk in vraag(gezocht, dag).values_list("pk", flat=True)}
    velden = ("pk", "locatie__organisatie_id", "locatie_id", "product", "huisvesting")
    for pk, *groep in gezocht.order_by("product", "huisvesting", "id").values_list(*velden):
        stand = geteld.setdefault(Plekgroep(*groep), Bezetting())
        stand.plekken += 1
        stand.bezet += pk in bezet
    return geteld
