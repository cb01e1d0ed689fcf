"""A resident follows the own case: what happens, what is asked, who to talk to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.toegang.weg import breng_tot
from tests.web.bewoner import bewoner
from voordeur.toegang.models import Dossier


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


def tekst(client: Client, pad: str, status: int = 200) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == status, antwoord.content.decode()[-2000:]
    return antwoord.content.decode()


def zaak(stad: Stad, tot: str) -> tuple[Client, Dossier]:
    dossier = breng_tot(stad, tot)
    return bewoner(stad, dossier), dossier


def test_each_page_says_who_to_talk_to(stad: Stad) -> None:
    klant, _ = zaak(stad, "onderzoek")
    pagina = tekst(klant, "/mijn/")
    assert "Consulent" in pagina
    assert 'href="tel:0123456789"' in pagina
    nog_niemand, _ = zaak(stad, "melding")
    pagina = tekst(nog_niemand, "/mijn/")
    assert "Bel de gemeente" in pagina
    assert 'href="tel:140123"' in pagina
