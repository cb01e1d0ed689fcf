"""The investigation (article 2.3.2 Wmo 2015): which subjects are known, and until when a personal plan may come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from .feestdagen import Sluitingskalender
from .fouten import OngeldigFeit
from .termijnen import Termijn, bereken_termijn
from .uitkomst import Stap, Uitkomst, stap

Stand = Literal["besproken", "nvt", "onbekend"]
STANDEN: tuple[Stand, ...] = ("besproken", "nvt", "onbekend")
LID_4 = ("wmo/2.3.2-4",)


def stand_van(tekst: str, gekozen: str) -> Stand:
    """How far a subject is. Without a word it is open, whatever was chosen; with words and no choice it was discussed.

    Raises OngeldigFeit on a state that is none of STANDEN (or empty).
    """
    if gekozen and gekozen not in STANDEN:
        raise OngeldigFeit("stand", f"kies uit: {', '.join(STANDEN)}")
    if not tekst.strip():
        return "onbekend"
    return next((stand for stand in STANDEN if stand == gekozen), "besproken")


def toets_onderwerpen(
    onderwerpen: Mapping[str, str], teksten: Mapping[str, str], standen: Mapping[str, str]
) -> Uitkomst[tuple[str, ...]]:
    """The ids of the subjects (with their names in `onderwerpen`) on which nothing is known yet: lid 4.

    `teksten`: what was said, or why a subject does not apply; `standen`: what was chosen. Raises OngeldigFeit.
    """
    gevonden = {id_: stand_van(teksten.get(id_) or "", standen.get(id_, "")) for id_ in onderwerpen}
    stappen: list[Stap] = [
        stap(f"onderzoek.{stand}", LID_4, onderwerp=onderwerpen[id_]) for id_, stand in gevonden.items()
    ]
    open_ = tuple(id_ for id_, stand in gevonden.items() if stand == "onbekend")
    slot = stap("onderzoek.volledig", LID_4) if not open_ else stap("onderzoek.onvolledig", LID_4, aantal=len(open_))
    return Uitkomst(open_, (*stappen, slot))


def plan_tot(
    wet: Termijn, eigen: Termijn | None, gemeld_op: date, verteld_op: date | None, kalender: Sluitingskalender
) -> Uitkomst[date]:
    """The last day for a personal plan: the law's term from the report (lid 2).

    `eigen`: the agreement's own term, which counts from the day on which the client was told. The later day holds, so
    that nobody loses days of the law by an agreement, nor of the agreement by the law.
    """
    uitkomst = bereken_termijn(wet, gemeld_op, kalender)
    tot, stappen = uitkomst.waarde.uiterlijk, uitkomst.stappen
    if eigen is None or verteld_op is None:
        return Uitkomst(tot, stappen)
    na_uitleg = bereken_termijn(eigen, verteld_op, kalender)
    gekozen = max(tot, na_uitleg.waarde.uiterlijk)
    return Uitkomst(
        gekozen, (*stappen, *na_uitleg.stappen, stap("onderzoek.plan_laatste_dag", eigen.grond, dag=gekozen))
    )
