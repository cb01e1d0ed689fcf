"""Who pays in a situation, on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .datums import geldende
from .fouten import RegelOntbreekt
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Betaalregel:
    """Who pays for what, between two days; `plan`: meant, but never put into force by a decision."""

    situatie: str
    wat: str
    betaler: str
    grond: Gronden
    vanaf: date | None = None
    tot: date | None = None
    plan: bool = False


def wie_betaalt(regels: Sequence[Betaalregel], situatie: str, op: date) -> Uitkomst[str]:
    """The payer on a day. Raises RegelOntbreekt when the agreement says nothing about it."""
    regel = geldende((deel for deel in regels if deel.situatie == situatie), op)
    if regel is None:
        raise RegelOntbreekt(f"betaalregel {situatie} op {op}")
    plan = [stap("betaler.plan", regel.grond)] if regel.plan else []
    return Uitkomst(
        regel.betaler, (stap("betaler.wie", regel.grond, wat=regel.wat, betaler=regel.betaler, op=op), *plan)
    )
