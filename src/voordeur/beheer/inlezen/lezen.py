"""From the bytes of a file to rows of text. Whatever is in it: rows come out, or a sentence that says what is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from voordeur.inwoner.bestanden import GROOTSTE
from voordeur.kern.fouten import Geweigerd

from .lezen_xlsx import rijen_uit_xlsx

MEESTE_RIJEN, MEESTE_KOLOMMEN, LANGSTE_CEL = 50_000, 60, 1_000
# the first cell of the row that explains a template
VOORBEELD = "VOORBEELD"
SCHEIDINGEN = ";,\t"


class BestandNietTeLezen(Geweigerd):
    """A file that cannot be read as a table; `waarom` and `dan` go with it."""

    def __init__(self, wat: str, waarom: str, dan: str) -> None:
        self.wat, self.waarom, self.dan = wat, waarom, dan
        super().__init__(f"{wat} {dan}")


Tabel = list[tuple[int, list[str]]]


def lees_tabel(inhoud: bytes) -> Tabel:
    """The rows of a CSV or Excel file with their number, the headings first; empty ones and examples are left out.

    Raises BestandNietTeLezen.
    """
    if not inhoud.strip(b"\0 \r\n\t"):
        raise BestandNietTeLezen("Dit bestand is leeg.", "Er staan geen rijen in.", "Kies een ander bestand.")
    if len(inhoud) > GROOTSTE:
        raise BestandNietTeLezen("Dit bestand is te groot.", "Meer dan 10 MB lezen wij niet.", "Maak er twee van.")
    ruw = _uit_xlsx(inhoud) if inhoud.startswith(b"PK") else _uit_csv(inhoud)
    tabel = list(islice(_echte_rijen(ruw), MEESTE_RIJEN + 2))
    if not tabel:
        raise BestandNietTeLezen("Dit bestand is leeg.", "Er staan geen rijen in.", "Kies een ander bestand.")
    if len(tabel) > MEESTE_RIJEN + 1:
        raise BestandNietTeLezen("Dit zijn te veel rijen.", f"Hoogstens {MEESTE_RIJEN} kan.", "Maak er twee van.")
    return tabel


def _echte_rijen(ruw: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for nummer, cellen in enumerate(ruw, start=1):
        if len(cellen) > MEESTE_KOLOMMEN and any(cel.strip() for cel in cellen[MEESTE_KOLOMMEN:]):
            raise BestandNietTeLezen(
                "Dit bestand heeft te veel kolommen.", f"Rij {nummer} heeft er meer dan {MEESTE_KOLOMMEN}.",
                "Gebruik ons sjabloon.",
            )  # fmt: skip
        kaal = [cel.strip() for cel in cellen[:MEESTE_KOLOMMEN]]
        if any(kaal) and not kaal[0].upper().startswith(VOORBEELD):
            yield nummer, kaal


def _uit_xlsx(inhoud: bytes) -> Iterator[list[str]]:
    try:
        yield from rijen_uit_xlsx(inhoud, MEESTE_RIJEN + 10, MEESTE_KOLOMMEN + 1)
    except BestandNietTeLezen:
        raise
    except Exception as fout:
        # a library reads what a stranger made: whatever it stumbles over is a fault of the file
        raise BestandNietTeLezen(*_reden(fout)) from None


def _reden(fout: Exception) -> tuple[str, str, str]:
    if isinstance(fout, Geweigerd):
        return str(fout), "Zo'n bestand kan kwaad.", "Bewaar het opnieuw als .xlsx zonder extra's."
    return "Dit Excel-bestand is niet te lezen.", "Het is kapot of anders van vorm.", "Bewaar het opnieuw als .xlsx."


def _uit_csv(inhoud: bytes) -> Iterator[list[str]]:
    tekst = _ontcijfer(inhoud)
    kop = tekst.split("\n", 1)[0]
    scheiding = max(SCHEIDINGEN, key=kop.count)
    try:
        yield from csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    except csv.Error:
        raise BestandNietTeLezen(
            "Dit CSV-bestand is niet te lezen.", "Een cel is veel te groot of een aanhalingsteken ontbreekt.",
            "Bewaar het opnieuw als CSV met puntkomma's.",
        ) from None  # fmt: skip


def _ontcijfer(inhoud: bytes) -> str:
    """UTF-8 with or without a mark in front, what Excel calls Unicode text, else as Windows writes it."""
    soorten = ("utf-16",) if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for soort in soorten:
        try:
            return inhoud.decode(soort)
        except UnicodeDecodeError:
            continue
    return inhoud.decode("latin-1")
