"""What providers offer: contracts, houses and places, and the prices of the agreement."""

from datetime import date
from typing import Any, NamedTuple

from django.http import Http404
from ninja import Router

from voordeur.aanbod.forms import HUISVESTING, SOORTEN, Contractformulier, Locatieformulier, Plekkenformulier
from voordeur.aanbod.models import Contract, Locatie, Plek
from voordeur.aanbod.queries import aanbieders
from voordeur.kern.models import Organisatie
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import regeling_van
from voordeur.regels.tarief import Prijs, Tarieven

from ..deur import Vraag
from ..invoer import Dagtekst, Uitvoer, bedrag
from ..lijsten import filter_op, lijst, uit
from ..stappen import Bak, Scherm, nieuw, vergrendel
from ..vormen import Kort, vorm_uit, vraag_naar

router = Router(tags=["Regio"])


class Plekregel(Uitvoer):
    """A place; `huisvesting`: 'incl' or 'excl' where the price depends on it."""

    id: int
    nummer: str
    locatie: int
    organisatie: int
    product: str
    huisvesting: str
    van: date
    tot: date | None


class Prijsregel(Uitvoer):
    """A line of the price table of the agreement: euros for one unit, and where that stands."""

    arrangement: str
    naam: str
    zwaarte: str
    huisvesting: str | None
    basis: str
    opslag: str | None
    eenheid: str
    gronden: list[str]


class Regelmetzwaarte(NamedTuple):
    """One amount of the table."""

    tabel: Tarieven
    prijs: Prijs
    zwaarte: str


def plekken(request: Vraag, locatie: int | None, product: str | None) -> Any:
    """The places of the region, the last one made first."""
    gezocht = Plek.objects.select_related("locatie").filter(regio_id=request.actor.regio)
    gezocht = gezocht.filter(locatie=locatie) if locatie else gezocht
    return gezocht.filter(product=product) if product else gezocht


def plekregel(deze: Plek) -> Plekregel:
    """A place as it goes out."""
    dagen = gesloten(deze.periode)
    return uit(
        Plekregel, deze, id=deze.pk, locatie=deze.locatie_id, organisatie=deze.locatie.organisatie_id, van=dagen.van,
        tot=dagen.tot,
    )  # fmt: skip


def prijzen(request: Vraag, dag: date | None) -> list[Regelmetzwaarte]:
    """The price table of the agreement on a day, in its own order; empty where it has none."""
    tabel = regeling_van(request.actor.regio, dag or request.vandaag)[0].tarieven
    if tabel is None:
        return []
    return [Regelmetzwaarte(tabel, prijs, zwaarte) for prijs in tabel.prijzen for zwaarte in prijs.basis]


def prijsregel(deze: Regelmetzwaarte) -> Prijsregel:
    """One amount of the table as it goes out."""
    tabel, prijs, zwaarte = deze
    return Prijsregel(
        arrangement=prijs.arrangement, naam=prijs.naam, zwaarte=zwaarte, huisvesting=prijs.huisvesting,
        basis=bedrag(prijs.basis[zwaarte]), opslag=bedrag(prijs.opslag[zwaarte]) if prijs.opslag else None,
        eenheid=tabel.eenheid.naam, gronden=list(prijs.grond),
    )  # fmt: skip


lijst(
    router, "/plekken", id="allePlekken", kop="De plekken van de regio", scherm="aanbod:aanbieder", rij=Plekregel,
    zoek=plekken, maak=plekregel, locatie=filter_op(int, "Het nummer van een huis.", ge=1, le=2**53),
    product=filter_op(str, "Een product van de regeling.", max_length=60),
)  # fmt: skip
lijst(
    router, "/prijzen", id="prijzen", kop="De prijzen van de regeling", scherm="aanbod:aanbieder", rij=Prijsregel,
    zoek=prijzen, maak=prijsregel, dag=filter_op(date, "De prijzen van deze dag."),
)  # fmt: skip


def _organisatie(request: Vraag, organisatie: int) -> Organisatie:
    # a lock is for the owner of these rows alone; who makes a contract twice at once is stopped by its constraint
    gevonden = aanbieders(request.actor).filter(pk=organisatie).first()
    if gevonden is None:
        raise Http404
    return gevonden


def _locatie(_: Vraag, locatie: int) -> Locatie:
    gevonden: Locatie = vergrendel(Locatie.objects.all(), pk=locatie)
    return gevonden


def _bij_organisatie(naam: str) -> Scherm:
    return Scherm(naam, lambda deze, _: {"pk": deze.pk})


nieuw(
    router, "/organisaties/{organisatie}/contracten", id="maakContract", kop="Sluit een contract met een aanbieder",
    scherm=_bij_organisatie("aanbod:contract"),
    vorm=vorm_uit("Contractvraag", Contractformulier, zonder=("soort",), soort=vraag_naar(
        Kort, "", "Hoe betaalt u deze aanbieder?", verplicht=True, enum=list(SOORTEN)
    )),
    bak=Bak(_organisatie, lambda _, deze: Contract.objects.filter(organisatie=deze), lambda deze: deze.nummer,
            lambda _: "/v1/contracten"),
)  # fmt: skip
nieuw(
    router, "/organisaties/{organisatie}/locaties", id="maakLocatie", kop="Voeg een huis van een aanbieder toe",
    scherm=_bij_organisatie("aanbod:locatie"),
    vorm=vorm_uit("Locatievraag", Locatieformulier, gemeente=vraag_naar(Kort, "", "De CBS-code.", verplicht=True)),
    bak=Bak(_organisatie, lambda _, deze: Locatie.objects.filter(organisatie=deze), lambda deze: str(deze.pk),
            lambda _: "/v1/locaties"),
)  # fmt: skip
nieuw(
    router, "/locaties/{locatie}/plekken", id="maakPlekken", kop="Voeg plekken toe aan een huis",
    scherm=_bij_organisatie("aanbod:plekken"),
    vorm=vorm_uit(
        "Plekkenvraag", Plekkenformulier, product=vraag_naar(Kort, "", "Een product van de regeling.", verplicht=True),
        huisvesting=vraag_naar(Kort, "", "Waar de prijs daarvan afhangt.", enum=[*HUISVESTING, ""]),
        aantal=vraag_naar(int | None, None, "Hoeveel plekken?", verplicht=True),
        van=vraag_naar(Dagtekst, "", "Vanaf welke dag zijn de plekken er?", verplicht=True),
    ),
    bak=Bak(_locatie, lambda _, deze: Plek.objects.filter(locatie=deze), lambda deze: str(deze.pk),
            lambda deze: f"/v1/plekken?locatie={deze.locatie_id}"),
)  # fmt: skip
