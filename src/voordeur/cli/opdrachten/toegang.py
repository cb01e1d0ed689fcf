"""`voordeur toegang toets`: do the access criteria of an agreement hold?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import click
from pydantic import AfterValidator

from voordeur.regels.toegang import LokaleVoorziening, Toegangsfeiten, Toegangsregel, toets_toegang

from ..fouten import InvoerFout
from ..groep import Groep, RegelOpdracht, invoer_optie, json_optie, op_optie, regeling_argument
from ..invoer import lees_vraag
from ..keuze import eerst, eis_regel, kies, rekent
from ..uitvoer import Antwoord, geef, velden_van
from ..velden import Datum, Gemeentecode, Invoer

MEESTE_CIJFERS = 3


class LokaleVoorzieningVraag(Invoer):
    """What is known of a local facility; null is unknown."""

    onderzocht: bool | None = None
    volstaat: bool | None = None


def _nummers(criteria: Mapping[str, bool | None] | None) -> Mapping[str, bool | None] | None:
    for nummer in criteria or {}:
        if not nummer.isascii() or not nummer.isdecimal() or nummer.startswith("0") or len(nummer) > MEESTE_CIJFERS:
            raise ValueError(f"{nummer!r} is geen nummer van een criterium")
    return criteria


Criteria = Annotated[dict[str, bool | None] | None, AfterValidator(_nummers)]


class ToegangVraag(Invoer):
    """The facts of one person; what is absent or null is unknown."""

    peildatum: Datum
    geboortedatum: Datum | None = None
    woonplaats: Gemeentecode | None = None
    lokale_voorziening: LokaleVoorzieningVraag | None = None
    overgangsrecht: bool | None = None
    criteria: dict[str, Criteria] | None = None


@click.command("toets", cls=RegelOpdracht, eerst=eerst(lambda deze: deze.toegang, "criteria"))
@regeling_argument
@invoer_optie
@op_optie
@json_optie
def toets(regeling: str, invoer: str, op: date | None, als_json: bool) -> None:
    """Toets of iemand aan de criteria van een regeling voldoet; wat nog onbekend is, wordt genoemd.

    \b
    Voorbeeld: voordeur toegang toets enschede --invoer vraag.json
    """
    vraag = lees_vraag(invoer).als(ToegangVraag)
    gekozen = kies(regeling, op or vraag.peildatum)
    regel = eis_regel(gekozen.regeling, lambda deze: deze.toegang, "criteria")
    _eis_bekende_velden(regel, vraag)
    gemeenten = tuple(gekozen.regeling.gemeenten_op(op or vraag.peildatum))
    with rekent(gekozen.regeling):
        uitkomst = toets_toegang(regel, als_feiten(vraag), gemeenten)
    geef(Antwoord(velden_van(uitkomst.waarde), gekozen.waarom(uitkomst), gekozen.regeling), als_json)


def _eis_bekende_velden(regel: Toegangsregel, vraag: ToegangVraag) -> None:
    """A condition that the agreement does not have is no key of the question."""
    eisen = {
        "woonplaats": regel.woonplaats,
        "lokale_voorziening": regel.lokale_voorziening,
        "overgangsrecht": regel.lokale_voorziening and regel.lokale_voorziening.overgangsrecht_telt,
    }
    for veld, eis in eisen.items():
        if not eis and veld in vraag.model_fields_set:
            raise InvoerFout(veld, "dit veld is onbekend bij deze regeling")


def als_feiten(vraag: ToegangVraag) -> Toegangsfeiten:
    """The facts of a question in the terms of the rule."""
    lokaal = vraag.lokale_voorziening or LokaleVoorzieningVraag()
    return Toegangsfeiten(
        peildatum=vraag.peildatum,
        geboortedatum=vraag.geboortedatum,
        woonplaats=vraag.woonplaats,
        lokale_voorziening=LokaleVoorziening(lokaal.onderzocht, lokaal.volstaat),
        overgangsrecht=bool(vraag.overgangsrecht),
        criteria={
            vorm: {int(nummer): antwoord for nummer, antwoord in (criteria or {}).items()}
            for vorm, criteria in (vraag.criteria or {}).items()
        },
    )


@click.group("toegang", cls=Groep, opdrachten={"toets": toets})
def opdracht() -> None:
    """Toets de toegang tot beschermd wonen.

    \b
    Voorbeeld: voordeur toegang toets enschede --invoer vraag.json
    """
