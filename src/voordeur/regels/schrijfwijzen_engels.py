"""How amounts, days and shares are written in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .bedragen import rond

MAANDEN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def schrijf_bedrag(bedrag: Decimal) -> str:
    """An amount in English: €1,250,000.00, with a real minus sign."""
    bedrag = rond(bedrag)
    return f"{'−' if bedrag < 0 else ''}€{abs(bedrag):,.2f}"


def schrijf_datum(dag: date) -> str:
    """A day in full: 2 March 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def schrijf_percentage(aandeel: str | Decimal) -> str:
    """A share in English: 0.051 is 5.1%."""
    return f"{(Decimal(aandeel) * 100).normalize():f}%"


def _opsomming(delen: list[Any]) -> str:
    return "; ".join(str(deel).rstrip(".") for deel in delen) or "nothing"


SCHRIJFWIJZEN: Mapping[str, Callable[[Any], str]] = {
    "euro": lambda waarde: schrijf_bedrag(Decimal(waarde)),
    "datum": lambda waarde: schrijf_datum(date.fromisoformat(waarde)),
    "pct": schrijf_percentage,
    "lijst": _opsomming,
    "getal": str,
}
