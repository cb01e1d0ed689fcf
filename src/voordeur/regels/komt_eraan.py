"""Help that is needed on a day that is known long before: an eighteenth birthday, the end of a title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .datums import is_jaar_oud
from .uitkomst import Gronden, Uitkomst, stap

# the Wmo is for adults (Jeugdwet, article 1.1); who is younger reports ahead
MEERDERJARIG = 18


@dataclass(frozen=True)
class OpTijd:
    """By which day there is a decision when every term is used in full, and whether that is before help is needed."""

    besluit_uiterlijk: date
    op_tijd: bool
    dagen_over: int


def dag_van_leeftijd(geboortedatum: date, jaren: int) -> date:
    """The day on which somebody reaches an age; born on 29 February: 1 March in other years."""
    try:
        return geboortedatum.replace(year=geboortedatum.year + jaren)
    except ValueError:
        return date(geboortedatum.year + jaren, 3, 1)


def nodig_vanaf(geboortedatum: date | None, op: date, jaren: int = MEERDERJARIG) -> date | None:
    """From which later day somebody may get this help; None when that is no question (any more)."""
    if geboortedatum is None or is_jaar_oud(geboortedatum, jaren, op):
        return None
    return dag_van_leeftijd(geboortedatum, jaren)


def is_op_tijd(nodig_op: date, besluit_uiterlijk: date, gronden: Gronden) -> Uitkomst[OpTijd]:
    """Whether a decision comes before the day on which help is needed."""
    over = (nodig_op - besluit_uiterlijk).days
    sleutel = "komt_eraan.op_tijd" if over >= 0 else "komt_eraan.krap"
    gezet = stap(sleutel, gronden, nodig_op=nodig_op, uiterlijk=besluit_uiterlijk)
    return Uitkomst(OpTijd(besluit_uiterlijk, over >= 0, over), (gezet,))
