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

from .bestand import GRONDVELDEN, Document, lees_document, met_gronden_als_lijst, regelnummers
from .meldingen import Fout, vertaal
from .schema import Regeling
from .wetten import is_wetsartikel

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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


def inhoudsfouten(document: Document) -> list[Fout]:
    """What the schema cannot see: inexact numbers, grounds that are no provision, double ids."""
    return [*_kommagetallen(document, ""), *_grondfouten(document), *_dubbele(document)]


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


def _kommagetallen(deel: Any, pad: str) -> Iterator[Fout]:
    """A number with a decimal point loses its exact value in TOML; it has to stand between quotes."""
    if isinstance(deel, float):
        yield Fout(pad, "zet een getal met een punt tussen aanhalingstekens, dan blijft het precies")
    for sleutel, waarde in _kinderen(deel, pad):
        yield from _kommagetallen(waarde, sleutel)


def _kinderen(deel: Any, pad: str) -> Iterator[tuple[str, Any]]:
    if isinstance(deel, dict):
        yield from ((f"{pad}.{naam}" if pad else naam, waarde) for naam, waarde in deel.items())
    elif isinstance(deel, list):
        yield from ((f"{pad}[{nummer}]", waarde) for nummer, waarde in enumerate(deel))


def _grondfouten(document: Document) -> Iterator[Fout]:
    """A ground is a provision of this agreement or an article of a law that Voordeur knows."""
    bepalingen = document.get("bepalingen")
    bekend = {f"{document.get('id')}/{naam}" for naam in bepalingen} if isinstance(bepalingen, dict) else set()
    for pad, grond in alle_gronden(document, ""):
        if isinstance(grond, str) and grond not in bekend and not is_wetsartikel(grond):
            yield Fout(pad, f"{grond!r} is geen bepaling van deze regeling en geen bekend wetsartikel")


def alle_gronden(deel: Any, pad: str) -> Iterator[tuple[str, Any]]:
    """Every ground in a document, with the path to it."""
    for sleutel, waarde in _kinderen(deel, pad):
        if sleutel.rsplit(".", 1)[-1] in GRONDVELDEN:
            yield from _kinderen(waarde, sleutel) if isinstance(waarde, list) else [(sleutel, waarde)]
        else:
            yield from alle_gronden(waarde, sleutel)


def _dubbele(document: Document) -> Iterator[Fout]:
    """Two lines of one list with the same id, or the same municipality twice."""
    if not isinstance(document.get("id"), str) or not ID.fullmatch(document["id"]):
        yield Fout("id", "een id bestaat uit kleine letters, cijfers en streepjes")
    for lijst, sleutel in (
        ("partijen", "code"), ("producten", "id"), ("routes", "id"), ("termijnen", "soort"),
        ("kalender", "id"), ("vereisten", "id"), ("afspraken", "id"), ("lezingen", "id"), ("lijsten", "id"),
    ):  # fmt: skip
        gezien: set[object] = set()
        for nummer, element in enumerate(_lijst(document.get(lijst))):
            waarde = element.get(sleutel) if isinstance(element, dict) else None
            if waarde is not None and repr(waarde) in gezien:
                yield Fout(f"{lijst}[{nummer}].{sleutel}", f"{waarde!r} komt twee keer voor")
            gezien.add(repr(waarde))


def _lijst(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else []


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
