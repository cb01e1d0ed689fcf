"""`voordeur dekking`: which provisions are proven by a test."""

from __future__ import annotations

import click

from voordeur.regelingen.dekking import tel_dekking
from voordeur.regelingen.laden import nieuwste

from ..groep import Nederlands, json_optie
from ..uitvoer import Antwoord, geef, velden_van


@click.command("dekking", cls=Nederlands)
@json_optie
def opdracht(als_json: bool) -> None:
    """Tel welke bepalingen zijn bewezen met een test die zonder de bepaling faalt.

    \b
    Voorbeeld: voordeur dekking
    """
    uitkomst = tel_dekking()
    namen = {id_: nieuwste(id_).naam for id_ in uitkomst.waarde.per_regeling}
    geef(Antwoord(velden_van(uitkomst.waarde), uitkomst.stappen, namen=namen), als_json)
