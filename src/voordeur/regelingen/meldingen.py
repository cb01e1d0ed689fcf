"""Dutch sentences for what a schema finds wrong, with the path to the field. Used for files and for questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

LANGSTE_WAARDE = 60
# parts that pydantic adds to a path for its own bookkeeping
GEEN_VELD = ("[key]", "function-")


@dataclass(frozen=True)
class Fout:
    """What is wrong, and where: the path of the field and, for a file, its line."""

    veld: str
    melding: str
    regel: int | None = None


def vertaal(fout: ErrorDetails) -> Fout:
    """One fault of pydantic as a Dutch sentence with the path of its field."""
    context: Mapping[str, Any] = fout.get("ctx", {})
    maker = ZINNEN.get(fout["type"])
    return Fout(schrijf_pad(fout["loc"]), maker(context, fout["input"]) if maker else "deze waarde past hier niet")


def schrijf_pad(delen: tuple[int | str, ...]) -> str:
    """The path as people write it: `inzet[0].fte`."""
    pad = ""
    for deel in delen:
        if isinstance(deel, int):
            pad += f"[{deel}]"
        elif not deel.startswith(GEEN_VELD):
            naam = deel if len(deel) <= LANGSTE_WAARDE else deel[: LANGSTE_WAARDE - 3] + "..."
            pad += f".{naam}" if pad else naam
    return pad


def kort(waarde: object) -> str:
    """A value as it may stand in a message: on one line, not longer than a line."""
    tekst = ascii(waarde) if not isinstance(waarde, str) else repr(waarde)
    return tekst if len(tekst) <= LANGSTE_WAARDE else tekst[: LANGSTE_WAARDE - 3] + "..."


def _keuze(context: Mapping[str, Any], waarde: object) -> str:
    opties = str(context.get("expected", "")).replace(" or ", " of ")
    return f"{kort(waarde)} mag hier niet; kies uit {opties}"


def _eigen(context: Mapping[str, Any], _: object) -> str:
    return str(context.get("error", "deze waarde past hier niet"))


def _vast(zin: str) -> Callable[[Mapping[str, Any], object], str]:
    return lambda _context, _waarde: zin


ZINNEN: Mapping[str, Callable[[Mapping[str, Any], object], str]] = {
    "missing": _vast("ontbreekt"),
    "missing_argument": _vast("ontbreekt"),
    "extra_forbidden": _vast("dit veld is onbekend"),
    "unexpected_keyword_argument": _vast("dit veld is onbekend"),
    "literal_error": _keuze,
    "union_tag_invalid": _keuze,
    "value_error": _eigen,
    "greater_than_equal": lambda context, _: f"hier hoort een getal van minstens {context['ge']}",
    "less_than_equal": lambda context, _: f"hier hoort een getal van hoogstens {context['le']}",
    "decimal_max_places": lambda context, _: (
        f"hier horen hoogstens {context['decimal_places']} cijfers achter de komma"
    ),
    "string_too_short": _vast("deze tekst is leeg"),
    "too_short": _vast("hier hoort minstens een waarde"),
    "string_pattern_mismatch": _vast("hier hoort een jaar van vier cijfers"),
    "int_type": _vast("hier hoort een heel getal"),
    "int_parsing": _vast("hier hoort een heel getal"),
    "int_from_float": _vast("hier hoort een heel getal"),
    "string_type": _vast("hier hoort tekst"),
    "bool_type": _vast("hier hoort true of false"),
    "date_type": _vast("hier hoort een datum (JJJJ-MM-DD)"),
    "date_parsing": _vast("dit is geen bestaande datum (JJJJ-MM-DD)"),
    "date_from_datetime_parsing": _vast("dit is geen bestaande datum (JJJJ-MM-DD)"),
    "date_from_datetime_inexact": _vast("hier hoort een datum zonder tijd (JJJJ-MM-DD)"),
    "decimal_type": _vast("hier hoort een getal tussen aanhalingstekens"),
    "decimal_parsing": _vast("dit is geen getal"),
    "finite_number": _vast("dit is geen eindig getal"),
    "json_invalid": _vast("hier staat een teken dat in JSON niet mag"),
    "dict_type": _vast("hier horen velden met een naam"),
    "model_type": _vast("hier horen velden met een naam"),
    "dataclass_type": _vast("hier horen velden met een naam"),
    "dataclass_exact_type": _vast("hier horen velden met een naam"),
    "tuple_type": _vast("hier hoort een lijst"),
    "list_type": _vast("hier hoort een lijst"),
}
