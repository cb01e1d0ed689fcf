"""How far a case is along the steps of its route, and which of them stand in the way of a decision."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .routes import Routestap

Wegstand = Literal["klaar", "wacht", "te_doen", "later"]
BESLUIT = "besluit"


@dataclass(frozen=True)
class Gezet:
    """That a step was done: on which day (None: that is not known) and what came of it."""

    op: date | None = None
    uitkomst: str = ""


@dataclass(frozen=True)
class Wegstap:
    """A step with how far it is. `door_wet`: a law asks for it too, so nobody can go on without it."""

    stap: Routestap
    stand: Wegstand
    gezet: Gezet
    door_wet: bool

    @property
    def houdt_tegen(self) -> bool:
        return self.stap.voor == BESLUIT and self.stand != "klaar"


def loop_weg(
    stappen: Sequence[Routestap], gezet: Mapping[str, Gezet], *, wacht: Collection[str], besloten: bool, regeling: str
) -> tuple[Wegstap, ...]:
    """The steps in their order. `gezet`: by the page that does a step ("door:besluit"), or by the id of a step.

    `wacht`: the steps of which a question is open. What comes after the decision waits for it. `regeling`: the id of
    the agreement, to tell its grounds from those of a law.
    """
    na = next((nummer for nummer, deel in enumerate(stappen) if deel.door == BESLUIT), len(stappen))
    return tuple(
        _wegstap(deel, gezet, deel.id in wacht, nummer > na and not besloten, regeling)
        for nummer, deel in enumerate(stappen)
    )


def _wegstap(deel: Routestap, gezet: Mapping[str, Gezet], wacht: bool, later: bool, regeling: str) -> Wegstap:
    gedaan = gezet.get(deel.id) or (gezet.get(f"door:{deel.door}") if deel.door else None)
    door_wet = any(grond.partition("/")[0] != regeling for grond in deel.grond)
    if gedaan is not None:
        return Wegstap(deel, "klaar", gedaan, door_wet)
    stand: Wegstand = "wacht" if wacht else "later" if later else "te_doen"
    return Wegstap(deel, stand, Gezet(), door_wet)


def tegengehouden(stappen: Sequence[Wegstap]) -> tuple[Wegstap, ...]:
    """The steps without which there is no decision yet."""
    return tuple(deel for deel in stappen if deel.houdt_tegen)
