"""Who may decide or do what, for whom, on a day: the mandates and tasks of an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .datums import geldende
from .fouten import RegelOntbreekt
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Mandaat:
    """A power or a task: which act, whose it is, who carries it out, under which conditions, in which days.

    `soort`: "mandaat" and "volmacht" act in the name of `van`; "taak" is given to `aan`; "eigen" stays with `van`;
    "samen" is decided by `van` together.
    """

    handeling: str
    wat: str
    soort: Literal["mandaat", "volmacht", "taak", "eigen", "samen"]
    van: str
    aan: str
    grond: Gronden
    voorwaarde: str = ""
    vanaf: date | None = None
    tot: date | None = None


@dataclass(frozen=True)
class Bevoegdheid:
    """Who acts, and in whose name."""

    handeling: str
    soort: str
    wie: str
    namens: str
    voorwaarde: str


def wie_is_bevoegd(mandaten: Sequence[Mandaat], handeling: str, op: date) -> Uitkomst[Bevoegdheid]:
    """The one who carries out an act on a day.

    Raises RegelOntbreekt when the agreement gives nobody this power on that day: then it stays where the law puts it.
    """
    mandaat = geldende((deel for deel in mandaten if deel.handeling == handeling), op)
    if mandaat is None:
        bekend = ", ".join(dict.fromkeys(mandaat.handeling for mandaat in mandaten))
        raise RegelOntbreekt(f"bevoegdheid {handeling} op {op}; wel: {bekend or 'geen'}")
    waarde = Bevoegdheid(handeling, mandaat.soort, mandaat.aan, mandaat.van, mandaat.voorwaarde)
    gezet = stap(f"bevoegdheid.{mandaat.soort}", mandaat.grond, wat=mandaat.wat, wie=mandaat.aan, van=mandaat.van)
    voorwaarde = (
        [stap("bevoegdheid.voorwaarde", mandaat.grond, voorwaarde=mandaat.voorwaarde)] if mandaat.voorwaarde else []
    )
    return Uitkomst(waarde, (gezet, *voorwaarde))
