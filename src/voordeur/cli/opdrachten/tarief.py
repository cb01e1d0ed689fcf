"""`voordeur tarief`: the price of an arrangement for one period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click

from voordeur.regels.tarief import bereken_tarief

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, json_optie, regeling_argument
from ..keuze import eerst, eis_regel, kies, rekent
from ..soorten import DATUM, INDEX_TYPE
from ..uitvoer import Antwoord, geef, velden_van


@click.command("tarief", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.tarieven, "tarieven"))
@regeling_argument
@click.option("--arrangement", required=True, metavar="A", help="Het arrangement.")
@click.option("--zwaarte", required=True, metavar="Z", help="licht, midden of zwaar.")
@click.option("--huisvesting", metavar="incl|excl", help="Met of zonder huisvesting, waar de tabel dat kent.")
@click.option("--op", required=True, type=DATUM, metavar="DATUM", help="De dag van de zorg.")
@click.option("--index", multiple=True, type=INDEX_TYPE, metavar="JJJJ=0.0312", help="Het indexcijfer van een jaar.")
@json_optie
def opdracht(
    regeling: str,
    arrangement: str,
    zwaarte: str,
    huisvesting: str | None,
    op: date,
    index: tuple[tuple[int, Decimal], ...],
    als_json: bool,
) -> None:
    """Geef de prijs van een arrangement op een dag.

    \b
    Voorbeeld: voordeur tarief drechtsteden --arrangement een-op-een --zwaarte licht --huisvesting incl --op 2018-01-01
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.tarieven, "tarieven")
    cijfers = dict(index)
    if len(cijfers) != len(index):
        raise InvoerFout("--index", "een jaar staat er twee keer")
    opties = {veld: f"--{veld}" for veld in ("arrangement", "zwaarte", "huisvesting", "index")}
    with rekent(gekozen.regeling, opties):
        uitkomst = bereken_tarief(
            regel, arrangement=arrangement, zwaarte=zwaarte, huisvesting=huisvesting, op=op, indexcijfers=cijfers
        )
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
