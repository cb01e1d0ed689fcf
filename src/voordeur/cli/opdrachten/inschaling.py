"""`voordeur inschaling`: which arrangement and which weight."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import click
from pydantic import Field

from voordeur.regels.inschaling import Inschaalfeiten, schaal_in

from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import GROOTSTE_AANTAL, Invoer


class InschalingVraag(Invoer):
    """What is known of the support and the home; `cluster` null is no cluster."""

    ondersteuning_24_7: bool
    kan_zelf_alarmeren: bool
    zelfstandige_woning: bool
    cluster: Annotated[int, Field(ge=1, le=GROOTSTE_AANTAL)] | None
    werk: str


@click.command("inschaling", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.inschaling, "inschaling"))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Bepaal welk arrangement en welke zwaarte passen.

    \b
    Voorbeeld: voordeur inschaling drechtsteden --invoer vraag.json
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.inschaling, "inschaling")
    vraag = lees_vraag(invoer).als(InschalingVraag)
    with rekent(gekozen.regeling):
        uitkomst = schaal_in(regel, Inschaalfeiten(**vraag.model_dump()))
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
