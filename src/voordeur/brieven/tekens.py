"""White space and composed letters, the same way in every letter. Keeps the hard space of an amount."""

from __future__ import annotations

import re
import unicodedata

WIT = " \t\r\n\f\v\u0085\u2028\u2029"
_REEKS = re.compile(f"[{WIT}]+")


def effen(tekst: str) -> str:
    """One line of text: letters composed (NFC), each run of white space one space."""
    return _REEKS.sub(" ", unicodedata.normalize("NFC", tekst)).strip()
