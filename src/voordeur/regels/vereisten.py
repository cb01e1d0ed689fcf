"""A set of demands: on a provider, a plan, a registration, a step. Met, not met, or still unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .drieledig import ANTWOORD, Antwoord, alle, een
from .fouten import OngeldigFeit
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Eis:
    """One demand, with the question it answers."""

    id: str
    wat: str


@dataclass(frozen=True)
class Vereisten:
    """A named set of demands: all of them must be met, or (`een_volstaat`) one of them."""

    id: str
    naam: str
    grond: Gronden
    eisen: tuple[Eis, ...]
    een_volstaat: bool = False


@dataclass(frozen=True)
class Toets:
    """The answer; which demands are not met, and which are still unknown."""

    voldaan: Antwoord
    niet_voldaan: tuple[str, ...]
    ontbreekt: tuple[str, ...]


def toets_vereisten(vereisten: Vereisten, feiten: Mapping[str, bool | None]) -> Uitkomst[Toets]:
    """Test the demands. Absent or None is unknown. Raises OngeldigFeit on a fact that is no demand of this set."""
    bekend = [eis.id for eis in vereisten.eisen]
    for naam in feiten:
        if naam not in bekend:
            raise OngeldigFeit(naam, f"is geen eis van {vereisten.naam}; wel: {', '.join(bekend)}")
    antwoorden = {eis.id: feiten.get(eis.id) for eis in vereisten.eisen}
    oordeel = een(antwoorden.values()) if vereisten.een_volstaat else alle(antwoorden.values())
    niet = tuple(naam for naam, antwoord in antwoorden.items() if antwoord is False)
    open_ = tuple(naam for naam, antwoord in antwoorden.items() if antwoord is None)
    waarde = Toets(ANTWOORD[oordeel], niet, open_)
    wat = {eis.id: eis.wat for eis in vereisten.eisen}
    gezet = stap(
        f"vereisten.{ANTWOORD[oordeel]}",
        vereisten.grond,
        naam=vereisten.naam,
        niet=[wat[naam] for naam in niet],
        ontbreekt=[wat[naam] for naam in open_],
    )
    return Uitkomst(waarde, (gezet,))
