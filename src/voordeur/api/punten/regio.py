"""What there is in the region: municipalities, organisations, products and contracts."""

from datetime import date
from typing import Any

from ninja import Router

from voordeur.aanbod.models import Contract as Contractrij
from voordeur.aanbod.models import Locatie as Locatierij
from voordeur.aanbod.queries import producten as producten_van
from voordeur.kern.models import Organisatie as Organisatierij
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import colleges

from ..beschrijving import punt
from ..bladeren import deel, deel_van_rij
from ..deur import Vraag
from ..invoer import Aantal, Cursor, Lijst, Uitvoer, bedrag

router = Router(tags=["Regio"])


class Gemeente(Uitvoer):
    """A municipality of the region, by its CBS code."""

    code: str
    naam: str
    centrum: bool


class Organisatie(Uitvoer):
    """A provider, a shelter or another organisation."""

    id: int
    naam: str
    soort: str


class Product(Uitvoer):
    """A product of the agreement that a place can be of."""

    id: str
    naam: str
    voorziening: str


class Locatie(Uitvoer):
    """A house of a provider; `gemeente` is the CBS code of where it stands."""

    id: int
    organisatie: int
    naam: str
    gemeente: str


class Contract(Uitvoer):
    """A contract with a provider. `dagprijs`: euros per day, of who is paid by subsidy. `voorbeeld`: an example."""

    nummer: str
    organisatie: int
    soort: str
    van: date
    tot: date | None
    dagprijs: str | None
    voorbeeld: bool


@punt(router, "GET", "/gemeenten", id="gemeenten", kop="De gemeenten van de regio", antwoord=Lijst[Gemeente])
def gemeenten(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The municipalities of the region, by name."""
    gevonden = deel_van_rij(list(colleges(request.actor.regio).values()), cursor, aantal)
    rijen = [Gemeente(code=deze.code, naam=deze.naam, centrum=deze.centrum) for deze in gevonden.rijen]
    return Lijst[Gemeente](items=rijen, volgende=gevonden.volgende)


@punt(
    router, "GET", "/organisaties", id="organisaties", kop="De organisaties van de regio", antwoord=Lijst[Organisatie]
)
def organisaties(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The organisations of the region, in the order in which they came."""
    gevonden = deel(Organisatierij.objects.filter(regio_id=request.actor.regio), cursor, aantal, op="id")
    rijen = [Organisatie(id=deze.pk, naam=deze.naam, soort=deze.soort) for deze in gevonden.rijen]
    return Lijst[Organisatie](items=rijen, volgende=gevonden.volgende)


@punt(router, "GET", "/producten", id="producten", kop="De producten van de regeling", antwoord=Lijst[Product])
def producten(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The products of which there can be places today, in the order of the agreement."""
    gevonden = deel_van_rij(producten_van(request.actor.regio, request.vandaag), cursor, aantal)
    rijen = [Product(id=deze.id, naam=deze.naam, voorziening=deze.voorziening) for deze in gevonden.rijen]
    return Lijst[Product](items=rijen, volgende=gevonden.volgende)


@punt(
    router,
    "GET",
    "/contracten",
    id="contracten",
    kop="De contracten met aanbieders",
    antwoord=Lijst[Contract],
    scherm="aanbod:aanbieder",
)
def contracten(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """Every contract, the newest first."""
    gevonden = deel(Contractrij.objects.filter(regio_id=request.actor.regio), cursor, aantal)
    return Lijst[Contract](items=[_contract(deze) for deze in gevonden.rijen], volgende=gevonden.volgende)


def _contract(deze: Contractrij) -> Contract:
    dagen = gesloten(deze.periode)
    prijs = None if deze.dagprijs is None else bedrag(deze.dagprijs)
    return Contract(
        nummer=deze.nummer, organisatie=deze.organisatie_id, soort=deze.soort, van=dagen.van, tot=dagen.tot,
        dagprijs=prijs, voorbeeld=deze.voorbeeld,
    )  # fmt: skip


@punt(
    router,
    "GET",
    "/locaties",
    id="locaties",
    kop="De huizen van de aanbieders",
    antwoord=Lijst[Locatie],
    scherm="aanbod:aanbieder",
)
def locaties(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The houses of the providers of the region, in the order in which they came."""
    gevonden = deel(Locatierij.objects.filter(regio_id=request.actor.regio), cursor, aantal, op="id")
    rijen = [
        Locatie(id=deze.pk, organisatie=deze.organisatie_id, naam=deze.naam, gemeente=deze.gemeente)
        for deze in gevonden.rijen
    ]
    return Lijst[Locatie](items=rijen, volgende=gevonden.volgende)
