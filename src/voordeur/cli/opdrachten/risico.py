"""`voordeur risico`: signals that a provider's continuity is at risk."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import click
from pydantic import Field

from voordeur.regels.risico import Risicofeiten, bepaal_risico

from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Bedrag, BedragVanafNul, Getal, Invoer, Jaartal


class LiquiditeitVraag(Invoer):
    """How easily a provider can pay what it owes soon."""

    current_ratio: Getal


class RisicoVraag(Invoer):
    """The figures of a provider."""

    eigen_vermogen: Bedrag
    resultaten: Annotated[dict[Jaartal, Bedrag], Field(min_length=1)]
    omzet: BedragVanafNul
    liquiditeit: LiquiditeitVraag


@click.command("risico", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.risico, "risicosignalen"))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Kijk of er signalen zijn dat de zorg van een aanbieder gevaar loopt.

    \b
    Voorbeeld: voordeur risico drechtsteden --invoer cijfers.json
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.risico, "risicosignalen")
    vraag = lees_vraag(invoer).als(RisicoVraag)
    feiten = Risicofeiten(
        eigen_vermogen=vraag.eigen_vermogen,
        resultaten={int(jaar): resultaat for jaar, resultaat in vraag.resultaten.items()},
        omzet=vraag.omzet,
        current_ratio=vraag.liquiditeit.current_ratio,
    )
    with rekent(gekozen.regeling):
        uitkomst = bepaal_risico(regel, feiten)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)
