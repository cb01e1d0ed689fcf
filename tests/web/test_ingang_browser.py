"""The pages before a resident is in, in a real browser: axe, phone and desk, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.web.keur import keur, venster

pytestmark = pytest.mark.traag
BUITEN = [("", f"/mijn/{pad}") for pad in ("inloggen/", "activeren/", "inloggen/vergeten/")]


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        cache.clear()
        yield bouw_stad("enschede")


def test_axe_finds_nothing_before_a_resident_is_in_and_the_pages_fit(stad: Stad, browser: Any, adres: str) -> None:
    assert keur(browser, adres, stad, BUITEN, titel="ingang") == []


def test_without_javascript_and_by_keyboard_one_chooses_english_and_reads_what_is_wrong(
    stad: Stad, browser: Any, adres: str
) -> None:
    with venster(browser, adres, stad, java_script_enabled=False, viewport={"width": 360, "height": 740}) as pagina:
        pagina.goto(f"{adres}/mijn/activeren/")
        pagina.get_by_role("button", name="English").press("Enter")
        pagina.get_by_label("Login name").fill("1234567")
        pagina.get_by_label("Code", exact=True).fill("AAAA-AAAA-AAAA")
        pagina.get_by_label("Code", exact=True).press("Enter")
        assert "the code does not work any more" in pagina.get_by_role("alert").inner_text()
        assert pagina.get_by_label("Login name").input_value() == "1234567"
