"""`voordeur stem`: the outcome of a vote."""

from __future__ import annotations

from datetime import date

import click

from voordeur.regels.stemming import Keuze, tel_stemmen

from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_gemeenten, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Gemeentecode, Invoer


class StemVraag(Invoer):
    """The rounds of a vote, each with the choice by municipality."""

    ronden: list[dict[Gemeentecode, Keuze]]


@click.command("stem", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.stemming, "stemregel"))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Tel de stemmen en geef het besluit.

    \b
    Voorbeeld: voordeur stem ijsselvecht --invoer stemming.json
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.stemming, "stemregel")
    vraag = lees_vraag(invoer).als(StemVraag)
    dag = op or gekozen.regeling.versie
    for nummer, ronde in enumerate(vraag.ronden):
        eis_gemeenten(gekozen.regeling, dag, ronde, f"ronden[{nummer}]")
    centrum = eis_regel(gekozen.regeling, lambda deze: deze.centrumgemeente(dag), "centrumgemeente")
    with rekent(gekozen.regeling):
        uitkomst = tel_stemmen(regel, vraag.ronden, centrum)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
