"""A folder of its own for each test, where an unprivileged user may pass: the folders of pytest are closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sjabloon import gemigreerde_kopie, tijdelijke_map


@pytest.fixture
def checkout() -> Iterator[Path]:
    with tijdelijke_map() as map_:
        yield map_


@pytest.fixture
def leeg(checkout: Path) -> Path:
    """Where nothing was ever started."""
    return checkout / "var"


@pytest.fixture
def var(leeg: Path) -> Path:
    """Where a server was made before; making one takes longer than most of what is asked here."""
    return gemigreerde_kopie(leeg)
