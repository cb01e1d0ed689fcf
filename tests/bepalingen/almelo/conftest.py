"""The day on which the tests of this agreement ask their questions."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.fixture
def peildag() -> date:
    return date(2021, 3, 1)
