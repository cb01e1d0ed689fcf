"""Reading a question from a file or from standard input."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from voordeur.regelingen.meldingen import kort, vertaal

from .fouten import InvoerFout

M = TypeVar("M", bound=BaseModel)

MEESTE_BYTES = 10_000_000


def lees_invoer(bron: str, model: type[M]) -> M:
    """The question in a JSON file, or on standard input when `bron` is "-". Raises InvoerFout."""
    tekst = _lees_tekst(bron)
    _ontleed(tekst)
    try:
        return model.model_validate_json(tekst)
    except ValidationError as fouten:
        fout = vertaal(fouten.errors(include_url=False)[0])
        raise InvoerFout(fout.veld or "--invoer", fout.melding) from None


def _lees_tekst(bron: str) -> str:
    try:
        rauw = sys.stdin.buffer.read(MEESTE_BYTES + 1) if bron == "-" else Path(bron).read_bytes()
        if len(rauw) > MEESTE_BYTES:
            raise InvoerFout("--invoer", "dit bestand is te groot")
        return rauw.decode("utf-8-sig")
    except (OSError, ValueError) as fout:
        raise InvoerFout("--invoer", _leesfout(bron, fout)) from None


def _leesfout(bron: str, fout: Exception) -> str:
    if isinstance(fout, FileNotFoundError):
        return f"bestand {kort(bron)} is er niet"
    if isinstance(fout, UnicodeDecodeError):
        return f"bestand {kort(bron)} is geen tekst in UTF-8"
    return f"bestand {kort(bron)} is niet te lezen"


def _ontleed(tekst: str) -> None:
    """Refuse what JSON leaves to the reader: a key twice, NaN and Infinity."""
    try:
        json.loads(tekst, object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal)
    except json.JSONDecodeError as fout:
        raise InvoerFout("--invoer", f"dit is geen JSON (regel {fout.lineno}, teken {fout.colno})") from None
    except (RecursionError, ValueError):
        raise InvoerFout("--invoer", "dit is geen JSON dat te lezen is") from None


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    velden: dict[str, Any] = {}
    for naam, waarde in paren:
        if naam in velden:
            raise InvoerFout(naam, "dit veld staat er twee keer")
        velden[naam] = waarde
    return velden


def _geen_getal(constante: str) -> NoReturn:
    raise InvoerFout("--invoer", f"{constante} is geen getal in JSON")
