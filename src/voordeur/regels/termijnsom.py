"""The sum of a term in one line: '2 weken + 9 dagen opschorting, schuift van zondag naar maandag'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .termijnen import Termijneinde
from .uitkomst import Stap, Uitkomst

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LENGTES = ("termijn.lengte", "termijn.lengte_terug")
WAT_ERBIJ_KOMT = {"termijn.opschorting": "opschorting", "termijn.uitstel": "uitstel"}


def schrijf_som(uitkomst: Uitkomst[Termijneinde]) -> str:
    """How a last day came about, without the days themselves: length, what was added, and why it moved."""
    einde = uitkomst.waarde
    som = " + ".join(_delen(uitkomst.stappen))
    if einde.uiterlijk == einde.einde_ruw:
        return som
    van = WEEKDAGEN[einde.einde_ruw.weekday()]
    return f"{som}, schuift van {van}{_reden(uitkomst, van)} naar {WEEKDAGEN[einde.uiterlijk.weekday()]}"


def _delen(stappen: tuple[Stap, ...]) -> Iterator[str]:
    yield next((str(deze.waarden["lengte"]) for deze in stappen if deze.sleutel in LENGTES), "vaste dag")
    for sleutel, woord in WAT_ERBIJ_KOMT.items():
        dagen = sum(int(deze.waarden["dagen"]) for deze in stappen if deze.sleutel == sleutel)
        if dagen:
            yield f"{dagen} {'dag' if dagen == 1 else 'dagen'} {woord}"


def _reden(uitkomst: Uitkomst[Termijneinde], weekdag: str) -> str:
    """Why the raw end does not count, when that is not already in the name of the day."""
    for deze in uitkomst.stappen:
        if deze.sleutel == "termijn.gesloten_dag" and _is(deze, uitkomst.waarde.einde_ruw):
            reden = str(deze.waarden["reden"])
            return "" if reden == weekdag else f" ({reden})"
    return ", voor twee open dagen,"


def _is(deze: Stap, dag: date) -> bool:
    return bool(deze.waarden["dag"] == dag.isoformat())
