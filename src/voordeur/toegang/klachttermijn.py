"""Until when a complaint is dealt with, by the law and nothing else (article 9:11 Awb)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from voordeur.regelingen.wetten import opschortgronden, sluitingskalender, wettelijke_termijnen
from voordeur.regels.opschorten import Uitstel
from voordeur.regels.termijnen import Termijneinde, bereken_termijn
from voordeur.regels.uitkomst import Uitkomst

KLACHT, VERDAGEN = "klacht", "verdagen"


def klacht_uiterlijk(ontvangen_op: date, *, met_persoon: bool, verdaagd_op: date | None) -> Uitkomst[Termijneinde]:
    """The last day: six weeks, ten with a complaints person or committee, and four more when it was put off once."""
    termijn = wettelijke_termijnen()[KLACHT]
    if met_persoon:
        naam = f"{termijn.naam}, met een klachtenpersoon"
        termijn = replace(termijn, lengte=termijn.lengte_met_commissie, naam=naam)
    uitstel = () if verdaagd_op is None else (_vier_weken(verdaagd_op),)
    return bereken_termijn(termijn, ontvangen_op, sluitingskalender(), uitstel)


def _vier_weken(op: date) -> Uitstel:
    grond = opschortgronden()[KLACHT, VERDAGEN]
    assert grond.hoogstens is not None
    return Uitstel(op, grond.hoogstens.weken * 7, grond.grond)
