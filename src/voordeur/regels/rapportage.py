"""By which day the figures of a quarter are owed; where none are, what an agreement asks for instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .feestdagen import Sluitingskalender
from .plichten import Plicht
from .termijnen import Termijn, bereken_termijn
from .uitkomst import Stap, Uitkomst, stap

SOORT = "kwartaalrapportage"
HOE_VAAK = {
    "na_kwartaal": "na elk kwartaal",
    "elk_kwartaal": "elk kwartaal",
    "elk_halfjaar": "elk halfjaar",
    "elk_jaar": "elk jaar",
    "jaarlijks": "elk jaar",
    "zonder_dag": "zonder vaste dag",
}


def rapportage_uiterlijk(
    termijnen: Sequence[Termijn], plichten: Sequence[Plicht], laatste: date, kalender: Sluitingskalender
) -> Uitkomst[date | None]:
    """The last day for the report over the quarter that ends on `laatste`.

    None when the agreement has no term for it; the steps then name what it does ask to be told to somebody.
    """
    termijn = next((deze for deze in termijnen if deze.soort == SOORT), None)
    if termijn is None:
        return Uitkomst(None, (stap("rapportage.niet_gevraagd"), *_wel_gevraagd(plichten, laatste)))
    einde = bereken_termijn(termijn, laatste, kalender)
    return Uitkomst(einde.waarde.uiterlijk, einde.stappen)


def _wel_gevraagd(plichten: Sequence[Plicht], laatste: date) -> tuple[Stap, ...]:
    """The duties to tell somebody something that come back."""
    return tuple(
        stap(
            "rapportage.wel_gevraagd", plicht.grond, wat=plicht.wat, hoe_vaak=HOE_VAAK[plicht.wanneer.soort],
            wie=plicht.wie, aan=plicht.aan,
        )
        for plicht in plichten
        if plicht.aan and plicht.wanneer.soort in HOE_VAAK and plicht.geldt_op(laatste)
    )  # fmt: skip
