"""`voordeur sleutels`: making the keys that stay outside the database, and going over to a new main key."""

from __future__ import annotations

import click

from voordeur.regels.uitkomst import stap

from ..dienst.sleutelbos import als_regels, nieuwe_sleutels
from ..django_ import start_django
from ..groep import Groep, Nederlands, json_optie
from ..uitvoer import Antwoord, geef, schrijf


@click.command("nieuw", cls=Nederlands)
def nieuw() -> None:
    """Maak de sleutels van een nieuwe installatie, als regels voor een omgevingsbestand.

    \b
    Voorbeeld: voordeur sleutels nieuw
    """
    schrijf(als_regels(nieuwe_sleutels()))


@click.command("vernieuw", cls=Nederlands)
@json_optie
def vernieuw(als_json: bool) -> None:
    """Verpak de sleutel van elke inwoner opnieuw, met de eerste van VOORDEUR_HOOFDSLEUTELS.

    \b
    Voorbeeld: voordeur sleutels vernieuw
    """
    start_django()
    from voordeur.inwoner.actions import verpak_sleutels_opnieuw
    from voordeur.kern.actor import als
    from voordeur.kern.onderhoud import regios, systeem

    aantal = 0
    for regio in regios():
        with als(systeem(regio)) as wie:
            aantal += verpak_sleutels_opnieuw(wie)
    geef(Antwoord({"sleutels": aantal}, [stap("sleutels.vernieuwd", aantal=aantal)]), als_json)


@click.group("sleutels", cls=Groep, opdrachten={"nieuw": nieuw, "vernieuw": vernieuw})
def opdracht() -> None:
    """Maak en vernieuw de sleutels die buiten de database blijven.

    \b
    Voorbeeld: voordeur sleutels nieuw
    """
