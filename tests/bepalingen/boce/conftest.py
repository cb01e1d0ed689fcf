"""The agreement of Zuidoost-Drenthe, loaded when a test asks for it."""

from __future__ import annotations

import pytest

from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.vereisten import Vereisten


@pytest.fixture
def boce() -> Regeling:
    return nieuwste("boce")


@pytest.fixture
def eisen(boce: Regeling) -> dict[str, Vereisten]:
    """The sets of demands by their id."""
    return {vereisten.id: vereisten for vereisten in boce.vereisten}


@pytest.fixture
def lijsten(boce: Regeling) -> dict[str, Lijst]:
    return {lijst.id: lijst for lijst in boce.lijsten}
