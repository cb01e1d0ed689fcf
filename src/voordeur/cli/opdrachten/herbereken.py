"""`voordeur herbereken`: does every computation that something was decided on still come out the same?"""

from __future__ import annotations

import click

from voordeur.regels.uitkomst import stap

from ..django_ import start_django
from ..fouten import Gevonden
from ..groep import Nederlands, json_optie
from ..uitvoer import Antwoord, geef, velden_van


@click.command("herbereken", cls=Nederlands)
@json_optie
def opdracht(als_json: bool) -> None:
    """Reken elk rekenbewijs opnieuw uit. Komt er iets anders uit, dan is de uitgangscode 1.

    \b
    Voorbeeld: voordeur herbereken
    """
    start_django()
    from voordeur.kern.onderhoud import herbereken_alles

    uitslagen = herbereken_alles()
    anders = [velden_van(uitslag) for uitslag in uitslagen if not uitslag.gelijk or uitslag.reden]
    fout = sum(not uitslag.gelijk for uitslag in uitslagen)
    gezet = stap("rekenbewijs.herberekend", aantal=len(uitslagen), anders=fout)
    geef(Antwoord({"bewijzen": len(uitslagen), "afwijkend": anders}, [gezet]), als_json)
    if fout:
        raise Gevonden
