"""A step in words: the text of its key, with its values written as people of that language write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any

from . import schrijfwijzen_engels as engels
from .bedragen import rond
from .teksten import IN_ANDERE_TALEN, TEKSTEN
from .uitkomst import Stap

NEDERLANDS = "nl"

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def verwoord(stap: Stap, taal: str = NEDERLANDS) -> str:
    """The sentence of a step. Raises KeyError on a step without a text or a text without its value.

    Where a language lacks the text (it is for residents; not every step is) the Dutch one says it.
    """
    tekst = IN_ANDERE_TALEN.get(taal, {}).get(stap.sleutel)
    if tekst is None:
        return _SCHRIJVER.vformat(TEKSTEN[stap.sleutel], (), stap.waarden)
    return SCHRIJVERS[taal].vformat(tekst, (), stap.waarden)


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


class Schrijver(Formatter):
    """Fills a text in, with the ways of writing of one language."""

    def __init__(self, wijzen: Mapping[str, Callable[[Any], str]]) -> None:
        self.wijzen = wijzen

    def format_field(self, value: Any, format_spec: str) -> str:
        return self.wijzen[format_spec](value) if format_spec else str(value)


_SCHRIJVER = Schrijver(SCHRIJFWIJZEN)
SCHRIJVERS: Mapping[str, Schrijver] = {"en": Schrijver(engels.SCHRIJFWIJZEN)}
