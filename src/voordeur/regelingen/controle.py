"""Checking an agreement's file: all faults at once, each by field and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .bestand import MEESTE_BYTES, Document, als_json_tekst, lees_bytes, ontleed, regelnummers
from .meldingen import Fout, vertaal
from .samenhang import inhoudsfouten
from .schema import Regeling
from .wegwijzer import wat_dan

# how the parser begins its English sentence, and what to look at
TOML_RAAD = {
    "Cannot overwrite": "deze naam staat er twee keer",
    "Cannot declare": "dit onderdeel staat er twee keer",
    "Duplicate inline": "deze naam staat er twee keer",
    "Expected '='": "schrijf naam = waarde",
    "Expected newline": "zet elk veld op een eigen regel, en tekst tussen aanhalingstekens",
    "Expected ']'": "hier ontbreekt een ]",
    "Unclosed array": "hier ontbreekt een ]",
    "Unclosed inline": "hier ontbreekt een }",
    "Unterminated string": "hier ontbreekt een aanhalingsteken",
    "Illegal character": "hier ontbreekt een aanhalingsteken, of dit teken mag niet",
    "Invalid value": "zet tekst tussen aanhalingstekens",
    "Invalid initial character": "een naam bestaat uit letters, cijfers, - en _",
    "Invalid date": "deze datum bestaat niet",
}


class OngeldigeRegeling(Exception):
    """A file that is no valid agreement, with everything that is wrong in it."""

    def __init__(self, bestand: Path, fouten: list[Fout]) -> None:
        self.bestand = bestand
        self.fouten = fouten
        eerste = f"{fouten[0].veld}: {fouten[0].melding}"
        super().__init__(f"{bestand} is niet in orde ({eerste}); zie voordeur regeling controleer")


def controleer(bestand: Path) -> list[Fout]:
    """Every fault of a file, in order of its lines. Raises OSError when it cannot be read."""
    return fouten_in(lees_bytes(bestand, MEESTE_BYTES))


def fouten_in(inhoud: bytes) -> list[Fout]:
    """Every fault of what stands in a file, in order of its lines."""
    try:
        fouten = vind_fouten(ontleed(inhoud))
        regels = regelnummers(inhoud) if fouten else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        return [Fout("", f"dit bestand is geen geldig TOML{_plaats(fout)}", _regel_in(str(fout)))]
    except RecursionError:
        return [Fout("", "dit bestand is te diep genest")]
    uniek = dict.fromkeys(Fout(fout.veld, fout.melding, _regel(fout.veld, regels)) for fout in fouten)
    return sorted(uniek, key=lambda fout: (fout.regel is None, fout.regel or 0, fout.veld))


def vind_fouten(document: Document) -> list[Fout]:
    """The faults of a document: in its form and in its content."""
    return [*_vormfouten(document), *inhoudsfouten(document)]


def maak_regeling(document: Document) -> Regeling:
    """The agreement of a document. Raises pydantic.ValidationError."""
    return Regeling.model_validate_json(als_json_tekst(document))


def _vormfouten(document: Document) -> Iterator[Fout]:
    try:
        maak_regeling(document)
    except ValidationError as fouten:
        yield from (_met_raad(fout) for fout in fouten.errors(include_url=False))


def _met_raad(fout: ErrorDetails) -> Fout:
    """A fault of the form, with what would be right there."""
    gezegd, raad = vertaal(fout), wat_dan(fout)
    return replace(gezegd, melding=f"{gezegd.melding}; {raad}") if raad else gezegd


def _regel(veld: str, regels: dict[str, int]) -> int | None:
    """The line of a field, or of the nearest thing that it would stand in; what the whole file lacks has none."""
    while veld:
        for naam in (veld, f"{veld}[0]"):
            if naam in regels:
                return regels[naam]
        veld = veld[: max(veld.rfind("."), veld.rfind("["), 0)]
    return None


def _regel_in(melding: str) -> int | None:
    gevonden = re.search(r"at line (\d+)", melding)
    return int(gevonden.group(1)) if gevonden else None


def _plaats(fout: Exception) -> str:
    """Where the parser stopped, in Dutch."""
    gevonden = re.search(r"at line (\d+), column (\d+)", str(fout))
    plaats = f" (regel {gevonden.group(1)}, teken {gevonden.group(2)})" if gevonden else ""
    raad = next((zin for begin, zin in TOML_RAAD.items() if str(fout).startswith(begin)), "")
    return f"{plaats}; {raad}" if raad else plaats
