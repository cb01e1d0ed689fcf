"""`voordeur dwangsom`: the penalty for a late decision, day by day."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regelingen.wetten import dwangsomregel
from voordeur.regels.datums import plus_dagen
from voordeur.regels.dwangsom import bereken_dwangsom

from ..fouten import InvoerFout
from ..groep import Nederlands, json_optie
from ..keuze import rekent
from ..soorten import DATUM
from ..uitvoer import Antwoord, geef, velden_van


@click.command("dwangsom", cls=Nederlands)
@click.option("--einde-termijn", required=True, type=DATUM, metavar="DATUM", help="De laatste dag om te besluiten.")
@click.option("--ingebrekestelling", required=True, type=DATUM, metavar="DATUM", help="De dag van ontvangst.")
@click.option("--besluit", type=DATUM, metavar="DATUM", help="De dag waarop het besluit bekend is gemaakt.")
@click.option("--tot", type=DATUM, metavar="DATUM", help="Tel tot en met deze dag, als er nog geen besluit is.")
@json_optie
def opdracht(
    einde_termijn: date, ingebrekestelling: date, besluit: date | None, tot: date | None, als_json: bool
) -> None:
    """Bereken de dwangsom als een besluit te laat komt, dag voor dag.

    \b
    Voorbeeld: voordeur dwangsom --einde-termijn 2026-03-16 --ingebrekestelling 2026-03-18 --besluit 2026-04-10
    """
    if (besluit is None) == (tot is None):
        raise InvoerFout("--besluit", "geef precies een van --besluit of --tot")
    try:
        regel = dwangsomregel(ingebrekestelling)
    except ValueError as fout:
        raise InvoerFout("--ingebrekestelling", str(fout)) from None
    with rekent(datumveld="--ingebrekestelling"):
        laatste = plus_dagen(besluit, -1) if besluit else tot
        assert laatste is not None
        uitkomst = bereken_dwangsom(
            regel, einde_termijn=einde_termijn, ingebrekestelling=ingebrekestelling, tot_en_met=laatste
        )
    geef(Antwoord(velden_van(uitkomst.waarde), uitkomst.stappen), als_json)
