"""What moves the end of a term: a stretch in which it stands still, or days that were added to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from .datums import Periode
from .uitkomst import Gronden

# asks somebody to complete it; stands still for another reason; moves by agreement or postponement; only tells
Werking = Literal["aanvulling", "stilstand", "uitstel", "bericht"]


@dataclass(frozen=True)
class Opschorting(Periode):
    """Days in which a term stands still, and the provision that lets it."""

    grond: Gronden = ("awb/4:15",)


@dataclass(frozen=True)
class Uitstel:
    """Days that were added to a term on a day, by agreement or by a postponement of the law itself."""

    van: date
    dagen: int
    grond: Gronden


Stilstand: TypeAlias = Periode | Uitstel


@dataclass(frozen=True)
class Wachttijd:
    """How long something may last, in weeks."""

    weken: int


@dataclass(frozen=True)
class Opschortgrond:
    """A way to move the end of a term of kind `klok`, as the law has it. `naam`: a choice on a screen.

    `hoogstens`: no longer than this; `eenmaal`: once for each term; `lezing`: why it is so, where the law is silent.
    """

    id: str
    klok: str
    naam: str
    werking: Werking
    grond: Gronden
    hoogstens: Wachttijd | None = None
    eenmaal: bool = False
    lezing: str = ""
