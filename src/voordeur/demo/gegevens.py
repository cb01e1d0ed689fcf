"""The data of the demo: how large, how people are called, what is said of them, and the example figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any


@dataclass(frozen=True)
class Naamlijst:
    """Names that go together; `aandeel` of a hundred residents have one of these."""

    herkomst: str
    aandeel: int
    vrouw: tuple[str, ...]
    man: tuple[str, ...]
    namen: tuple[str, ...]


@dataclass(frozen=True)
class Voorbeelden:
    """Figures that no source gives."""

    dagprijs: Decimal
    budget_maal_verwacht: Decimal
    reserve_begin: Decimal
    reserve_plafond: Decimal
    egalisatie_percentage: Decimal
    uitvoeringskosten: Decimal
    indexcijfer: Mapping[str, str]


def lees(naam: str) -> dict[str, Any]:
    """One data file of this package."""
    return tomllib.loads(files(__package__).joinpath(f"{naam}.toml").read_text("utf-8"))


@cache
def namen() -> dict[str, Any]:
    """The lists of names: of residents, staff, streets, providers and houses."""
    return lees("namen")


@cache
def naamlijsten() -> tuple[Naamlijst, ...]:
    """The lists that the names of residents come from."""
    delen = ("vrouw", "man", "namen")
    return tuple(
        Naamlijst(lijst["herkomst"], lijst["aandeel"], *(tuple(lijst[deel]) for deel in delen))
        for lijst in namen()["lijsten"]
    )


@cache
def teksten() -> dict[str, Any]:
    """What is said and found of residents."""
    return lees("teksten")


@cache
def _omvang() -> dict[str, Any]:
    return lees("omvang")


def is_groot(regeling_id: str) -> bool:
    """Whether this agreement has one of the large regions of the demo."""
    return regeling_id in _omvang()["groot"]


def aantal_inwoners(regeling_id: str) -> int:
    """How many residents the demo has in the region of an agreement."""
    aantal: int = _omvang()["inwoners"]["groot" if is_groot(regeling_id) else "anders"]
    return aantal


def voorbeelden(regeling_id: str) -> Voorbeelden:
    """The example figures of a region."""
    deel, maat = _omvang()["voorbeeld"], "groot" if is_groot(regeling_id) else "anders"
    return Voorbeelden(
        dagprijs=Decimal(deel["dagprijs"]),
        budget_maal_verwacht=Decimal(deel["budget_maal_verwacht"]),
        reserve_begin=Decimal(deel["reserve_begin"][maat]),
        reserve_plafond=Decimal(deel["reserve_plafond"][maat]),
        egalisatie_percentage=Decimal(deel["egalisatie_percentage"]),
        uitvoeringskosten=Decimal(deel["uitvoeringskosten"]),
        indexcijfer=deel["indexcijfer"],
    )


def dobbel(zaad: int, vandaag: date, *waarvoor: object) -> Random:
    """Chance of its own for each purpose, so that one more throw somewhere changes nothing elsewhere."""
    return Random("|".join(map(str, (zaad, vandaag, *waarvoor))))  # noqa: S311 - not for secrets
