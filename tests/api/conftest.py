"""What the tests of the machine door share: strict templates, one region with work in it, and systems with a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.api.opzet import REGELING, Systeem, maak_wereld, systeem_van
from tests.stad import Stad, bouw_stad
from tests.web.conftest import _statisch, omgeving
from tests.web.wereld import Wereld

__all__ = ["_statisch", "omgeving"]


@pytest.fixture(scope="module")
def plaats(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """A region of this module."""
    with django_db_blocker.unblock():
        yield bouw_stad(REGELING)


@pytest.fixture(scope="module")
def wereld(plaats: Stad) -> Wereld:
    """The same with one of each kind in it."""
    return maak_wereld(plaats)


@pytest.fixture(scope="module")
def systeem(plaats: Stad) -> Callable[..., Systeem]:
    """`systeem("aanbieder")`: the system of a member of the cast, with a key that may write."""
    gemaakt: dict[tuple[str, bool], Systeem] = {}

    def van(wie: str, *, schrijven: bool = True) -> Systeem:
        if (wie, schrijven) not in gemaakt:
            gemaakt[wie, schrijven] = systeem_van(plaats, wie, schrijven=schrijven)
        return gemaakt[wie, schrijven]

    return van
