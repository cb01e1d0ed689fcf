"""Legal days: adding weeks and months, periods closed on both sides."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from .fouten import DatumBuitenKalender, OngeldigFeit


@dataclass(frozen=True)
class Periode:
    """A period of days, both ends included; `tot` None is open."""

    van: date
    tot: date | None = None

    def __post_init__(self) -> None:
        if self.tot is not None and self.tot < self.van:
            raise OngeldigFeit("tot", "ligt voor de eerste dag")

    def bevat(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag <= self.tot)

    def raakt(self, ander: Periode) -> bool:
        """True when at least one day lies in both."""
        return (self.tot is None or ander.van <= self.tot) and (ander.tot is None or self.van <= ander.tot)


class Geldig(Protocol):
    """Something that holds between two days; None is open."""

    @property
    def vanaf(self) -> date | None: ...

    @property
    def tot(self) -> date | None: ...


G = TypeVar("G", bound=Geldig)


def geldende(delen: Iterable[G], op: date) -> G | None:
    """The one that holds on a day; where more do, the one that began last, and of those the last in the source."""
    geldig = [deel for deel in delen if Periode(deel.vanaf or date.min, deel.tot).bevat(op)]
    geordend = sorted(geldig, key=lambda deel: deel.vanaf or date.min)
    return geordend[-1] if geordend else None


def plus_dagen(dag: date, aantal: int) -> date:
    """`aantal` days later (or earlier). Raises DatumBuitenKalender."""
    try:
        return dag + timedelta(days=aantal)
    except OverflowError:
        raise DatumBuitenKalender from None


def plus_maanden(dag: date, aantal: int) -> date:
    """The same day number `aantal` months later, or the last day of a shorter month. Raises DatumBuitenKalender."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    if not date.min.year <= jaar <= date.max.year:
        raise DatumBuitenKalender
    return date(jaar, maand + 1, min(dag.day, laatste_dag_van_maand(jaar, maand + 1).day))


def laatste_dag_van_maand(jaar: int, maand: int) -> date:
    """The last day of a month."""
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def is_jaar_oud(geboortedatum: date, jaren: int, dag: date) -> bool:
    """Whether somebody has reached an age on a day; born on 29 February counts from 1 March in other years."""
    return (dag.year - jaren, dag.month, dag.day) >= (geboortedatum.year, geboortedatum.month, geboortedatum.day)
