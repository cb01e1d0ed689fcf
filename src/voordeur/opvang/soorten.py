"""What an agreement says of shelter: its kinds of beds, how people come there, the solutions of the chain."""

from __future__ import annotations

from datetime import date

from voordeur.kern.queries import regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.toegang.queries import opvangvormen


def soorten_op(regio: str, op: date) -> dict[str, str]:
    """The kinds of beds by id, with their names; never empty."""
    regeling, _ = regeling_van(regio, op)
    return opvangvormen(regeling)


# the lists of an agreement by their ids; one that has none asks nothing
HERKOMST, OPLOSSINGEN = "mo-herkomst", "ketenaanpak"


def lijst_van(regeling: Regeling, id_: str) -> dict[str, str]:
    """The names of a fixed list of the agreement by their ids; empty when it has no such list."""
    return {deel.id: deel.naam for lijst in regeling.lijsten if lijst.id == id_ for deel in lijst.onderdelen}


def vraagt_vragenlijst(regeling: Regeling) -> bool:
    """Whether the agreement asks for a fixed questionnaire before a decision on shelter; none of them gives one."""
    stappen = (stap for route in regeling.routes if route.voorziening == "MO" for stap in route.stappen)
    return any("vragenlijst" in stap.wat for stap in stappen)
