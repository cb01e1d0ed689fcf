"""The figures of a quarter from what is known of each person. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from voordeur.regels.bedragen import NUL
from voordeur.regels.uitkomst import schrijf_getal

DAG = timedelta(days=1)


@dataclass(frozen=True)
class Kwartaalcijfers:
    """The figures of one municipality over a quarter: persons, each counted once in a figure, and euros.

    in_zorg_begin + instroom - uitstroom = in_zorg_eind. What each of them means stands with `queries.cijfers`.
    """

    meldingen: int = 0
    toegekend: int = 0
    afgewezen: int = 0
    instroom: int = 0
    uitstroom: int = 0
    in_zorg_begin: int = 0
    in_zorg_eind: int = 0
    wachtend_eind: int = 0
    lasten: Decimal = NUL

    def als_json(self) -> dict[str, int | str]:
        """As a report keeps it: the amount as text."""
        return {veld: schrijf_getal(waarde) if veld == "lasten" else waarde for veld, waarde in vars(self).items()}


VELDEN = tuple(veld.name for veld in fields(Kwartaalcijfers))


def uit_json(gegeven: Mapping[str, Any]) -> Kwartaalcijfers:
    """What `als_json` wrote."""
    return Kwartaalcijfers(**{**gegeven, "lasten": Decimal(gegeven["lasten"])})


def samen(cijfers: Iterable[Kwartaalcijfers]) -> Kwartaalcijfers:
    """The figures of some municipalities together."""
    rijen = tuple(cijfers)
    som = {veld: sum(getattr(rij, veld) for rij in rijen) for veld in VELDEN if veld != "lasten"}
    return Kwartaalcijfers(**som, lasten=sum((rij.lasten for rij in rijen), NUL))


@dataclass(frozen=True)
class Verblijf:
    """That a person (any key) lived somewhere from `van` up to and including `tot`; None is until further notice."""

    college: str
    persoon: object
    van: date
    tot: date | None

    def op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag <= self.tot)

    def raakt(self, van: date, tot: date) -> bool:
        return self.van <= tot and (self.tot is None or van <= self.tot)


@dataclass(frozen=True)
class Stroom:
    """Who came, who left, and who lived there at both ends: a municipality's code with a person."""

    instroom: frozenset[tuple[str, object]]
    uitstroom: frozenset[tuple[str, object]]
    begin: frozenset[tuple[str, object]]
    eind: frozenset[tuple[str, object]]


def tel_stroom(verblijven: Iterable[Verblijf], van: date, tot: date) -> Stroom:
    """The flow of the days from `van` up to and including `tot`.

    Who lives there on both sides of a midnight was there at that moment, also after a move from one place to another.
    So a last day of 31 March is an outflow of the first quarter, and a first day of 1 April an inflow of the second.
    """
    rijen = tuple(verblijven)
    geweest = _wie(deel for deel in rijen if deel.raakt(van, tot))
    begin = _op_middernacht(rijen, van)
    eind = _op_middernacht(rijen, tot + DAG)
    return Stroom(geweest - begin, geweest - eind, begin, eind)


def _op_middernacht(rijen: tuple[Verblijf, ...], dag: date) -> frozenset[tuple[str, object]]:
    """Who lived there both on the day before and on the day itself."""
    return _wie(deel for deel in rijen if deel.op(dag - DAG)) & _wie(deel for deel in rijen if deel.op(dag))


def _wie(verblijven: Iterable[Verblijf]) -> frozenset[tuple[str, object]]:
    return frozenset((deel.college, deel.persoon) for deel in verblijven)
