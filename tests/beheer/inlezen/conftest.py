"""A region for the tests of management: made once for a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad


@pytest.fixture
def enschede(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture
def drechtsteden(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("drechtsteden")
