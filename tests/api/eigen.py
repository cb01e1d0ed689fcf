"""A region of a module's own, instead of the one that the tests share: for who counts what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.opzet import REGELING, Systeem, systemen_van
from tests.stad import Stad, bouw_stad


@pytest.fixture(scope="module")
def plaats(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad(REGELING)


@pytest.fixture(scope="module")
def systeem(plaats: Stad) -> Callable[..., Systeem]:
    return systemen_van(plaats)
