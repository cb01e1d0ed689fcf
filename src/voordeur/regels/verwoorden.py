"""A step in words: the text of its key, with its values written the Dutch way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any

from .bedragen import rond
from .teksten import TEKSTEN
from .uitkomst import Stap

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def verwoord(stap: Stap) -> str:
    """The sentence of a step. Raises KeyError on a step without a text or a text without its value."""
    return _SCHRIJVER.vformat(TEKSTEN[stap.sleutel], (), stap.waarden)


def schrijf_bedrag(bedrag: Decimal) -> str:
    """An amount as people read it: € 1.250.000,00, with a real minus sign."""
    bedrag = rond(bedrag)
    return f"{'−' if bedrag < 0 else ''}€\u00a0{_op_zijn_nederlands(f'{abs(bedrag):,.2f}')}"


def schrijf_datum(dag: date) -> str:
    """A day in full: 2 maart 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def _op_zijn_nederlands(getal: str) -> str:
    return getal.translate(str.maketrans(",.", ".,"))


def schrijf_percentage(aandeel: str | Decimal) -> str:
    """A share as people read it: 0.051 is 5,1%."""
    procent = (Decimal(aandeel) * 100).normalize()
    return f"{_op_zijn_nederlands(format(procent, 'f'))}%"


def _opsomming(delen: list[Any]) -> str:
    return "; ".join(str(deel).rstrip(".") for deel in delen) or "niets"


SCHRIJFWIJZEN: Mapping[str, Callable[[Any], str]] = {
    "euro": lambda waarde: schrijf_bedrag(Decimal(waarde)),
    "datum": lambda waarde: schrijf_datum(date.fromisoformat(waarde)),
    "pct": schrijf_percentage,
    "lijst": _opsomming,
    "getal": lambda waarde: _op_zijn_nederlands(str(waarde)),
}


class _Schrijver(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return SCHRIJFWIJZEN[format_spec](value) if format_spec else str(value)


_SCHRIJVER = _Schrijver()
