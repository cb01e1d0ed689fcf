"""`voordeur sleutels`: making the keys that stay outside the database, and going over to a new main key."""

from __future__ import annotations

from collections import Counter

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
    """Verpak alles opnieuw met de eerste van VOORDEUR_HOOFDSLEUTELS, en maak de indexen opnieuw.

    \b
    Voorbeeld: voordeur sleutels vernieuw
    """
    start_django()
    from voordeur.kern.actor import als
    from voordeur.kern.onderhoud import regios, systeem
    from voordeur.kern.vernieuwen import vernieuw_alles

    gedaan: Counter[str] = Counter()
    for regio in regios():
        with als(systeem(regio)) as wie:
            gedaan.update(vernieuw_alles(wie))
    gezet = [stap("sleutels.vernieuwd", wat=wat, aantal=aantal) for wat, aantal in gedaan.items()]
    geef(Antwoord({"vernieuwd": dict(gedaan)}, gezet), als_json)


@click.group("sleutels", cls=Groep, opdrachten={"nieuw": nieuw, "vernieuw": vernieuw})
def opdracht() -> None:
    """Maak en vernieuw de sleutels die buiten de database blijven.

    \b
    Voorbeeld: voordeur sleutels nieuw
    """
