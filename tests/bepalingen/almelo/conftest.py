"""What the tests of this agreement share: the agreement itself, and short ways to ask it something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid, wie_is_bevoegd
from voordeur.regels.plichten import Plichtdag, jaarkalender
from voordeur.regels.vereisten import Toets, toets_vereisten

Toetser = Callable[[str, Mapping[str, bool | None]], Toets]


@pytest.fixture
def regeling() -> Regeling:
    return nieuwste("almelo")


@pytest.fixture
def toets(regeling: Regeling) -> Toetser:
    """Test a set of demands of the agreement."""

    def met(id_: str, feiten: Mapping[str, bool | None]) -> Toets:
        vereisten = next(deel for deel in regeling.vereisten if deel.id == id_)
        return toets_vereisten(vereisten, feiten).waarde

    return met


@pytest.fixture
def bevoegd(regeling: Regeling) -> Callable[..., Bevoegdheid]:
    """Who acts, on a day within the term of the agreement."""

    def vraag(handeling: str, op: date = date(2021, 3, 1)) -> Bevoegdheid:
        return wie_is_bevoegd(regeling.mandaten, handeling, op).waarde

    return vraag


@pytest.fixture
def momenten(regeling: Regeling) -> Callable[..., list[Plichtdag]]:
    """The times in a year that a duty falls due."""

    def van(plicht: str, jaar: int = 2021) -> list[Plichtdag]:
        return [dag for dag in jaarkalender(regeling.kalender, jaar).waarde if dag.plicht.id == plicht]

    return van
