"""`voordeur verdeelmodel`: the budget growth path of an agreement or of a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import click

from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verdeelmodel import Aandeel as Aandeelpad
from voordeur.regels.verdeelmodel import Budgetjaar, Verdeelmodel, Voorraad, bereken_groeipad
from voordeur.regels.verwoorden import schrijf_bedrag

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, json_optie, op_optie
from ..invoer import lees_vraag
from ..keuze import eerst, eis_regel, kies
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Aandeel, BedragVanafNul, Gemeentecode, Getal, Invoer, Jaar, Jaartal

BREEDTE = 15
TOLERANTIE = Fraction(1, 1_000_000)


class VoorraadVraag(Invoer):
    """How the share of the centrumgemeenten runs down."""

    start: Jaar
    eerste: Aandeel
    factor: Aandeel
    einde: Jaar


class AandeelVraag(Invoer):
    """The region's share: from historic to objective."""

    historisch: Aandeel
    objectief: Aandeel
    van: Jaar
    tot: Jaar


class Scenario(Invoer):
    """A growth path of its own, complete in itself."""

    van: Jaar
    tot: Jaar
    wlz_uitname: BedragVanafNul
    macro: dict[Jaartal, BedragVanafNul]
    voorraad: VoorraadVraag
    aandeel: AandeelVraag
    centrum: Gemeentecode
    sleutel: dict[Gemeentecode, Getal]


@click.command("verdeelmodel", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.verdeelmodel, "verdeelmodel"))
@click.argument("regeling", metavar="ID", required=False)
@click.option("--invoer", metavar="BESTAND", help="JSON met een eigen scenario; - leest van de standaardinvoer.")
@op_optie
@json_optie
def opdracht(regeling: str | None, invoer: str | None, op: date | None, als_json: bool) -> None:
    """Reken het groeipad van het budget uit, van een regeling of van een eigen scenario.

    \b
    Voorbeeld: voordeur verdeelmodel boce
    """
    if regeling is not None:
        gekozen = kies(regeling, op)
        model = eis_regel(gekozen.regeling, lambda deze: deze.verdeelmodel, "verdeelmodel")
        if invoer is not None:
            raise InvoerFout("--invoer", "geef een regeling of een scenario, niet allebei")
        uitkomst = bereken_groeipad(model)
        geef(
            Antwoord(
                _velden(uitkomst), gekozen.waarom(uitkomst), gekozen.regeling, tabel=_tabel(uitkomst, gekozen.namen)
            ),
            als_json,
        )
        return
    if invoer is None:
        raise InvoerFout("--invoer", "ontbreekt; geef een regeling of een scenario")
    if op is not None:
        raise InvoerFout("--op", "hoort bij een regeling, niet bij een scenario")
    scenario = bereken_groeipad(_model(lees_vraag(invoer).als(Scenario)))
    geef(Antwoord(_velden(scenario), scenario.stappen, tabel=_tabel(scenario, {})), als_json)


def _velden(uitkomst: Uitkomst[tuple[Budgetjaar, ...]]) -> Mapping[str, object]:
    return {"jaren": [velden_van(jaar) for jaar in uitkomst.waarde]}


def _tabel(uitkomst: Uitkomst[tuple[Budgetjaar, ...]], namen: Mapping[str, str]) -> tuple[str, ...]:
    """A row for each year: the region, then the total of each municipality, in whole euros."""
    codes = list(uitkomst.waarde[0].gemeenten)
    koppen = ["historisch", "objectief", "regio", *(namen.get(code, code) for code in codes)]
    rijen = ["jaar " + "".join(f"{kop:>{BREEDTE}}" for kop in koppen)]
    for jaar in uitkomst.waarde:
        bedragen = [jaar.regio.historisch, jaar.regio.objectief, jaar.regio.totaal]
        bedragen += [jaar.gemeenten[code].totaal for code in codes]
        euros = (schrijf_bedrag(bedrag).removesuffix(",00") for bedrag in bedragen)
        rijen.append(f"{jaar.jaar} " + "".join(f"{euro:>{BREEDTE}}" for euro in euros))
    return tuple(rijen)


def _model(scenario: Scenario) -> Verdeelmodel:
    """The model of a scenario. Raises InvoerFout on years or keys that do not fit together."""
    _eis_jaren(scenario)
    if scenario.centrum not in scenario.sleutel:
        raise InvoerFout("centrum", f"{scenario.centrum} staat niet in de sleutel")
    som = sum((Fraction(gewicht) for gewicht in scenario.sleutel.values()), Fraction(0))
    if abs(som - 1) > TOLERANTIE:
        raise InvoerFout("sleutel", f"de delen zijn samen {float(som):.6f}, niet 1")
    return Verdeelmodel(
        grond=(),
        van=scenario.van,
        tot=scenario.tot,
        wlz_uitname=scenario.wlz_uitname,
        macro=scenario.macro,
        voorraad=Voorraad(**scenario.voorraad.model_dump()),
        aandeel=Aandeelpad(**scenario.aandeel.model_dump()),
        centrum=scenario.centrum,
        sleutel=scenario.sleutel,
    )


def _eis_jaren(scenario: Scenario) -> None:
    if scenario.tot < scenario.van:
        raise InvoerFout("tot", "ligt voor het eerste jaar")
    if scenario.aandeel.tot < scenario.aandeel.van:
        raise InvoerFout("aandeel.tot", "ligt voor het eerste jaar")
    jaren = {f"{jaar:04}" for jaar in range(scenario.van, scenario.tot + 1)}
    for jaar in sorted(jaren - set(scenario.macro)):
        raise InvoerFout(f"macro.{jaar}", "ontbreekt")
    for jaar in sorted(set(scenario.macro) - jaren):
        raise InvoerFout(f"macro.{jaar}", "dit jaar ligt buiten het scenario")
