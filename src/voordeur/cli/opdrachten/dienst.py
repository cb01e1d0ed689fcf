"""`voordeur dienst`: the web door, the worker and the sealing, until somebody stops it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

import click

from voordeur.regels.uitkomst import stap

from ..dienst.omgeving import LOPER, omgeving_met_database, omgeving_nu, toepassing_aanwezig, var_uit_omgeving
from ..dienst.poort import luister
from ..dienst.signalen import Gestopt, einde_als_gestopt
from ..dienst.sleutelbos import eis_sleutels
from ..dienst.slot import enige_op
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
        with einde_als_gestopt():
            _draai(omgeving_nu(), Adres(host, poort), klaar)
    except Gestopt:
        click.echo("voordeur: gestopt", err=True)


def _draai(namen: dict[str, str], adres: Adres, klaar: Callable[[str], None]) -> None:
    eis_sleutels(namen)
    var = var_uit_omgeving()
    alleen = nullcontext() if namen.get(LOPER) else enige_op(var)
    with luister(adres.host, adres.poort) as luisteraar, alleen, omgeving_met_database(var, namen) as omgeving:
        draai(omgeving, luisteraar, adres, klaar=klaar)
