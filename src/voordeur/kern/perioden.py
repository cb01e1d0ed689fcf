"""The one place where a period of days, both included, becomes the half-open range of the database, and back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from psycopg.types.range import Range

from voordeur.regels.datums import Periode


def half_open(van: date, tot: date | None) -> Range[date]:
    """The range of the days `van` through `tot`; None is open."""
    return Range(van, None if tot is None or tot == date.max else tot + timedelta(days=1))


def gesloten(bereik: Any) -> Periode:
    """The days of a range of the database that is not empty, both ends included."""
    return Periode(bereik.lower or date.min, bereik.upper - timedelta(days=1) if bereik.upper else None)
