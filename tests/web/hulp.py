"""Where the templates are, and what stands in them for a reader."""

from __future__ import annotations

import re
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
ALLE = sorted((WORTEL / "src" / "voordeur").glob("*/templates/**/*.html"))
NIET_ZICHTBAAR = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|<svg.*?</svg>|<meta[^>]*>|<head>.*?</head>", re.S)
# the end of one of these ends a sentence, also without a full stop
BLOK = re.compile(r"</?(?:p|li|h\d|td|th|dt|dd|a|div|span|button|label|legend|caption|summary)\b[^>]*>")
VERTAALD = re.compile(r"""\{% translate (?:"([^"]*)"|'([^']*)')[^%]*%\}""")
TAG = re.compile(r"\{%.*?%\}|<[^>]+>", re.S)
VERBODEN = ("middels", "inzake", "indien", "teneinde", "conform", "betreffende", "dient te", "uitnutting")
LANGSTE_ZIN = 15


def naam(bestand: Path) -> str:
    return bestand.as_posix().partition("/templates/")[2]


def leestekst(sjabloon: str) -> str:
    """Only the words that a reader sees; a variable counts as one word."""
    zichtbaar = VERTAALD.sub(lambda deel: deel[1] or deel[2], NIET_ZICHTBAAR.sub("", sjabloon))
    tekst = BLOK.sub(". ", zichtbaar)
    # sentences that are given to a building block
    gegeven = " ".join(f"{zin}." for zin in re.findall(r'(?:tekst|uitleg|kop|actie)="([^"]+)"', sjabloon))
    return re.sub(r"\{\{.*?\}\}", "x", TAG.sub(" ", tekst)) + gegeven


def zinnen(tekst: str) -> list[str]:
    return [zin.strip() for zin in re.split(r"[.?!]\s", tekst + " ") if zin.strip(" .")]


def b1_gebreken(tekst: str) -> list[str]:
    """Forbidden words and sentences that are too long."""
    woorden = [woord for woord in VERBODEN if re.search(rf"\b{woord}\b", tekst, re.I)]
    return woorden + [zin for zin in zinnen(tekst) if len(re.findall(r"\w+", zin)) > LANGSTE_ZIN]
