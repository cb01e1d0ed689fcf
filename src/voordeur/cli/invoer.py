"""Reading a question from a file or from standard input."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from voordeur.regelingen.bestand import lees_bytes
from voordeur.regelingen.meldingen import kort, schrijf_pad, vertaal

from .fouten import InvoerFout

M = TypeVar("M", bound=BaseModel)

MEESTE_BYTES = 10_000_000


@dataclass(frozen=True)
class Vraag:
    """A question as it was written, and what JSON makes of it."""

    tekst: str
    gelezen: Any

    def als(self, model: type[M]) -> M:
        """The question in the form that a rule needs. Raises InvoerFout."""
        try:
            return model.model_validate_json(self.tekst)
        except ValidationError as fouten:
            # a typing mistake in a name also makes the right name missing; the mistake is what helps
            fout = vertaal(min(fouten.errors(include_url=False), key=lambda deze: deze["type"] != "extra_forbidden"))
            raise InvoerFout(fout.veld or "--invoer", fout.melding) from None


def lees_vraag(bron: str) -> Vraag:
    """The question in a JSON file, or on standard input when `bron` is "-". Raises InvoerFout."""
    tekst = _lees_tekst(bron)
    return Vraag(tekst, _ontleed(tekst))


def _lees_tekst(bron: str) -> str:
    try:
        rauw = _lees_standaardinvoer() if bron == "-" else lees_bytes(Path(bron), MEESTE_BYTES + 1)
        if len(rauw) > MEESTE_BYTES:
            raise InvoerFout("--invoer", "dit bestand is te groot")
        return rauw.decode("utf-8-sig")
    except (OSError, ValueError) as fout:
        raise InvoerFout("--invoer", _leesfout(bron, fout)) from None


def _lees_standaardinvoer() -> bytes:
    # Python has no standard input when the shell closed it
    if sys.stdin is None:
        raise InvoerFout("--invoer", "er is geen standaardinvoer")
    return sys.stdin.buffer.read(MEESTE_BYTES + 1)


def _leesfout(bron: str, fout: Exception) -> str:
    if isinstance(fout, FileNotFoundError):
        return f"bestand {kort(bron)} is er niet"
    if isinstance(fout, UnicodeDecodeError):
        return f"bestand {kort(bron)} is geen tekst in UTF-8"
    return f"bestand {kort(bron)} is niet te lezen"


def _ontleed(tekst: str) -> Any:
    """What JSON holds; refuses what JSON leaves to the reader: a key twice, NaN and Infinity."""
    try:
        gelezen = json.loads(tekst, object_pairs_hook=Velden, parse_constant=_geen_getal)
        dubbel = next(_dubbele(gelezen, ()), None)
    except json.JSONDecodeError as fout:
        raise InvoerFout("--invoer", f"dit is geen JSON (regel {fout.lineno}, teken {fout.colno})") from None
    except (RecursionError, ValueError):
        raise InvoerFout("--invoer", "dit is geen JSON dat te lezen is") from None
    if dubbel is not None:
        raise InvoerFout(schrijf_pad(dubbel), "dit veld staat er twee keer")
    return gelezen


class Velden(dict[str, Any]):
    """An object of JSON that remembers which key stood there twice."""

    def __init__(self, paren: list[tuple[str, Any]]) -> None:
        super().__init__(paren)
        self.dubbel = [naam for naam, aantal in Counter(naam for naam, _ in paren).items() if aantal > 1]


def _dubbele(deel: Any, pad: tuple[int | str, ...]) -> Iterator[tuple[int | str, ...]]:
    """The paths of the keys that stand there twice."""
    if isinstance(deel, Velden):
        yield from ((*pad, naam) for naam in deel.dubbel)
        for naam, waarde in deel.items():
            yield from _dubbele(waarde, (*pad, naam))
    elif isinstance(deel, list):
        for nummer, waarde in enumerate(deel):
            yield from _dubbele(waarde, (*pad, nummer))


def _geen_getal(constante: str) -> NoReturn:
    raise InvoerFout("--invoer", f"{constante} is geen getal in JSON")
