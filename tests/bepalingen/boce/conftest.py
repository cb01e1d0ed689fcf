"""Parts of the agreement of Zuidoost-Drenthe, by their id."""

from __future__ import annotations

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.vereisten import Vereisten


@pytest.fixture
def eisen(regeling: Regeling) -> dict[str, Vereisten]:
    """The sets of demands by their id."""
    return {vereisten.id: vereisten for vereisten in regeling.vereisten}


@pytest.fixture
def lijsten(regeling: Regeling) -> dict[str, Lijst]:
    return {lijst.id: lijst for lijst in regeling.lijsten}
