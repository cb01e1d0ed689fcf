"""Checking an agreement's file: all faults at once, each by field and line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .bestand import Document, lees_document, met_gronden_als_lijst, regelnummers
from .meldingen import Fout, vertaal
from .samenhang import inhoudsfouten
from .schema import Regeling


class OngeldigeRegeling(Exception):
    """A file that is no valid agreement, with everything that is wrong in it."""

    def __init__(self, bestand: Path, fouten: list[Fout]) -> None:
        self.bestand = bestand
        self.fouten = fouten
        super().__init__(f"{bestand.name}: {len(fouten)} fout(en), de eerste bij {fouten[0].veld}: {fouten[0].melding}")


def controleer(bestand: Path) -> list[Fout]:
    """Every fault of a file, in order of its lines. Raises OSError when it cannot be read."""
    try:
        document = lees_document(bestand)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fout:
        return [Fout("", f"dit bestand is geen geldig TOML: {_op_een_regel(fout)}", _regel_in(str(fout)))]
    regels = regelnummers(bestand.read_bytes())
    fouten = dict.fromkeys(Fout(fout.veld, fout.melding, _regel(fout.veld, regels)) for fout in vind_fouten(document))
    return sorted(fouten, key=lambda fout: (fout.regel is None, fout.regel or 0, fout.veld))


def vind_fouten(document: Document) -> list[Fout]:
    """The faults of a document: in its form and in its content."""
    return [*_vormfouten(document), *inhoudsfouten(document)]


def maak_regeling(document: Document) -> Regeling:
    """The agreement of a document. Raises pydantic.ValidationError."""
    genormaliseerd = met_gronden_als_lijst(document)
    return Regeling.model_validate_json(json.dumps(genormaliseerd, default=_als_tekst))


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, (date, datetime, time)):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)


def _vormfouten(document: Document) -> Iterator[Fout]:
    try:
        maak_regeling(document)
    except ValidationError as fouten:
        yield from (vertaal(fout) for fout in fouten.errors(include_url=False))


def _regel(veld: str, regels: dict[str, int]) -> int | None:
    """The line of a field, or of the nearest thing that it would stand in."""
    while veld:
        if veld in regels:
            return regels[veld]
        veld = veld[: max(veld.rfind("."), veld.rfind("["), 0)]
    return None


def _regel_in(melding: str) -> int | None:
    gevonden = re.search(r"at line (\d+)", melding)
    return int(gevonden.group(1)) if gevonden else None


def _op_een_regel(fout: Exception) -> str:
    return " ".join(str(fout).split())
