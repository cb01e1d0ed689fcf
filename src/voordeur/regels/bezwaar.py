"""Objections: was it in time, and which decisions on it are possible (chapters 6 and 7 of the Awb)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .datums import plus_dagen
from .uitkomst import Stap, Uitkomst, stap

# Awb 6:9 lid 2: by post it may come in a week after the term, when it was posted before the end
DAGEN_POST = 7
# Awb 7:4 lid 2: the papers are there to read for a week before the hearing
DAGEN_INZAGE = 7

GEGROND, DEELS, ONGEGROND = "gegrond", "deels_gegrond", "ongegrond"
NIET_ONTVANKELIJK, INGETROKKEN = "niet_ontvankelijk", "ingetrokken"
UITKOMSTEN = (GEGROND, DEELS, ONGEGROND, NIET_ONTVANKELIJK, INGETROKKEN)
# Awb 7:3: when a hearing is not needed
AFZIEN = {
    "ziet_af": "De inwoner wil niet gehoord worden.",
    "reageert_niet": "De inwoner reageert niet op de uitnodiging.",
    "kennelijk_niet_ontvankelijk": "Het bezwaar is duidelijk niet-ontvankelijk.",
    "kennelijk_ongegrond": "Het bezwaar is duidelijk ongegrond.",
    "tegemoetgekomen": "De inwoner krijgt helemaal gelijk. Niemand anders heeft daar last van.",
}


@dataclass(frozen=True)
class OpTijd:
    """Whether an objection came in time, and the day that counts as the last one."""

    op_tijd: bool
    laatste_dag: date


def op_tijd(uiterlijk: date, ontvangen_op: date, verzonden_op: date | None = None) -> Uitkomst[OpTijd]:
    """In time by the last day of the term; `verzonden_op`: the day on which it was posted, when it came by post."""
    stappen = [stap("bezwaar.laatste_dag", ("awb/6:7", "awb/6:8"), uiterlijk=uiterlijk)]
    if ontvangen_op <= uiterlijk:
        return _uit(True, uiterlijk, stappen, stap("bezwaar.ontvangen_op_tijd", ("awb/6:9",), dag=ontvangen_op))
    met_post = plus_dagen(uiterlijk, DAGEN_POST)
    if verzonden_op is not None and verzonden_op <= uiterlijk and ontvangen_op <= met_post:
        gezet = stap("bezwaar.post_op_tijd", ("awb/6:9",), verzonden=verzonden_op, dag=ontvangen_op)
        return _uit(True, uiterlijk, stappen, gezet)
    return _uit(False, uiterlijk, stappen, stap("bezwaar.te_laat", ("awb/6:9", "awb/6:11"), dag=ontvangen_op))


def _uit(gehaald: bool, uiterlijk: date, stappen: list[Stap], slot: Stap) -> Uitkomst[OpTijd]:
    return Uitkomst(OpTijd(gehaald, uiterlijk), (*stappen, slot))


@dataclass(frozen=True)
class Bezwaarstand:
    """What counts for the decision on an objection; `verschoonbaar` None: nobody judged it yet."""

    op_tijd: bool
    verschoonbaar: bool | None
    gehoord: bool
    afgezien: bool


def mogelijk(stand: Bezwaarstand) -> Uitkomst[tuple[str, ...]]:
    """Which outcomes an objection can have now. Withdrawing it is always possible."""
    if not stand.op_tijd and stand.verschoonbaar is None:
        return Uitkomst((INGETROKKEN,), (stap("bezwaar.eerst_te_laat_beoordelen", ("awb/6:11",)),))
    if not stand.op_tijd and not stand.verschoonbaar:
        # Awb 7:3 a: a hearing is not needed for what clearly is not open to a decision
        return Uitkomst((NIET_ONTVANKELIJK, INGETROKKEN), (stap("bezwaar.niet_verschoonbaar", ("awb/6:11",)),))
    if not (stand.gehoord or stand.afgezien):
        return Uitkomst((INGETROKKEN,), (stap("bezwaar.eerst_horen", ("awb/7:2", "awb/7:3")),))
    return Uitkomst(UITKOMSTEN, (stap("bezwaar.te_beslissen", ("awb/7:11",)),))


def hoorzitting_kan(uitgenodigd_op: date, dag: date) -> Uitkomst[bool]:
    """Whether the papers can be read for a week before the hearing."""
    eerste = plus_dagen(uitgenodigd_op, DAGEN_INZAGE)
    kan = dag >= eerste
    return Uitkomst(kan, (stap("bezwaar.inzage_ja" if kan else "bezwaar.inzage_nee", ("awb/7:4",), eerste=eerste),))
