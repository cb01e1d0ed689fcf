"""`voordeur migreer`: bring the tables up to date, as their owner."""

from __future__ import annotations

import os

import click

from voordeur.regels.uitkomst import stap

from ..dienst.omgeving import EIGENAAR, LOPER, omgeving_met_database, omgeving_nu, toepassing_aanwezig, var_uit_omgeving
from ..django_ import start_django
from ..fouten import InvoerFout
from ..groep import Nederlands, json_optie
from ..uitvoer import Antwoord, geef


@click.command("migreer", cls=Nederlands)
@json_optie
def opdracht(als_json: bool) -> None:
    """Maak de database passend bij deze versie. Dit doet de eigenaar (DATABASE_OWNER_URL).

    Wat al vernietigd was en met een kopie terugkwam, wordt opnieuw vernietigd.

    \b
    Voorbeeld: voordeur migreer
    """
    toepassing_aanwezig()
    with omgeving_met_database(var_uit_omgeving(), omgeving_nu()) as omgeving:
        for naam in (LOPER, EIGENAAR):
            if not omgeving.namen.get(naam):
                raise InvoerFout(naam, "ontbreekt; migreren vraagt de rol die draait en de eigenaar")
        os.environ.update(omgeving.namen)
        start_django()
        from voordeur.inwoner.register import RegisterOnleesbaar

        from ..dienst.voorbereiding import migreer_alles, vergeet_opnieuw

        nieuw = migreer_alles()
        try:
            opnieuw = vergeet_opnieuw()
        except RegisterOnleesbaar as fout:
            raise InvoerFout("VOORDEUR_VERNIETIGINGEN", str(fout)) from fout
        gezet = [stap("database.bijgewerkt", aantal=len(nieuw))]
        if opnieuw:
            gezet.append(stap("database.opnieuw_vernietigd", aantal=opnieuw))
        geef(Antwoord({"migraties": nieuw, "opnieuw_vernietigd": opnieuw}, gezet), als_json)
