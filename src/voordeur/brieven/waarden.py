"""What every letter is made of: who sends it, to whom, about what, and how to answer or object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# article 6:5 Awb: what an objection must hold
INHOUD_BEZWAARSCHRIFT = (
    "uw naam en adres",
    "de datum van uw bezwaar",
    "het besluit waar u het niet mee eens bent, met het kenmerk of een kopie",
    "waarom u het er niet mee eens bent",
    "uw handtekening",
)


@dataclass(frozen=True, kw_only=True)
class Afzender:
    """Who sends. With a mandate `namens` names the body whose decision it is (article 10:10 Awb).

    `hoofd`: what stands large above the letter, such as 'Gemeente Enschede'.
    """

    hoofd: str
    naam: str
    adres: tuple[str, ...]
    krachtens_mandaat: bool
    namens: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ontvanger:
    """To whom: name and address as they show through the window, and the salutation without its comma."""

    naam: str
    adres: tuple[str, ...]
    aanhef: str


@dataclass(frozen=True, kw_only=True)
class Kenmerk:
    """The references of both sides, and the message this letter answers."""

    ons: str
    uw: str | None = None
    uw_bericht_van: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody with a name and a number, and where to go with a complaint about this step."""

    naam: str
    telefoon: str
    email: str | None = None
    bereikbaar: str | None = None
    klacht_bij: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ondertekening:
    """Who signs. Not `digitaal` leaves room for a pen."""

    naam: str
    functie: str
    digitaal: bool = True


@dataclass(frozen=True, kw_only=True)
class Rechtsmiddel:
    """The objection (articles 3:45 and 6:5 Awb): by whom, within how many weeks, at which body, holding what.

    `laatste_dag` is computed by a rule, shifts included; the letter only checks that it gives the full weeks.
    `rechtbank` is where an urgent case can ask for a provisional ruling. `beroep`: it is an appeal to a court.
    """

    wie: str
    weken: int
    laatste_dag: date
    bij: str
    adres: tuple[str, ...]
    digitaal: str | None = None
    rechtbank: str | None = None
    inhoud: tuple[str, ...] = INHOUD_BEZWAARSCHRIFT
    beroep: bool = False
