"""`voordeur dienst`: the web door, the worker and the sealing, until somebody stops it."""

from __future__ import annotations

import click

from voordeur.regels.uitkomst import stap

from ..dienst.omgeving import omgeving_met_database, omgeving_nu, toepassing_aanwezig, var_uit_omgeving
from ..dienst.signalen import Gestopt, einde_als_gestopt
from ..dienst.wacht import Adres, draai
from ..groep import Nederlands, json_optie
from ..soorten import POORT
from ..uitvoer import Antwoord, geef

poort_optie = click.option(
    "--poort", type=POORT, default=8000, envvar="POORT", metavar="GETAL", help="De poort; of POORT."
)
host_optie = click.option("--host", default="127.0.0.1", metavar="ADRES", help="Het adres van deze computer.")


@click.command("dienst", cls=Nederlands)
@poort_optie
@host_optie
@json_optie
def opdracht(poort: int, host: str, als_json: bool) -> None:
    """Draai Voordeur: de website, het versturen van berichten en het verzegelen van het journaal. Stop met Ctrl-C.

    \b
    Voorbeeld: voordeur dienst --poort 8000
    """
    toepassing_aanwezig()

    def klaar(url: str) -> None:
        geef(Antwoord({"adres": url}, [stap("dienst.draait", adres=url)]), als_json)

    try:
        with einde_als_gestopt(), omgeving_met_database(var_uit_omgeving(), omgeving_nu()) as omgeving:
            draai(omgeving, Adres(host, poort), klaar=klaar)
    except Gestopt:
        click.echo("voordeur: gestopt", err=True)
