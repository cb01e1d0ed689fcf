"""A folder of its own for each test, where an unprivileged user may pass: the folders of pytest are closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kern.postgres.hulp import tijdelijke_map


@pytest.fixture
def checkout() -> Iterator[Path]:
    with tijdelijke_map() as map_:
        yield map_


@pytest.fixture
def var(checkout: Path) -> Path:
    return checkout / "var"
