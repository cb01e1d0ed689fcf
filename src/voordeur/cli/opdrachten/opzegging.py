"""`voordeur opzegging`: from when a notice works."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.opzegging import bereken_opzegging

from ..groep import RegelOpdracht, json_optie, op_optie, regeling_argument
from ..keuze import eerst, eis_regel, kies, rekent
from ..soorten import DATUM
from ..uitvoer import Antwoord, geef, velden_van


@click.command("opzegging", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.opzegging, "opzegregel"))
@regeling_argument
@click.option("--dagtekening", required=True, type=DATUM, metavar="DATUM", help="De datum van de brief.")
@op_optie
@json_optie
def opdracht(regeling: str, dagtekening: date, op: date | None, als_json: bool) -> None:
    """Reken uit per welke dag een opzegging ingaat.

    \b
    Voorbeeld: voordeur opzegging ijsselvecht --dagtekening 2026-07-01
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.opzegging, "opzegregel")
    with rekent(gekozen.regeling, datumveld="--dagtekening"):
        uitkomst = bereken_opzegging(regel, dagtekening)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
