"""The kinds of letters. What only one kind needs is a field of that kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .blokken import Blok, Deel, Redenering
from .waarden import Afzender, Contact, Kenmerk, Ondertekening, Ontvanger, Rechtsmiddel


class Strekking(StrEnum):
    """What a decision does."""

    TOEKENNING = "toekenning"
    AFWIJZING = "afwijzing"
    WIJZIGING = "wijziging"
    INTREKKING = "intrekking"


@dataclass(frozen=True, kw_only=True)
class Pgb:
    """Money to buy the help oneself: `bedrag` in euros for each `per` (a month, a year)."""

    bedrag: Decimal
    per: str
    doel: str
    voorwaarden: str


@dataclass(frozen=True, kw_only=True)
class Voorziening:
    """The help that is granted; in kind, unless there is a `pgb`.

    `aanbieder` None: the place is still looked for. `einde` is the last day; None: no fixed end.
    `bijdrage_bepaald_door`: the body that sets the own contribution (het CAK); None: nothing is owed.
    `heronderzoek`: the day by which the help is looked at again; None: from time to time.
    """

    naam: str
    inhoud: str
    begin: date
    einde: date | None
    bijdrage_bepaald_door: str | None
    aanbieder: str | None = None
    pgb: Pgb | None = None
    heronderzoek: date | None = None


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What every letter has. `kernzin` is the first sentence and says it all; `delen` come after the fixed parts."""

    afzender: Afzender
    ontvanger: Ontvanger
    kenmerk: Kenmerk
    datum: date
    onderwerp: str
    kernzin: str
    contact: Contact
    ondertekening: Ondertekening
    delen: tuple[Deel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Besluit(Brief):
    """A decision. `in_plaats_daarvan` says what is offered when the answer is no.

    `oordeel`: what a person judged, apart from `redenering`: what the rules say. One of the two names its grounds.

    `gaat_in_op`: the first day of a change or withdrawal (article 2.3.10 lid 2 Wmo). `redenering_volgt`: in urgency
    the day by which the reasoning follows (article 3:47 lid 3 Awb).
    """

    strekking: Strekking
    redenering: Redenering | None
    rechtsmiddel: Rechtsmiddel | None
    oordeel: Redenering | None = None
    voorziening: Voorziening | None = None
    in_plaats_daarvan: tuple[Blok, ...] = ()
    gaat_in_op: date | None = None
    redenering_volgt: date | None = None


@dataclass(frozen=True, kw_only=True)
class Opschorting(Brief):
    """The application is not complete: what is missing, until which day, how to send it (articles 4:5 and 4:15 Awb)."""

    aanvraag_van: date
    ontbreekt: tuple[str, ...]
    uiterlijk: date
    hoe: str


@dataclass(frozen=True, kw_only=True)
class Ontvangstbevestiging(Brief):
    """We have it: `wat` came in, which data it held (article 2:17 Awb), what happens next and until when."""

    wat: str
    ontvangen_op: date
    vervolg: tuple[str, ...]
    antwoord_uiterlijk: date
    gegevens: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Verslag(Brief):
    """What the investigation found (article 2.3.2 lid 8 Wmo). `delen` say it, and how the reader can react to it."""


@dataclass(frozen=True, kw_only=True)
class Termijnbericht(Brief):
    """A message about a term: it stands still, runs again or ends later. `delen` say what and by which article."""


@dataclass(frozen=True, kw_only=True)
class Dwangsombesluit(Brief):
    """What is owed for deciding late (article 4:18 Awb). `rijen`: the days and what they cost, as they are read."""

    bedrag: Decimal
    rijen: tuple[tuple[str, str], ...]
    redenering: Redenering
    betaald_uiterlijk: date
    rechtsmiddel: Rechtsmiddel


@dataclass(frozen=True, kw_only=True)
class Uitnodiging(Brief):
    """An invitation to be heard on an objection (articles 7:2 and 7:4 Awb): when and where."""

    dag: date
    waar: str
    lezen_vanaf: str


@dataclass(frozen=True, kw_only=True)
class BeslissingOpBezwaar(Brief):
    """What becomes of an objection, and why (article 7:12 Awb). `rechtsmiddel` None: it was withdrawn.

    `vervolg`: what happens now, when the decision that was contested does not stand.
    """

    redenering: Redenering
    rechtsmiddel: Rechtsmiddel | None
    vervolg: str | None = None


@dataclass(frozen=True, kw_only=True)
class Activatiebrief(Brief):
    """How somebody logs in for the first time: at which address, with which name and code, until which day.

    `voor`: for whom, when it is not the reader: who stands for somebody else shows no day of birth.
    """

    site: str
    loginnaam: str
    code: str
    geldig_tot: date
    voor: str | None = None
