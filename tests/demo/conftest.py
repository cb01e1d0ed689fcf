"""A folder where the server of a service may stand: those of pytest are closed to the user that it runs as."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo.processen import omgeving
from tests.sjabloon import gemigreerde_kopie, tijdelijke_map


@pytest.fixture
def var() -> Iterator[Path]:
    with tijdelijke_map() as map_:
        yield map_ / "var"


@pytest.fixture(scope="module")
def gemigreerd() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with a migrated database and the keys that go with it, for all tests of a module."""
    with tijdelijke_map() as map_:
        var = gemigreerde_kopie(map_ / "var")
        yield var, omgeving(var)
