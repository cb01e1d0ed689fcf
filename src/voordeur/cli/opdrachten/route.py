"""`voordeur route`: the way into care for somebody who reports."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.routes import Routestap, kies_route

from ..groep import Nederlands, json_optie, op_optie, regeling_argument
from ..keuze import kies, rekent
from ..soorten import KeuzeType
from ..uitvoer import Antwoord, geef


@click.command("route", cls=Nederlands)
@regeling_argument
@click.option("--melder", required=True, metavar="M", help="Wie meldt, zoals zorgaanbieder of gemeente.")
@click.option("--voorziening", default="BW", type=KeuzeType("BW", "MO", "BT"), metavar="BW|MO|BT", help="Waarvoor.")
@click.option("--vorm", type=KeuzeType("zin", "pgb"), metavar="zin|pgb", help="In natura of met een budget.")
@op_optie
@json_optie
def opdracht(regeling: str, melder: str, voorziening: str, vorm: str | None, op: date | None, als_json: bool) -> None:
    """Geef de stappen van melding tot plaatsing, voor wie meldt.

    \b
    Voorbeeld: voordeur route enschede --melder zorgaanbieder
    """
    gekozen = kies(regeling, op)
    with rekent(gekozen.regeling):
        uitkomst = kies_route(gekozen.regeling.routes, voorziening=voorziening, melder=melder, leveringsvorm=vorm or "")
    velden = {"stappen": [_velden(deel) for deel in uitkomst.waarde]}
    geef(Antwoord(velden, gekozen.waarom(uitkomst), gekozen.regeling), als_json)


def _velden(deel: Routestap) -> dict[str, object]:
    return {"id": deel.id, "wat": deel.wat, "wie": deel.wie, "termijn": deel.termijn or None}
