"""`voordeur verreken`: the settlement of a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import click
from pydantic import AfterValidator

from voordeur.regelingen.schema import Regeling, Verrekening
from voordeur.regels.bedragen import NUL
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verrekening_reserve import Reservefeiten, plafond_van_budget, verreken_met_reserve
from voordeur.regels.verrekening_sleutel import Sleutelfeiten, verreken_met_sleutel

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_invoer
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
    nieuwste = kies(regeling, None).regeling
    manier = _manier(eis_regel(nieuwste, lambda deze: deze.verrekening, WAT))
    vraag = _lees(invoer, manier, nieuwste)
    dag = op or date(vraag.jaar, 12, 31)
    gekozen = kies(regeling, dag)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.verrekening, WAT)
    eis_gemeenten(gekozen.regeling, dag, vraag.sleutel, "sleutel")
    with rekent(gekozen.regeling):
        uitkomst = manier.reken(regel, vraag)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling, gekozen.namen), als_json)


def _manier(regel: Verrekening) -> Manier:
    if regel.reserve is None:
        return Manier(VraagMetSleutel, _met_sleutel)
    if regel.reserve.plafond is not None and regel.reserve.plafond.soort == "aandeel_van_budget":
        return Manier(VraagMetAandeel, _met_aandeel)
    return Manier(VraagMetBedrag, _met_bedrag)


def _lees(invoer: str, manier: Manier, regeling: Regeling) -> Any:
    """Read the question; where a figure is missing that the agreement leaves open, say so."""
    try:
        return lees_invoer(invoer, manier.vraag)
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
    plafond = plafond_van_budget(vraag.egalisatie_percentage, vraag.budget)
    return verreken_met_reserve(regel.reserve, _reservefeiten(vraag, vraag.reserve.begin, plafond))


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
