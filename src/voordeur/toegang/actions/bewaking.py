"""Nothing is late in silence: who handles a case is reminded, and a team leader hears of what is late. Each once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import QuerySet

from voordeur.berichten.actions import zet_klaar
from voordeur.kern.actor import Actor, als
from voordeur.kern.journaal import schrijf
from voordeur.kern.onderhoud import regios, systeem
from voordeur.schermen.bouwstenen import BIJNA_TOT

from ..klokregels import VAN_DE_INWONER
from ..models import Klok

# from when the house style calls a term 'soon'
HERINNER_DAGEN = timedelta(days=BIJNA_TOT)
# so many in one transaction: people work on their dossiers meanwhile
PER_KEER = 200


@dataclass(frozen=True)
class Bewaakt:
    """How many clocks were reminded of and passed on."""

    herinnerd: int
    geescaleerd: int


def bewaak_alles(op: date) -> dict[str, Bewaakt]:
    """Watch the clocks of every region."""
    return {regio: bewaak(regio, op) for regio in regios()}


def bewaak(regio: str, op: date) -> Bewaakt:
    """Remind of what ends soon and pass on what is late, in one region. What was told is not told again."""
    wie = replace(systeem(regio), vanwaar="werker")
    return Bewaakt(_alle(wie, op, _herinner), _alle(wie, op, _escaleer))


def _alle(wie: Actor, op: date, doe: Callable[[Actor, date], int]) -> int:
    totaal = 0
    while True:
        with als(wie):
            gedaan = doe(wie, op)
        totaal += gedaan
        if gedaan < PER_KEER:
            return totaal


def _lopend() -> QuerySet[Klok]:
    """Every clock that runs here, locked; one that a colleague has in hands waits for the next time."""
    klokken = Klok.objects.filter(klaar_op=None).exclude(soort=VAN_DE_INWONER).select_related("dossier")
    return klokken.select_for_update(of=("self",), skip_locked=True).order_by("uiterlijk", "id")


def _herinner(wie: Actor, op: date) -> int:
    klokken = list(_lopend().filter(herinnerd_op=None, uiterlijk__range=(op, op + HERINNER_DAGEN))[:PER_KEER])
    for klok in klokken:
        aan = klok.dossier.behandelaar
        _meld(wie, klok, f"medewerker {aan}" if aan else f"team van college {klok.college_code}", "herinnering", op)
        klok.herinnerd_op = op
        klok.save(update_fields=["herinnerd_op"])
        schrijf(wie, "toegang.klok.herinneren", op, klok, klok.college_code, "", None)
    return len(klokken)


def _escaleer(wie: Actor, op: date) -> int:
    klokken = list(_lopend().filter(geescaleerd_op=None, uiterlijk__lt=op)[:PER_KEER])
    for klok in klokken:
        _meld(wie, klok, f"teamleider van college {klok.college_code}", "te-laat", op)
        klok.geescaleerd_op = op
        klok.save(update_fields=["geescaleerd_op"])
        schrijf(wie, "toegang.klok.escaleren", op, klok, klok.college_code, "", None)
    return len(klokken)


def _meld(wie: Actor, klok: Klok, aan: str, soort: str, op: date) -> None:
    """A message with the number of the case and the term: nothing by which somebody outside knows a person."""
    inhoud = {
        "dossier": klok.dossier.nummer,
        "termijn": klok.soort,
        "uiterlijk": klok.uiterlijk.isoformat(),
        "gemeld_op": op.isoformat(),
    }
    zet_klaar(wie, kanaal="map", aan=aan, soort=f"termijn-{soort}", inhoud=json.dumps(inhoud).encode())
