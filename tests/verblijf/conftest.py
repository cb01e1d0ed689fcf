"""Strict templates and gathered files, on a day that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]


@pytest.fixture(autouse=True)
def _vandaag() -> Iterator[None]:
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 2)):
        yield


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    """A region with two sorts of places and a term for the plan from the placement on."""
    return stad("enschede")


@pytest.fixture
def drechtsteden(stad: Callable[[str], Stad]) -> Stad:
    """A region with arrangements, and prices that tell housing apart for some of them."""
    return stad("drechtsteden")
