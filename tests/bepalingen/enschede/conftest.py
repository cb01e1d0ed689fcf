"""The agreement of Enschede, loaded when a test asks for it."""

from __future__ import annotations

import pytest

from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.schema import Regeling


@pytest.fixture
def regeling() -> Regeling:
    return nieuwste("enschede")
