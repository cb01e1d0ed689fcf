"""`voordeur sroi`: social return, what is owed, done and short."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import click
from pydantic import Field

from voordeur.regels.bedragen import NUL
from voordeur.regels.sroi import VELDEN, Inzet, Sroiregel, bereken_sroi

from ..fouten import InvoerFout
from ..groep import RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Aantal, BedragVanafNul, GeenNull, Invoer, Maat

Maanden = Annotated[int, Field(ge=1, le=12)]


class InzetVraag(Invoer):
    """One effort; which figures it needs depends on its group."""

    groep: str
    fte: Annotated[Maat | None, GeenNull] = None
    maanden: Annotated[Maanden | None, GeenNull] = None
    looncompensatie: Annotated[BedragVanafNul | None, GeenNull] = None
    bedrag: Annotated[BedragVanafNul | None, GeenNull] = None
    dagdelen: Annotated[Aantal | None, GeenNull] = None
    personen: Annotated[Aantal | None, GeenNull] = None
    plekken: Annotated[Aantal | None, GeenNull] = None


class SroiVraag(Invoer):
    """A contract year: the values, what was carried in, and the efforts."""

    contractwaarde: BedragVanafNul
    jaarwaarde: BedragVanafNul
    inzet: list[InzetVraag]
    meegenomen: BedragVanafNul = NUL


@click.command("sroi", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.sroi, "sroi-regel"))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def opdracht(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Reken de social return van een contractjaar uit.

    \b
    Voorbeeld: voordeur sroi drechtsteden --invoer jaar.json
    """
    gekozen = kies(regeling, op)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.sroi, "sroi-regel")
    vraag = lees_vraag(invoer).als(SroiVraag)
    with rekent(gekozen.regeling):
        uitkomst = bereken_sroi(
            regel,
            contractwaarde=vraag.contractwaarde,
            jaarwaarde=vraag.jaarwaarde,
            meegenomen=vraag.meegenomen,
            inzet=_inzet(regel, vraag.inzet),
        )
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)


def _inzet(regel: Sroiregel, vragen: Sequence[InzetVraag]) -> list[Inzet]:
    """The efforts, each with exactly the figures that its group needs."""
    groepen = {groep.id: groep for groep in regel.groepen}
    inzet = []
    for nummer, vraag in enumerate(vragen):
        gegeven: dict[str, Any] = {veld: getattr(vraag, veld) for veld in vraag.model_fields_set}
        if (groep := groepen.get(vraag.groep)) is not None:
            nodig = {"groep", *VELDEN[groep.per]}
            mag = nodig | ({"looncompensatie"} if groep.looncompensatie else set())
            _eis_velden(f"inzet[{nummer}]", vraag.groep, gegeven, nodig, mag)
        inzet.append(Inzet(**gegeven))
    return inzet


def _eis_velden(pad: str, groep: str, gegeven: dict[str, Decimal | int], nodig: set[str], mag: set[str]) -> None:
    for veld in sorted(nodig - set(gegeven)):
        raise InvoerFout(f"{pad}.{veld}", f"ontbreekt bij de groep {groep}")
    for veld in sorted(set(gegeven) - mag):
        raise InvoerFout(f"{pad}.{veld}", f"dit veld hoort niet bij de groep {groep}")
