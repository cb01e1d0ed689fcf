"""What the tests of the money share: strict templates, and somebody who is logged in on the legal day."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client, override_settings

from tests.geld.opzet import NU
from tests.stad import Stad
from tests.web.conftest import _statisch, omgeving

__all__ = ["_statisch", "omgeving"]

Binnen = Callable[[Stad, str], Client]


@pytest.fixture
def binnen() -> Iterator[Binnen]:
    """Log in as a member of the cast: `binnen(stad, "controller")`."""

    def log_in(stad: Stad, wie: str) -> Client:
        client = Client()
        client.force_login(stad.accounts[wie])
        return client

    with override_settings(VOORDEUR_VANDAAG=NU):
        yield log_in
