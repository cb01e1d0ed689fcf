"""Every text in a letter, looked at on its own: not empty, not endless, no characters that turn other text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from .tekens import WIT

# signs that turn the direction of what follows: a name could make a reader see another sentence
DRAAIERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ONLEESBAAR = frozenset({"Cc", "Cs", "Co", "Cn"})  # control, surrogate, private use, not assigned

# the most characters that a place on the paper can take
GRENZEN = {
    "kenmerk": 60,
    "hoofd": 60,
    "kop": 120,
    "afzender": 250,
    "ontvanger": 250,
    "contact": 250,
    "ondertekening": 250,
    "onderwerp": 250,
}
ALINEA = 5000
GEVULD = ("blokken", "punten", "rijen", "stappen")  # a heading, list or table over nothing puzzles the reader


def tekstgebreken(waarde: object, pad: str = "") -> Iterator[str]:
    """One Dutch sentence for each text field that is empty or holds a character that may not be there."""
    if isinstance(waarde, str):
        yield from _van_tekst(waarde, pad)
    elif isinstance(waarde, tuple):
        if not waarde and pad.endswith(GEVULD):
            yield f"Het veld '{pad}' is leeg."
        for nummer, deel in enumerate(waarde, start=1):
            yield from tekstgebreken(deel, f"{pad} {nummer}")
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from tekstgebreken(getattr(waarde, veld.name), f"{pad}.{veld.name}".strip("."))


def _van_tekst(tekst: str, pad: str) -> Iterator[str]:
    if not tekst.strip():
        yield f"Het veld '{pad}' is leeg."
    if len(tekst) > (grens := _grens(pad)):
        yield f"Het veld '{pad}' is te lang: gebruik hoogstens {grens} tekens."
    fout = sorted({teken for teken in tekst if _mag_niet(teken)})
    if fout:
        codes = ", ".join(f"U+{ord(teken):04X}" for teken in fout)
        yield f"In het veld '{pad}' staat een teken dat niet in een brief mag: {codes}."


def _grens(pad: str) -> int:
    return min(GRENZEN.get(naam, ALINEA) for naam in re.split(r"[. ]", pad))


def _mag_niet(teken: str) -> bool:
    if teken in WIT:
        return False
    return teken in DRAAIERS or unicodedata.category(teken) in ONLEESBAAR
