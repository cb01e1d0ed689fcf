"""The pages of local policy in a real browser: axe, a phone and a desk, and nothing that the console complains of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.beheer.beleid_opzet import beleid_van
from tests.geld.opzet import begroting
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP
from tests.web.keur import keur
from tests.web.vensters import adres, browser

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP, VOORDEUR_DEMO=True):
        yield bouw_stad("enschede")


def test_axe_finds_nothing_and_the_pages_fit(stad: Stad, browser: Any, adres: str) -> None:
    begroting(stad, OP.year)
    er = beleid_van(stad)
    paginas = [
        ("controller", "/beheer/beleid/"),
        ("controller", f"/beheer/beleid/invullen/{er['parameter']}/"),
        ("bestuurder", f"/beheer/beleid/waarde/{er['beleidsvoorstel']}/"),
        ("controller", f"/beheer/beleid/waarde/{er['beleidswaarde']}/beeindigen/"),
        ("bestuurder", f"/beheer/beleid/einde/{er['eindevoorstel']}/"),
        ("controller", "/beheer/beleid/tekst/"),
        ("controller", "/beheer/beleid/versie/nieuw/"),
        ("bestuurder", f"/beheer/beleid/versie/{er['versievoorstel']}/"),
        ("beheerder", "/beheer/"),
    ]
    assert keur(browser, adres, stad, paginas, titel="beleid") == []
