"""The penalty for deciding late as a computation that can be proven: days only, nothing of a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from voordeur.kern.rekenbewijs import Feiten, rekenregel
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import dwangsomregel
from voordeur.regels.dwangsom import Dwangsom, bereken_dwangsom
from voordeur.regels.uitkomst import Uitkomst

from .models import Ingebrekestelling

DWANGSOM = "toegang.dwangsom"


def feiten_van(brief: Ingebrekestelling, tot_en_met: date) -> dict[str, Any]:
    """What the penalty is computed from, up to and including a day."""
    return {
        "einde_termijn": brief.klok.uiterlijk.isoformat(),
        "ingebrekestelling": brief.ontvangen_op.isoformat(),
        "tot_en_met": tot_en_met.isoformat(),
    }


@rekenregel(DWANGSOM)
def dwangsom_regel(_regeling: Regeling, feiten: Feiten) -> Uitkomst[Dwangsom]:
    """The penalty of the law; no agreement changes it."""
    dagen = {naam: date.fromisoformat(feiten[naam]) for naam in ("einde_termijn", "ingebrekestelling", "tot_en_met")}
    return bereken_dwangsom(dwangsomregel(dagen["ingebrekestelling"]), **dagen)


def dwangsom_tot(brief: Ingebrekestelling, tot_en_met: date) -> Uitkomst[Dwangsom]:
    """The penalty up to and including a day, not kept: to see how it grows."""
    return bereken_dwangsom(
        dwangsomregel(brief.ontvangen_op),
        einde_termijn=brief.klok.uiterlijk,
        ingebrekestelling=brief.ontvangen_op,
        tot_en_met=tot_en_met,
    )
