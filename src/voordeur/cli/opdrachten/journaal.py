"""`voordeur journaal controleer`: is the journal whole, in every region?"""

from __future__ import annotations

from pathlib import Path

import click

from voordeur.regels.uitkomst import stap

from ..dienst.omgeving import zegelhoofden
from ..django_ import start_django
from ..fouten import Gevonden
from ..groep import Groep, Nederlands, json_optie
from ..uitvoer import Antwoord, geef, velden_van


@click.command("controleer", cls=Nederlands)
@click.option(
    "--hoofden",
    metavar="BESTAND",
    help="Het bestand buiten de database met het laatste zegel van elke regio (anders VOORDEUR_ZEGELHOOFDEN).",
)
@click.option("--regio", multiple=True, metavar="ID", help="Alleen deze regio (mag vaker).")
@json_optie
def controleer(hoofden: str | None, regio: tuple[str, ...], als_json: bool) -> None:
    """Controleer of het journaal heel is en verzegel wat nieuw is. Bij een breuk is de uitgangscode 1.

    \b
    Voorbeeld: voordeur journaal controleer
    """
    start_django()
    from voordeur.kern.onderhoud import controleer_journalen

    standen = controleer_journalen(Path(hoofden) if hoofden else zegelhoofden(), regio)
    breuken = sum(len(stand.breuken) for stand in standen)
    sleutel = "journaal.gebroken" if breuken else "journaal.heel"
    gezet = stap(sleutel, regios=len(standen), regels=sum(stand.regels for stand in standen), breuken=breuken)
    geef(Antwoord({"regios": [velden_van(stand) for stand in standen]}, [gezet]), als_json)
    if breuken:
        raise Gevonden


@click.group("journaal", cls=Groep, opdrachten={"controleer": controleer})
def opdracht() -> None:
    """Werk met het journaal. Dit heeft de database nodig.

    \b
    Voorbeeld: voordeur journaal controleer
    """
