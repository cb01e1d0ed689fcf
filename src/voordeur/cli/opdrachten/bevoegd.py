"""`voordeur bevoegd`: who may decide or do what, on a day."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.bevoegdheid import wie_is_bevoegd

from ..groep import Nederlands, json_optie, regeling_argument
from ..keuze import kies, rekent
from ..soorten import DATUM
from ..uitvoer import Antwoord, geef, velden_van


@click.command("bevoegd", cls=Nederlands)
@regeling_argument
@click.option("--handeling", required=True, metavar="H", help="De handeling, zoals toegang.besluit.")
@click.option("--op", required=True, type=DATUM, metavar="DATUM", help="De dag.")
@json_optie
def opdracht(regeling: str, handeling: str, op: date, als_json: bool) -> None:
    """Zeg wie op een dag mag besluiten of handelen, en namens wie.

    \b
    Voorbeeld: voordeur bevoegd enschede --handeling toegang.besluit --op 2026-03-01
    """
    gekozen = kies(regeling, op)
    with rekent(gekozen.regeling):
        uitkomst = wie_is_bevoegd(gekozen.regeling.mandaten, handeling, op)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
