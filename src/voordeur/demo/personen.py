"""Invented residents: a name, a day of birth, an address and a BSN as tests have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from voordeur.inwoner.bsn import voldoet_aan_elfproef

from .gegevens import Naamlijst, naamlijsten, namen

EERSTE_CIJFER = "9"
JONGSTE, OUDSTE = 19, 64
AANDEEL_VROUW = 0.45
GENOEG = 400  # so many different names there are for sure
# one in so many is without a form of address, without an address, or without a BSN
EEN_OP, ZONDER_AANHEF, ZONDER_ADRES, ZONDER_BSN = 17, 5, 9, 12


@dataclass(frozen=True)
class Persoon:
    """Somebody as `inwoner.actions.neem_op` takes them."""

    identiteit: dict[str, Any]
    bsn: str | None


def personen(kans: Random, vandaag: date) -> Iterator[Persoon]:
    """People without end, no two with the same name or BSN. Now and then one without BSN, or without an address."""
    gehad: set[str] = set()
    nummers = bsns(kans)
    while True:
        lijst = _lijst(kans)
        vrouw = kans.random() < AANDEEL_VROUW
        voornaam, naam = kans.choice(lijst.vrouw if vrouw else lijst.man), kans.choice(lijst.namen)
        if f"{voornaam} {naam}" in gehad and len(gehad) < GENOEG:
            continue
        gehad.add(f"{voornaam} {naam}")
        zonder = len(gehad) % EEN_OP
        identiteit: dict[str, Any] = {
            "naam": naam,
            "voornaam": voornaam,
            "aanhef": "" if zonder == ZONDER_AANHEF else "mevrouw" if vrouw else "de heer",
            "geboortedatum": _geboren(kans, vandaag).isoformat(),
            "telefoon": f"06 {kans.randrange(10, 99)} {kans.randrange(100, 999)} 000",
        }
        if zonder != ZONDER_ADRES:
            identiteit["adres"] = [f"{kans.choice(namen()['straten']['namen'])} {kans.randrange(1, 180)}"]
        yield Persoon(identiteit, None if zonder == ZONDER_BSN else next(nummers))


def bsns(kans: Random) -> Iterator[str]:
    """Different BSNs that hold the check on eleven and begin with a nine, as numbers for tests do."""
    gehad: set[str] = set()
    while True:
        kop = f"{EERSTE_CIJFER}{kans.randrange(10**7):07d}"
        bsn = next((kop + str(cijfer) for cijfer in range(10) if voldoet_aan_elfproef(kop + str(cijfer))), None)
        if bsn is not None and bsn not in gehad:
            gehad.add(bsn)
            yield bsn


def _lijst(kans: Random) -> Naamlijst:
    lijsten = naamlijsten()
    return kans.choices(lijsten, [lijst.aandeel for lijst in lijsten])[0]


def _geboren(kans: Random, vandaag: date) -> date:
    return vandaag - timedelta(days=kans.randrange(JONGSTE * 366, OUDSTE * 365))
