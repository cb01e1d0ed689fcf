"""A calendar of days as text (RFC 5545): escaped, folded at 75 octets, the same id each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETTEN = 75
REGELEINDE = "\r\n"


@dataclass(frozen=True)
class Tijdafspraak:
    """Something from a time to a time; `nummer` rises each time that it is moved."""

    id: str
    begint: datetime
    eindigt: datetime
    wat: str
    nummer: int = 0


@dataclass(frozen=True)
class Dagafspraak:
    """Something that is on a whole day; `id` stays the same when the day moves."""

    id: str
    dag: date
    wat: str


def schrijf_agenda(naam: str, afspraken: Iterable[Dagafspraak | Tijdafspraak], gemaakt: date) -> str:
    """The calendar as a file; `gemaakt`: the day on which it was asked for."""
    regels = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Voordeur//Termijnen//NL",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{ontsnap(naam)}",
        *(regel for afspraak in afspraken for regel in _afspraak(afspraak, gemaakt)),
        "END:VCALENDAR",
    )
    return "".join(f"{vouw(regel)}{REGELEINDE}" for regel in regels)


def _afspraak(afspraak: Dagafspraak | Tijdafspraak, gemaakt: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{ontsnap(afspraak.id)}"
    yield f"DTSTAMP:{gemaakt:%Y%m%d}T000000Z"
    if isinstance(afspraak, Tijdafspraak):
        yield f"SEQUENCE:{afspraak.nummer}"
        yield f"DTSTART:{_moment(afspraak.begint)}"
        yield f"DTEND:{_moment(afspraak.eindigt)}"
        yield f"SUMMARY:{ontsnap(afspraak.wat)}"
    else:
        yield f"DTSTART;VALUE=DATE:{afspraak.dag:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{afspraak.dag + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{ontsnap(afspraak.wat)}"
        yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(deze: datetime) -> str:
    """A moment in UTC, so that every calendar knows which one it is."""
    return f"{deze.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def ontsnap(tekst: str) -> str:
    """A text value: backslash, semicolon, comma and line break each get a backslash (3.3.11)."""
    for teken in ("\\", ";", ","):
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def vouw(regel: str) -> str:
    """A content line in pieces of at most 75 octets, never through a character (3.1)."""
    delen, deel, grootte = [], "", 0
    for teken in regel:
        octetten = len(teken.encode())
        if grootte + octetten > OCTETTEN:
            delen.append(deel)
            # the space in front of the next piece counts
            deel, grootte = "", 1
        deel, grootte = deel + teken, grootte + octetten
    return f"{REGELEINDE} ".join((*delen, deel))
