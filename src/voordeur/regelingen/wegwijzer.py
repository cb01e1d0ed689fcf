"""What then: after a fault in the form of a file, which fields there are, and how the one that is wrong is written."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from .bestand import GRONDVELDEN
from .meldingen import GEEN_VELD
from .schema import Regeling

ONBEKEND = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
MIST = frozenset({"missing", "missing_argument"})
VERKEERDE_VORM = frozenset({"dataclass_type", "dataclass_exact_type", "model_type", "dict_type", "tuple_type"})
RAAD = {"string_type": "zet het tussen aanhalingstekens", "decimal_parsing": 'schrijf het zoals "1250.50"'}
ZO: Mapping[Any, str] = {
    str: 'tekst, zoals {veld} = "…"', int: "een heel getal, zoals {veld} = 4", bool: "{veld} = true of false",
    date: "een datum, zoals {veld} = 2027-01-01", Decimal: 'een getal tussen aanhalingstekens, zoals {veld} = "12.50"',
}  # fmt: skip


def wat_dan(fout: ErrorDetails) -> str:
    """What would be right there; empty where the message says it already."""
    delen = [deel for deel in fout["loc"] if isinstance(deel, int) or not deel.startswith(GEEN_VELD)]
    if not delen:
        return ""
    veld = next((deel for deel in reversed(delen) if isinstance(deel, str)), "")
    if fout["type"] in ONBEKEND:
        return _bekende(veld, _soort_bij(delen[:-1]))
    if fout["type"] in MIST | VERKEERDE_VORM:
        return _schrijf(veld, ".".join(deel for deel in delen if isinstance(deel, str)), _soort_bij(delen))
    return RAAD.get(fout["type"], "")


def _bekende(veld: str, soort: Any) -> str:
    namen = list(_velden(soort))
    lijkt = get_close_matches(veld, namen, n=1)
    if lijkt:
        return f"bedoelt u {lijkt[0]}?"
    return f"wel: {', '.join(namen)}" if namen else ""


def _schrijf(veld: str, pad: str, soort: Any) -> str:
    """How a field of this type is written."""
    oorsprong, delen = typing.get_origin(soort), typing.get_args(soort)
    if veld in GRONDVELDEN:
        return f'hier hoort een bepaling, zoals {veld} = "mijn-regio/art1"'
    if oorsprong is typing.Literal:
        return f"kies uit {', '.join(map(repr, delen))}"
    if oorsprong is tuple:
        return f"schrijf [[{pad}]]" if _velden(delen[0]) else f'schrijf {veld} = ["…"]'
    if namen := _velden(soort):
        return f"schrijf [{pad}] met: {', '.join(namen)}"
    if oorsprong in (dict, Mapping, typing.get_origin(Mapping[str, str])):
        return f"schrijf [{pad}.naam]" if _velden(delen[1]) else f'schrijf {veld} = {{ naam = "…" }}'
    return f"hier hoort {ZO[soort].format(veld=veld)}" if soort in ZO else ""


def _soort_bij(pad: list[int | str]) -> Any:
    """The type of a place in the file; None where it has none."""
    hier: Any = Regeling
    for deel in pad:
        delen = typing.get_args(hier)
        if isinstance(deel, int) or typing.get_origin(hier) not in (None, tuple, typing.Literal):
            hier = _kaal(delen[-1 if isinstance(deel, str) else 0]) if delen else None
        else:
            hier = _kaal(_velden(hier).get(deel))
    return hier


def _velden(soort: Any) -> dict[str, Any]:
    """The fields of a table with their types; none of what is no table."""
    if soort is Regeling:
        return {naam: veld.annotation for naam, veld in Regeling.model_fields.items()}
    return typing.get_type_hints(soort) if isinstance(soort, type) and dataclasses.is_dataclass(soort) else {}


def _kaal(soort: Any) -> Any:
    """A type without 'or nothing'."""
    if typing.get_origin(soort) in (typing.Union, types.UnionType):
        return next(deel for deel in typing.get_args(soort) if deel is not type(None))
    return soort
