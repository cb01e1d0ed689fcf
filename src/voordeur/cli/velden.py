"""The kinds of values in a question, each strict: a typing mistake is never read as something else."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from voordeur.regels.bedragen import rond

BEDRAG = re.compile(r"(-?)([0-9]+)(\.[0-9]{1,2})?")
GETAL = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CODE = re.compile(r"[0-9]{4}")
# what fits in the administration: numeric(14,2)
MEESTE_CIJFERS, MEESTE_CIJFERS_GETAL, GROOTSTE_AANTAL = 12, 30, 1_000_000_000


class Invoer(BaseModel):
    """A question: every key is known and has exactly its own type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def lees_bedrag(waarde: Any) -> Decimal:
    """An amount of at most two decimals, written as text. Raises ValueError."""
    if not isinstance(waarde, str):
        raise ValueError('een bedrag staat tussen aanhalingstekens, zoals "1250.00"')
    delen = BEDRAG.fullmatch(waarde)
    if delen is None:
        raise ValueError('dit is geen bedrag met hoogstens twee cijfers na de punt; schrijf het als "1250.00"')
    if len(delen.group(2)) > MEESTE_CIJFERS:
        raise ValueError(f"een bedrag heeft hoogstens {MEESTE_CIJFERS} cijfers voor de punt")
    return rond(Decimal(waarde))


def lees_bedrag_vanaf_nul(waarde: Any) -> Decimal:
    """An amount that cannot be negative. Raises ValueError."""
    bedrag = lees_bedrag(waarde)
    if waarde.startswith("-"):
        raise ValueError("dit bedrag kan niet negatief zijn")
    return bedrag


def lees_getal(waarde: Any) -> Decimal:
    """A number from zero, written as text. Raises ValueError."""
    if not isinstance(waarde, str):
        raise ValueError('dit getal staat tussen aanhalingstekens, zoals "0.051"')
    delen = GETAL.fullmatch(waarde)
    if delen is None:
        raise ValueError('dit is geen getal vanaf nul; schrijf het als "0.051"')
    if max(len(delen[1]), len(delen[2] or "")) > MEESTE_CIJFERS_GETAL:
        raise ValueError(f"een getal heeft hoogstens {MEESTE_CIJFERS_GETAL} cijfers voor en na de punt")
    return Decimal(waarde)


def lees_maat(waarde: Any) -> Decimal:
    """A number that is multiplied with an amount, and so stays within what an amount may be. Raises ValueError."""
    maat = lees_getal(waarde)
    if maat >= 10**MEESTE_CIJFERS:
        raise ValueError(f"dit getal heeft hoogstens {MEESTE_CIJFERS} cijfers voor de punt")
    return maat


def lees_aandeel(waarde: Any) -> Decimal:
    """A share between 0 and 1. Raises ValueError."""
    aandeel = lees_getal(waarde)
    if aandeel > 1:
        raise ValueError("een aandeel ligt tussen 0 en 1")
    return aandeel


def lees_datum(waarde: Any) -> date:
    """A day as JJJJ-MM-DD. Raises ValueError."""
    if not isinstance(waarde, str) or not DATUM.fullmatch(waarde):
        raise ValueError("schrijf een datum als JJJJ-MM-DD")
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        raise ValueError(f"{waarde} bestaat niet") from None


def lees_code(waarde: Any) -> str:
    """A CBS code of a municipality. Raises ValueError."""
    if not isinstance(waarde, str) or not CODE.fullmatch(waarde):
        raise ValueError("een gemeentecode heeft vier cijfers")
    return waarde


def geen_null(waarde: Any) -> Any:
    """Leaving a key out is allowed, writing null is not. Raises ValueError."""
    if waarde is None:
        raise ValueError("null mag hier niet; laat het veld weg")
    return waarde


Bedrag = Annotated[Decimal, BeforeValidator(lees_bedrag)]
BedragVanafNul = Annotated[Decimal, BeforeValidator(lees_bedrag_vanaf_nul)]
Getal = Annotated[Decimal, BeforeValidator(lees_getal)]
Maat = Annotated[Decimal, BeforeValidator(lees_maat)]
Aandeel = Annotated[Decimal, BeforeValidator(lees_aandeel)]
Datum = Annotated[date, BeforeValidator(lees_datum)]
Gemeentecode = Annotated[str, BeforeValidator(lees_code)]
Jaartal = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Jaar = Annotated[int, Field(ge=1, le=9999)]
Aantal = Annotated[int, Field(ge=0, le=GROOTSTE_AANTAL)]
GeenNull = BeforeValidator(geen_null)
