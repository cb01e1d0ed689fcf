"""What the tests of the machine door share: strict templates, one region with work in it, and systems with a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.opzet import REGELING, Systeem, maak_wereld, systemen_van
from tests.stad import Stad, bouw_stad
from tests.web.conftest import _statisch, omgeving
from tests.web.wereld import Wereld

__all__ = ["_statisch", "omgeving"]


@pytest.fixture(scope="session")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """The region that these tests share; a module that counts has one of its own."""
    with django_db_blocker.unblock():
        yield bouw_stad(REGELING)


@pytest.fixture(scope="session")
def gedeelde_systemen(gedeeld: Stad) -> Callable[..., Systeem]:
    return systemen_van(gedeeld)


@pytest.fixture
def plaats(gedeeld: Stad) -> Stad:
    return gedeeld


@pytest.fixture(scope="session")
def wereld(gedeeld: Stad) -> Wereld:
    """The same with one of each kind in it."""
    return maak_wereld(gedeeld)


@pytest.fixture
def systeem(gedeelde_systemen: Callable[..., Systeem]) -> Callable[..., Systeem]:
    """`systeem("aanbieder")`: the system of a member of the cast, with a key that may write."""
    return gedeelde_systemen
