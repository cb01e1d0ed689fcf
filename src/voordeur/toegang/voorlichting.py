"""What everybody is told: free client support and the personal plan; and until when that plan may come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.onderzoek import plan_tot
from voordeur.regels.uitkomst import Uitkomst

from .models import Dossier

# how the law's term is called in the file of the laws, and an agreement's own in its file
PLAN_WET, PLAN_EIGEN = "persoonlijk-plan", "persoonlijk-plan-na-uitleg"
# what can be told, by the key under which its day is kept; the letter of confirmation tells the first two
UITLEG: dict[str, str] = {
    "clientondersteuning": "Gratis cliënt\u00adondersteuning",
    "persoonlijk_plan": "Een eigen persoonlijk plan",
    "pgb": "Het verschil tussen pgb en zorg in natura",
}
IN_DE_BRIEF = frozenset({"clientondersteuning", "persoonlijk_plan"})


@dataclass(frozen=True)
class Verteld:
    """Something that the resident is told: by letter, in a conversation, or not yet."""

    wat: str
    naam: str
    in_brief_op: date | None
    in_gesprek_op: date | None

    @property
    def eerst_op(self) -> date | None:
        return min((dag for dag in (self.in_brief_op, self.in_gesprek_op) if dag), default=None)


def verteld(dossier: Dossier, geschreven: Mapping[str, Any]) -> dict[str, Verteld]:
    """When the resident was told what."""
    gesprek = geschreven.get("voorlichting", {})
    return {
        wat: Verteld(
            wat,
            naam,
            dossier.bevestigd_op if wat in IN_DE_BRIEF else None,
            date.fromisoformat(gesprek[wat]) if gesprek.get(wat) else None,
        )
        for wat, naam in UITLEG.items()
    }


def plan_uiterlijk(dossier: Dossier, regeling: Regeling, verteld_op: date | None) -> Uitkomst[date]:
    """The last day for a personal plan, by the law and by the agreement where that has a term of its own."""
    eigen = next((termijn for termijn in regeling.termijnen if termijn.soort == PLAN_EIGEN), None)
    return plan_tot(wettelijke_termijnen()[PLAN_WET], eigen, dossier.gemeld_op, verteld_op, sluitingskalender())
