"""An outcome that explains itself: a value, and the steps of the reasoning behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeAlias, TypeVar

T = TypeVar("T")

Waarde: TypeAlias = Any  # None, bool, int, str, or a list or dict of these: what JSON can hold without a float
Gronden: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Stap:
    """One step of the reasoning: the key of its text, the values in it, the provisions it rests on."""

    sleutel: str
    waarden: Mapping[str, Waarde]
    gronden: Gronden


@dataclass(frozen=True)
class Uitkomst(Generic[T]):
    """What came out, and why. `stappen` is never empty."""

    waarde: T
    stappen: tuple[Stap, ...]


def stap(sleutel: str, gronden: Gronden = (), /, **waarden: object) -> Stap:
    """Make a step; amounts and days become strings, so that a step can be stored and sent as it is."""
    return Stap(sleutel, {naam: als_json(waarde) for naam, waarde in waarden.items()}, gronden)


def als_json(waarde: object) -> Waarde:
    """The same value in terms that JSON can hold exactly: Decimal and date as string, tuple as list."""
    if isinstance(waarde, Decimal):
        return schrijf_getal(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Mapping):
        return {str(sleutel): als_json(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [als_json(deel) for deel in waarde]
    return waarde


def schrijf_getal(getal: Decimal) -> str:
    """A Decimal without exponent and without a minus before zero."""
    return format(getal if getal else abs(getal), "f")
