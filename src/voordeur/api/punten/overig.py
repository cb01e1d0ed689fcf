"""The quarterly reports, and messages that did not arrive."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from ninja import Router

from voordeur.berichten import actions as berichtacties
from voordeur.berichten.models import Bericht as Berichtrij
from voordeur.berichten.queries import mislukt
from voordeur.kern.queries import centrum, ziet_alles
from voordeur.verantwoording.kwartalen import Kwartaal
from voordeur.verantwoording.queries import Cijfers, cijfers, cijfers_van, rapportages, vastgesteld

from ..beschrijving import punt
from ..bladeren import deel
from ..deur import Vraag
from ..herhaling import Nieuw
from ..invoer import Aantal, Cursor, Gemaakt, Lijst, Uitvoer, bedrag
from .dossiervormen import Leeg

verantwoording = Router(tags=["Verantwoording"])
berichten = Router(tags=["Berichten"])


class Rapportageregel(Uitvoer):
    """A report that was set."""

    kwartaal: str
    vastgesteld_op: date


class Gemeentecijfers(Uitvoer):
    """The figures of one municipality (CBS code): persons, and euros."""

    gemeente: str
    meldingen: int
    toegekend: int
    afgewezen: int
    instroom: int
    uitstroom: int
    in_zorg_begin: int
    in_zorg_eind: int
    wachtend_eind: int
    lasten: str


class Rapportage(Uitvoer):
    """The figures of a quarter: as they were set, or until now."""

    kwartaal: str
    vastgesteld_op: date | None
    voorlopig: bool
    cijfers: list[Gemeentecijfers]


class Bericht(Uitvoer):
    """A message that did not arrive, without what it holds."""

    id: UUID
    kanaal: str
    aan: str
    soort: str
    stand: str
    pogingen: int
    reden: str
    klaargezet_om: datetime


@punt(
    verantwoording,
    "GET",
    "/kwartaalrapportages",
    id="kwartaalrapportages",
    kop="De vastgestelde rapportages",
    antwoord=Lijst[Rapportageregel],
    scherm="verantwoording:lijst",
)
def lijst(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The reports of the region that were set, the last one first."""
    gevonden = deel(rapportages(request.actor), cursor, aantal)
    rijen = [
        Rapportageregel(kwartaal=f"{deze.jaar}-{deze.kwartaal}", vastgesteld_op=deze.vastgesteld_op)
        for deze in gevonden.rijen
    ]
    return Lijst[Rapportageregel](items=rijen, volgende=gevonden.volgende)


@punt(
    verantwoording,
    "GET",
    "/kwartaalrapportages/{kwartaal}",
    id="kwartaalrapportage",
    kop="De cijfers van een kwartaal",
    antwoord=Rapportage,
    scherm="verantwoording:kwartaal",
)
def een(request: Vraag, kwartaal: str) -> Any:
    """The figures of a quarter such as '2026-1': as they were set, or until now for who sees every dossier."""
    gevraagd = _kwartaal(kwartaal)
    if gevraagd.van > request.vandaag:
        raise Http404
    rapportage = vastgesteld(request.actor, gevraagd)
    if rapportage is not None:
        alle, op = cijfers_van(rapportage), rapportage.vastgesteld_op
    elif ziet_alles(request.actor, request.vandaag):
        alle, op = cijfers(gevraagd.jaar, gevraagd.nummer, op=request.vandaag), None
    else:
        raise Http404
    return Rapportage(kwartaal=kwartaal, vastgesteld_op=op, voorlopig=rapportage is None, cijfers=_cijfers(alle))


def _kwartaal(tekst: str) -> Kwartaal:
    jaar, _, nummer = tekst.partition("-")
    try:
        gevonden = Kwartaal(int(jaar), int(nummer))
    except ValueError:
        raise Http404 from None
    # one quarter, one address
    if tekst != f"{gevonden.jaar:04}-{gevonden.nummer}":
        raise Http404
    return gevonden


def _cijfers(alle: Cijfers) -> list[Gemeentecijfers]:
    return [
        Gemeentecijfers(**{**vars(deze), "gemeente": code, "lasten": bedrag(deze.lasten)})
        for code, deze in alle.items()
    ]  # fmt: skip


@punt(
    berichten,
    "GET",
    "/berichten",
    id="berichten",
    kop="Berichten die niet aankwamen",
    antwoord=Lijst[Bericht],
    scherm="beheer:begin",
)
def mislukte(request: Vraag, cursor: Cursor = None, aantal: Aantal = 50) -> Any:
    """The messages of the region that did not arrive, in an order that never changes."""
    gevonden = deel(mislukt(), cursor, aantal, op="id")
    velden = tuple(Bericht.model_fields)
    rijen = [Bericht(**{naam: getattr(deze, naam) for naam in velden}) for deze in gevonden.rijen]
    return Lijst[Bericht](items=rijen, volgende=gevonden.volgende)


@punt(
    berichten,
    "POST",
    "/berichten/{bericht}/verzendpogingen",
    id="verstuurOpnieuw",
    kop="Verstuur een bericht opnieuw",
    antwoord=Gemaakt,
    scherm="beheer:bericht_opnieuw",
    maakt=True,
)
def opnieuw(request: Vraag, bericht: UUID, vraag: Leeg) -> Any:
    """Send a message that did not arrive once more."""
    bij = berichtacties.BijBericht(centrum(request.actor.regio).code, bericht)
    try:
        berichtacties.opnieuw(request.actor, bij, op=request.vandaag)
    except Berichtrij.DoesNotExist:
        raise Http404 from None
    return Nieuw(str(bericht), "/v1/berichten")
