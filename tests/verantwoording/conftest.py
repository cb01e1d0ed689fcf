"""The screens of the reports, with strict templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client, override_settings

from tests.stad import Stad
from tests.web.conftest import _statisch, omgeving  # noqa: F401


@pytest.fixture
def regio_(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


@pytest.fixture
def opent() -> Callable[..., Client]:
    """A browser of a member of the cast: `opent(regio_, "controller")`."""

    def maak(stad: Stad, wie: str) -> Client:
        client = Client()
        client.force_login(stad.accounts[wie])
        return client

    return maak


@pytest.fixture
def op() -> Callable[[date], override_settings]:
    """Hold the legal day: `with op(date(2026, 4, 10)): …`."""
    return lambda dag: override_settings(VOORDEUR_VANDAAG=dag)
