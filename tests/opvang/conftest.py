"""Strict templates, a day that stands still, and a region with two shelters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings

from tests.opvang.opzet import OP, Huis, richt_in
from tests.stad import Stad
from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]


@pytest.fixture(autouse=True)
def _vandaag() -> Iterator[None]:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


@pytest.fixture
def huis(stad: Callable[[str], Stad]) -> Huis:
    """Two shelters in a region whose agreement has a way to shelter and names its beds."""
    return richt_in(stad("boce"))
