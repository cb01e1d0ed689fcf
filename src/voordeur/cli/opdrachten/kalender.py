"""`voordeur kalender`: the duties of a year."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.plichten import Plichtdag, jaarkalender
from voordeur.regels.verwoorden import schrijf_datum

from ..groep import RegelOpdracht, json_optie, regeling_argument
from ..keuze import eerst, kies
from ..soorten import JAAR
from ..uitvoer import Antwoord, geef

BREEDTE = 17


@click.command("kalender", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.kalender or None, "kalender van plichten"))
@regeling_argument
@click.option("--jaar", required=True, type=JAAR, metavar="JJJJ", help="Het jaar.")
@json_optie
def opdracht(regeling: str, jaar: int, als_json: bool) -> None:
    """Geef de plichten van een jaar: wat, door wie, voor wie en wanneer.

    \b
    Voorbeeld: voordeur kalender enschede --jaar 2026
    """
    gekozen = kies(regeling, date(jaar, 12, 31))
    uitkomst = jaarkalender(gekozen.regeling.kalender, jaar)
    velden = {"plichten": [_velden(dag) for dag in uitkomst.waarde]}
    tabel = tuple(_regel(dag) for dag in uitkomst.waarde)
    geef(Antwoord(velden, (*gekozen.stappen, *uitkomst.stappen), gekozen.regeling, tabel=tabel), als_json)


def _regel(dag: Plichtdag) -> str:
    """A duty on one line, its last day first."""
    uiterlijk = schrijf_datum(dag.uiterlijk) if dag.uiterlijk else "zonder vaste dag"
    aan = f", voor: {dag.plicht.aan}" if dag.plicht.aan else ""
    return f"{uiterlijk:>{BREEDTE}}  {dag.plicht.wat} (door: {dag.plicht.wie}{aan})"


def _velden(dag: Plichtdag) -> dict[str, object]:
    plicht = dag.plicht
    return {
        "id": plicht.id,
        "wat": plicht.wat,
        "wie": plicht.wie,
        "aan": plicht.aan or None,
        "van": dag.van,
        "uiterlijk": dag.uiterlijk,
    }
