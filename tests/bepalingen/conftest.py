"""What the tests of every agreement share: the agreement of their folder, and short ways to ask it something."""

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
def regeling(request: pytest.FixtureRequest) -> Regeling:
    """The agreement whose id is the name of the folder of the test."""
    return nieuwste(request.path.parent.name)


@pytest.fixture
def toets(regeling: Regeling) -> Toetser:
    """Test a set of demands of the agreement."""

    def met(id_: str, feiten: Mapping[str, bool | None]) -> Toets:
        (vereisten,) = (deel for deel in regeling.vereisten if deel.id == id_)
        return toets_vereisten(vereisten, feiten).waarde

    return met


@pytest.fixture
def bevoegd(regeling: Regeling, peildag: date) -> Callable[..., Bevoegdheid]:
    """Who acts, on a day within the term of the agreement; each folder says which day that is."""

    def vraag(handeling: str, op: date = peildag) -> Bevoegdheid:
        return wie_is_bevoegd(regeling.mandaten, handeling, op).waarde

    return vraag


@pytest.fixture
def momenten(regeling: Regeling, peildag: date) -> Callable[..., list[Plichtdag]]:
    """The times in a year that a duty falls due."""

    def van(plicht: str, jaar: int = peildag.year) -> list[Plichtdag]:
        return [dag for dag in jaarkalender(regeling.kalender, jaar).waarde if dag.plicht.id == plicht]

    return van
