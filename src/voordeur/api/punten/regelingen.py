"""The agreement of the region, its provisions, and what it says of given facts."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.http import Http404
from ninja import Router
from pydantic import Field

from voordeur.kern.beleid import versies_van
from voordeur.kern.queries import colleges, regeling_van, regeling_versie
from voordeur.regelingen.schema import Regeling as Bestand
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.datums import Periode
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.fouten import eis as eis_regel
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.toegang import LokaleVoorziening, Toegangsfeiten, toets_toegang
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.regels.verrekening_reserve import Reservefeiten, plafond_van_budget, verreken_met_reserve
from voordeur.regels.verrekening_sleutel import Sleutelfeiten, verreken_met_sleutel

from ..beschrijving import punt
from ..bladeren import deel_van_rij
from ..deur import Vraag
from ..invoer import Aantal, Bedragtekst, Berekening, Cursor, Invoer, Lijst, Tekst, Uitvoer, als_berekening

router = Router(tags=["Regeling"])
rekenen = Router(tags=["Berekeningen"])
Code = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Gewicht = Annotated[str, Field(pattern=r"^[0-9]{1,12}(\.[0-9]{1,9})?$")]
Aandeel = Annotated[str, Field(pattern=r"^(0(\.[0-9]{1,9})?|1)$")]
Dag = Annotated[date, Field(strict=False)]
MEESTE_OPSCHORTINGEN, MEESTE_CODES = 100, 400


class Regeling(Uitvoer):
    """A version of the agreement of the region."""

    id: str
    versie: date
    naam: str
    titel: str
    bron: str
    geldt_nu: bool


class Bepaling(Uitvoer):
    """A provision: where it stands and what it comes down to."""

    id: str
    vindplaats: str
    soort: str
    kern: str


class Termijnvraag(Invoer):
    """A term of the law or of the agreement, by its kind."""

    soort: Annotated[Tekst, Field(max_length=60)]
    start: Dag
    opschortingen: Annotated[list["Tijdvak"], Field(max_length=MEESTE_OPSCHORTINGEN)] = Field(default_factory=list)


class Tijdvak(Invoer):
    """Two days, both included."""

    van: Dag
    tot: Dag


class Lokaal(Invoer):
    """What is known of a local facility; null is unknown."""

    onderzocht: bool | None = None
    volstaat: bool | None = None


class Toegangsvraag(Invoer):
    """The facts of one person; what is absent or null is unknown. Criteria by form and by number, from '1'."""

    peildatum: Dag
    geboortedatum: Dag | None = None
    woonplaats: Code | None = None
    lokale_voorziening: Lokaal = Lokaal()
    overgangsrecht: bool | None = None
    criteria: Annotated[
        dict[str, dict[Annotated[str, Field(pattern="^[1-9][0-9]{0,2}$")], bool | None]], Field(max_length=50)
    ] = Field(default_factory=dict)


class Verrekenvraag(Invoer):
    """A year. Which amounts are needed depends on how the agreement settles; a missing one is named."""

    jaar: Annotated[int, Field(ge=2000, le=2100)]
    sleutel: Annotated[dict[Code, Gewicht], Field(min_length=1, max_length=MEESTE_CODES)]
    resultaat: Bedragtekst | None = None
    reserve_begin: Bedragtekst | None = None
    reserve_plafond: Bedragtekst | None = None
    budget: Bedragtekst | None = None
    egalisatie_percentage: Aandeel | None = None
    maatregelen: Bedragtekst = "0.00"
    reserve_inzetten: bool = True
    rijksbudget: Bedragtekst | None = None
    uitvoeringskosten: Bedragtekst | None = None
    voorzieningen: Bedragtekst | None = None
    afwijkend_besluit: Aandeel | None = None


Termijnvraag.model_rebuild()


@punt(
    router, "GET", "/regelingen", id="regelingen", kop="De regeling van de regio, elke versie", antwoord=Lijst[Regeling]
)
def regelingen(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """Every version of the agreement of the region of the key, the oldest first."""
    nu, _ = regeling_van(request.actor.regio, request.vandaag)
    regio = request.actor.regio
    versies = [regeling_versie(regio, versie) for versie in versies_van(regio)]
    gevonden = deel_van_rij(versies, cursor, aantal)
    rijen = [
        Regeling(id=deze.id, versie=deze.versie, naam=deze.naam, titel=deze.titel, bron=deze.bron,
                 geldt_nu=deze.versie == nu.versie)
        for deze in gevonden.rijen
    ]  # fmt: skip
    return Lijst[Regeling](items=rijen, volgende=gevonden.volgende)


@punt(
    router,
    "GET",
    "/regelingen/{versie}/bepalingen",
    id="bepalingen",
    kop="De bepalingen van een versie",
    antwoord=Lijst[Bepaling],
)
def bepalingen(request: Vraag, versie: date, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The provisions of a version of the agreement, in the order of its file."""
    if versie not in versies_van(request.actor.regio):
        raise Http404
    bekend = regeling_versie(request.actor.regio, versie).bepalingen
    gevonden = deel_van_rij(list(bekend.items()), cursor, aantal)
    rijen = [
        Bepaling(id=id_, vindplaats=deze.vindplaats, soort=deze.soort, kern=deze.kern) for id_, deze in gevonden.rijen
    ]
    return Lijst[Bepaling](items=rijen, volgende=gevonden.volgende)


@punt(
    rekenen,
    "POST",
    "/berekeningen/termijnen",
    id="berekenTermijn",
    kop="Bereken de laatste dag van een termijn",
    antwoord=Berekening,
    leest_met_post=True,
)
def termijn(request: Vraag, vraag: Termijnvraag) -> Any:
    """The last day of a term of the law or of the agreement, with why."""
    regeling, vooraf = regeling_van(request.actor.regio, vraag.start)
    eigen = next((deel for deel in regeling.termijnen if deel.soort == vraag.soort), None)
    gezocht = eis_regel(eigen or wettelijke_termijnen().get(vraag.soort), f"termijn {vraag.soort}")
    stil = [Periode(deel.van, deel.tot) for deel in vraag.opschortingen]
    uitkomst = bereken_termijn(gezocht, vraag.start, sluitingskalender(), stil)
    return als_berekening(uitkomst, *((regeling, vooraf) if eigen else (None, ())))


@punt(
    rekenen,
    "POST",
    "/berekeningen/toegangstoetsen",
    id="toetsToegang",
    kop="Toets de toegang tot beschermd wonen",
    antwoord=Berekening,
    leest_met_post=True,
)
def toegangstoets(request: Vraag, vraag: Toegangsvraag) -> Any:
    """Whether somebody meets the criteria of the agreement; what is unknown is named."""
    regeling, vooraf = regeling_van(request.actor.regio, vraag.peildatum)
    regel = eis_regel(regeling.toegang, "criteria")
    feiten = Toegangsfeiten(
        peildatum=vraag.peildatum,
        geboortedatum=vraag.geboortedatum,
        woonplaats=vraag.woonplaats,
        lokale_voorziening=LokaleVoorziening(vraag.lokale_voorziening.onderzocht, vraag.lokale_voorziening.volstaat),
        overgangsrecht=bool(vraag.overgangsrecht),
        criteria={vorm: {int(nr): ja for nr, ja in deel.items()} for vorm, deel in vraag.criteria.items()},
    )
    uitkomst = toets_toegang(regel, feiten, tuple(regeling.gemeenten_op(vraag.peildatum)))
    return als_berekening(uitkomst, regeling, vooraf)


@punt(
    rekenen,
    "POST",
    "/berekeningen/verrekeningen",
    id="berekenVerrekening",
    kop="Verreken een jaar tussen de gemeenten",
    antwoord=Berekening,
    leest_met_post=True,
)
def verrekening(request: Vraag, vraag: Verrekenvraag) -> Any:
    """The settlement of a year by the rule of the agreement; nothing is booked."""
    dag = date(vraag.jaar, 12, 31)
    regeling, vooraf = regeling_van(request.actor.regio, dag)
    vreemd = [code for code in vraag.sleutel if code not in colleges(request.actor.regio)]
    if vreemd:
        raise OngeldigFeit(f"sleutel.{vreemd[0]}", "dit is geen gemeente van de regio")
    if not any(map(Decimal, vraag.sleutel.values())):
        raise OngeldigFeit("sleutel", "minstens een gewicht moet groter zijn dan nul")
    uitkomst, eerst = _verreken(regeling, vraag)
    return als_berekening(uitkomst, regeling, (*vooraf, *eerst))


def _verreken(regeling: Bestand, vraag: Verrekenvraag) -> tuple[Uitkomst[Any], tuple[Stap, ...]]:
    regel = eis_regel(regeling.verrekening, "verrekenregel")
    sleutel = {code: Decimal(gewicht) for code, gewicht in vraag.sleutel.items()}
    if regel.vaste_sleutel is not None:
        afwijkend = Decimal(vraag.afwijkend_besluit) if vraag.afwijkend_besluit else None
        return verreken_met_sleutel(regel.vaste_sleutel, Sleutelfeiten(
            jaar=vraag.jaar, rijksbudget=_bedrag(vraag, "rijksbudget"), voorzieningen=_bedrag(vraag, "voorzieningen"),
            uitvoeringskosten=_bedrag(vraag, "uitvoeringskosten"), sleutel=sleutel, afwijkend_aandeel=afwijkend,
        )), ()  # fmt: skip
    assert regel.reserve is not None
    plafond = eis_regel(regel.reserve.plafond, "verrekenregel voor de bovengrens van de reserve")
    eerst: tuple[Stap, ...] = ()
    if plafond.soort == "aandeel_van_budget":
        grens = plafond_van_budget(plafond, _nodig(vraag, "egalisatie_percentage"), _bedrag(vraag, "budget"))
        hoogte, eerst = grens.waarde, grens.stappen
    else:
        hoogte = _bedrag(vraag, "reserve_plafond")
    return verreken_met_reserve(regel.reserve, Reservefeiten(
        jaar=vraag.jaar, resultaat=_nodig(vraag, "resultaat"), begin=_bedrag(vraag, "reserve_begin"), plafond=hoogte,
        sleutel=sleutel, maatregelen=_bedrag(vraag, "maatregelen"), reserve_inzetten=vraag.reserve_inzetten,
    )), eerst  # fmt: skip


def _nodig(vraag: Verrekenvraag, veld: str) -> Decimal:
    waarde = getattr(vraag, veld)
    if waarde is None:
        raise OngeldigFeit(veld, "dit heeft de regeling nodig")
    return Decimal(waarde)


def _bedrag(vraag: Verrekenvraag, veld: str) -> Decimal:
    bedrag = _nodig(vraag, veld)
    if bedrag < 0:
        raise OngeldigFeit(veld, "dit bedrag kan niet negatief zijn")
    return bedrag
