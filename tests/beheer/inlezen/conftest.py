"""A region for the tests of management: made once for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad


@pytest.fixture
def enschede(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture
def boce(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("boce")


@pytest.fixture
def drechtsteden(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("drechtsteden")


@pytest.fixture(scope="module")
def gedeeld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """A region in which nothing is read in: files are only checked against it."""
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(scope="module")
def vers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Callable[[], Stad]]:
    """A region that gets more residents with each example; behind a call, so that no report writes all of it."""
    with django_db_blocker.unblock():
        stad = bouw_stad("enschede")
        yield lambda: stad
