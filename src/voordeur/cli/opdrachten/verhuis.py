"""`voordeur verhuis`: from the embedded server to a server of one's own, and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from voordeur.regels.uitkomst import stap

from ..dienst.omgeving import EIGENAAR, LOPER, met_mappen, omgeving_nu, toepassing_aanwezig, var_uit_omgeving
from ..dienst.slot import enige_op
from ..django_ import start_django
from ..fouten import InvoerFout
from ..groep import Groep, Nederlands, json_optie
from ..uitvoer import Antwoord, geef


@click.command("naar-server", cls=Nederlands)
@json_optie
def naar_server(als_json: bool) -> None:
    """Breng alles van de ingebouwde database (VOORDEUR_VAR) naar uw eigen server (DATABASE_URL). Die moet leeg zijn.

    \b
    Voorbeeld: voordeur verhuis naar-server
    """
    with _klaar_om_te_gaan() as (ingebouwd, eigen):
        geef(_verhuis(ingebouwd, eigen), als_json)


@click.command("terug", cls=Nederlands)
@json_optie
def terug(als_json: bool) -> None:
    """Breng alles van uw eigen server (DATABASE_URL) naar een lege ingebouwde database (VOORDEUR_VAR).

    \b
    Voorbeeld: voordeur verhuis terug
    """
    with _klaar_om_te_gaan() as (ingebouwd, eigen):
        geef(_verhuis(eigen, ingebouwd), als_json)


@contextmanager
def _klaar_om_te_gaan() -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """The environment of both sides, by the names of its databases; nobody runs on the folder meanwhile."""
    toepassing_aanwezig()
    namen = omgeving_nu()
    for naam in (LOPER, EIGENAAR):
        if not namen.get(naam):
            raise InvoerFout(naam, "ontbreekt; verhuizen vraagt de twee rollen van uw eigen server")
    from voordeur.kern.postgres import GeenServer, ingebedde_server

    var = var_uit_omgeving()
    try:
        with enige_op(var), ingebedde_server(var) as server:
            yield {LOPER: server.loper, EIGENAAR: server.eigenaar}, {naam: namen[naam] for naam in (LOPER, EIGENAAR)}
    except GeenServer as fout:
        raise InvoerFout("database", str(fout)) from fout


def _verhuis(van: dict[str, str], naar: dict[str, str]) -> Antwoord:
    """The tables of the target are made first, with the rights of its running role."""
    os.environ.update(met_mappen(Path(os.environ.get("VOORDEUR_VAR") or var_uit_omgeving()), {**os.environ, **naar}))
    start_django()
    from voordeur.kern.verhuizen import VerhuizingMislukt, verhuis

    from ..dienst.voorbereiding import migreer_alles

    migreer_alles()
    try:
        verhuisd = verhuis(van[EIGENAAR], naar[EIGENAAR])
    except VerhuizingMislukt as fout:
        raise InvoerFout("verhuis", str(fout)) from fout
    gezet = stap("database.verhuisd", rijen=sum(verhuisd.rijen.values()))
    return Antwoord({"rijen": verhuisd.rijen}, [gezet])


@click.group("verhuis", cls=Groep, opdrachten={"naar-server": naar_server, "terug": terug})
def opdracht() -> None:
    """Verhuis van de ingebouwde database naar uw eigen server, of terug. Wat er stond, blijft ook staan.

    \b
    Voorbeeld: voordeur verhuis naar-server
    """
