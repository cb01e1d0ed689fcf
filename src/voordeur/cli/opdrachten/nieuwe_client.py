"""`voordeur nieuwe-client`: new or existing client, and who is responsible."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.datums import Periode
from voordeur.regels.nieuwe_client import bepaal_nieuwe_client

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_gemeente, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Datum, Gemeentecode, Invoer

WAT = "regel voor nieuwe cliënten"


class Gebruik(Invoer):
    """A stretch of use, both days included; `tot` null is open."""

    van: Datum
    tot: Datum | None


class NieuweClientVraag(Invoer):
    """A report, with the requests and the use in the region before it."""

    meldingsdatum: Datum
    gemeente: Gemeentecode
    aanvragen: list[Datum]
    gebruik: list[Gebruik]


@click.command("nieuwe-client", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.nieuwe_client, WAT))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Bepaal of een cliënt nieuw is en welke gemeente verantwoordelijk is.

    \b
    Voorbeeld: voordeur nieuwe-client boce --invoer vraag.json
    """
    vraag = lees_vraag(invoer).als(NieuweClientVraag)
    dag = op or vraag.meldingsdatum
    gekozen = kies(regeling, dag)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.nieuwe_client, WAT)
    eis_gemeente(gekozen.regeling, dag, vraag.gemeente, "gemeente")
    centrum = eis_regel(gekozen.regeling, lambda deze: deze.centrumgemeente(dag), "centrumgemeente")
    with rekent(gekozen.regeling, datumveld="meldingsdatum"):
        uitkomst = bepaal_nieuwe_client(
            regel,
            meldingsdatum=vraag.meldingsdatum,
            gemeente=vraag.gemeente,
            centrumgemeente=centrum,
            aanvragen=vraag.aanvragen,
            gebruik=[_periode(nummer, deel) for nummer, deel in enumerate(vraag.gebruik)],
        )
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)


def _periode(nummer: int, deel: Gebruik) -> Periode:
    if deel.tot is not None and deel.tot < deel.van:
        raise InvoerFout(f"gebruik[{nummer}].tot", "ligt voor de eerste dag")
    return Periode(deel.van, deel.tot)
