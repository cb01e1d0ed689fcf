"""`voordeur verreken`: the settlement of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal
from typing import Annotated, Any

import click
from pydantic import AfterValidator

from voordeur.regelingen.schema import Regeling, Verrekening
from voordeur.regels.bedragen import NUL
from voordeur.regels.fouten import eis
from voordeur.regels.uitkomst import Stap, Uitkomst, stap
from voordeur.regels.verrekening_reserve import Reservefeiten, plafond_van_budget, verreken_met_reserve
from voordeur.regels.verrekening_sleutel import Sleutelfeiten, verreken_met_sleutel

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import Vraag, lees_vraag
from ..keuze import eerst, eis_gemeenten, eis_regel, kies, open_reden, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Aandeel, Bedrag, BedragVanafNul, Gemeentecode, Getal, Invoer, Jaar

WAT = "verrekenregel"


def _niet_alles_nul(sleutel: dict[str, Decimal]) -> dict[str, Decimal]:
    if not any(sleutel.values()):
        raise ValueError("minstens een gewicht moet groter zijn dan nul")
    return sleutel


Sleutel = Annotated[dict[Gemeentecode, Getal], AfterValidator(_niet_alles_nul)]


class ReserveMetPlafond(Invoer):
    """The reserve at the start of the year, and its ceiling."""

    begin: BedragVanafNul
    plafond: BedragVanafNul


class ReserveZonderPlafond(Invoer):
    """The reserve at the start of the year."""

    begin: BedragVanafNul


class _Reservejaar(Invoer):
    jaar: Jaar
    resultaat: Bedrag
    sleutel: Sleutel
    maatregelen: BedragVanafNul = NUL
    reserve_inzetten: bool = True


class VraagMetBedrag(_Reservejaar):
    """A year with a reserve of which the ceiling is an amount."""

    reserve: ReserveMetPlafond


class VraagMetAandeel(_Reservejaar):
    """A year with a reserve of which the ceiling is a share of the budget."""

    reserve: ReserveZonderPlafond
    budget: BedragVanafNul
    egalisatie_percentage: Aandeel


class VraagMetSleutel(Invoer):
    """A year that is settled by a fixed key."""

    jaar: Jaar
    rijksbudget: BedragVanafNul
    uitvoeringskosten: BedragVanafNul
    voorzieningen: BedragVanafNul
    sleutel: Sleutel
    afwijkend_besluit: Aandeel | None = None


@dataclass(frozen=True)
class Manier:
    """A way of settling: the form of its question and the rule that answers it."""

    vraag: type[Any]
    reken: Callable[[Verrekening, Any], Uitkomst[Any]]


@click.command("verreken", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.verrekening, WAT))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Verreken een jaar tussen de gemeenten van een regeling.

    \b
    Voorbeeld: voordeur verreken enschede --invoer jaar.json
    """
    geschreven = lees_vraag(invoer)
    dag = op or _laatste_dag(geschreven)
    gekozen = kies(regeling, dag)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.verrekening, WAT)
    with rekent(gekozen.regeling):
        manier = _manier(regel)
    vraag = _lees(geschreven, manier, gekozen.regeling)
    dag = dag or date(vraag.jaar, 12, 31)
    eis_gemeenten(gekozen.regeling, dag, vraag.sleutel, "sleutel")
    with rekent(gekozen.regeling):
        uitkomst = manier.reken(regel, vraag)
    waarom = (*gekozen.waarom(uitkomst), *_zonder_gewicht(gekozen.regeling, dag, vraag.sleutel))
    geef(Antwoord(velden_van(uitkomst.waarde), waarom, gekozen.regeling, gekozen.namen), als_json)


def _laatste_dag(geschreven: Vraag) -> date | None:
    """The day whose version decides the form of the question; None where the year cannot be read yet."""
    jaar = geschreven.gelezen.get("jaar") if isinstance(geschreven.gelezen, dict) else None
    return date(jaar, 12, 31) if type(jaar) is int and MINYEAR <= jaar <= MAXYEAR else None


def _zonder_gewicht(regeling: Regeling, dag: date, sleutel: Mapping[str, Decimal]) -> list[Stap]:
    """Say which municipalities are not in the key, so that nobody is forgotten in silence."""
    namen = [partij.naam for code, partij in regeling.gemeenten_op(dag).items() if not sleutel.get(code)]
    return [stap("verrekening.niet_in_sleutel", gemeenten=namen)] if namen else []


def _manier(regel: Verrekening) -> Manier:
    if regel.reserve is None:
        return Manier(VraagMetSleutel, _met_sleutel)
    if eis(regel.reserve.plafond, "verrekenregel voor de bovengrens van de reserve").soort == "aandeel_van_budget":
        return Manier(VraagMetAandeel, _met_aandeel)
    return Manier(VraagMetBedrag, _met_bedrag)


def _lees(geschreven: Vraag, manier: Manier, regeling: Regeling) -> Any:
    """Read the question; where a figure is missing that the agreement leaves open, say so."""
    try:
        return geschreven.als(manier.vraag)
    except InvoerFout as fout:
        reden = open_reden(regeling, f"verrekening.{fout.veld}")
        if reden and str(fout).endswith("ontbreekt"):
            raise InvoerFout(fout.veld, f"ontbreekt; de regeling laat dit open: {reden}") from None
        raise


def _met_bedrag(regel: Verrekening, vraag: VraagMetBedrag) -> Uitkomst[Any]:
    assert regel.reserve is not None
    return verreken_met_reserve(regel.reserve, _reservefeiten(vraag, vraag.reserve.begin, vraag.reserve.plafond))


def _met_aandeel(regel: Verrekening, vraag: VraagMetAandeel) -> Uitkomst[Any]:
    assert regel.reserve is not None
    assert regel.reserve.plafond is not None
    plafond = plafond_van_budget(regel.reserve.plafond, vraag.egalisatie_percentage, vraag.budget)
    uitkomst = verreken_met_reserve(regel.reserve, _reservefeiten(vraag, vraag.reserve.begin, plafond.waarde))
    return Uitkomst(uitkomst.waarde, (*plafond.stappen, *uitkomst.stappen))


def _reservefeiten(vraag: _Reservejaar, begin: Decimal, plafond: Decimal) -> Reservefeiten:
    return Reservefeiten(
        jaar=vraag.jaar,
        resultaat=vraag.resultaat,
        begin=begin,
        plafond=plafond,
        sleutel=vraag.sleutel,
        maatregelen=vraag.maatregelen,
        reserve_inzetten=vraag.reserve_inzetten,
    )


def _met_sleutel(regel: Verrekening, vraag: VraagMetSleutel) -> Uitkomst[Any]:
    assert regel.vaste_sleutel is not None
    feiten = Sleutelfeiten(
        jaar=vraag.jaar,
        rijksbudget=vraag.rijksbudget,
        uitvoeringskosten=vraag.uitvoeringskosten,
        voorzieningen=vraag.voorzieningen,
        sleutel=vraag.sleutel,
        afwijkend_aandeel=vraag.afwijkend_besluit,
    )
    return verreken_met_sleutel(regel.vaste_sleutel, feiten)
