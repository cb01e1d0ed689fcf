"""A region whose staff comes and goes: what the tests of staff share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.geld import opzet as geld
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP
from voordeur.kern.actor import Rol, als
from voordeur.kern.models import Aanstelling, Account, College
from voordeur.kern.perioden import half_open

WACHTWOORD = "vier losse woorden hier"


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    """One region for all of these tests; what is made in one does not stand in the way of another."""
    with django_db_blocker.unblock():
        yield bouw_stad("enschede")


@pytest.fixture(autouse=True)
def _dag(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    cache.clear()
    with override_settings(VOORDEUR_VANDAAG=OP), django_db_blocker.unblock():
        yield


def nieuw(stad: Stad, naam: str, rol: Rol | None = Rol.CONSULENT, college: str = "") -> Account:
    """Somebody of the staff whom no other test knows."""
    account = Account.objects.create_user(
        f"{naam}@{stad.regio}.test", WACHTWOORD, regio_id=stad.regio, naam=naam.title()
    )
    if rol is not None:
        with als(geld.bouwer(stad)):
            bij = College.objects.get(code=college or stad.centrum)
            Aanstelling.objects.create(
                regio_id=stad.regio, account=account, rol=rol, college=bij, periode=half_open(date(2020, 1, 1), None)
            )
    stad.accounts[naam] = account
    return account


def rollen(stad: Stad, account: Account) -> list[Aanstelling]:
    with als(geld.bouwer(stad)):
        return list(Aanstelling.objects.filter(account=account).order_by("id"))


def post(client: Client, pad: str, gegevens: dict[str, Any]) -> Any:
    return client.post(pad, gegevens | {"_bevestig": "1"})
