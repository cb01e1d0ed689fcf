"""Picking an account: in a demo only, and there it is a login like any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from tests.stad import Stad
from voordeur.kern.actor import MEDEWERKERS
from voordeur.kern.models import Account
from voordeur.web.views_demo import WAT

PAD = "/inloggen/demo/"


@pytest.fixture(autouse=True)
def _leeg_geheugen() -> None:
    cache.clear()


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def test_without_a_demo_the_page_is_not_there_and_nobody_gets_in(enschede: Stad) -> None:
    client = Client()
    nergens = client.get("/er-niet/")
    for antwoord in (client.get(PAD), client.post(PAD, {"account": enschede.accounts["consulent"].pk})):
        assert (antwoord.status_code, antwoord.content) == (404, nergens.content)
    assert "_auth_user_id" not in client.session
    assert "demo" not in client.get("/inloggen/").content.decode().lower()


@override_settings(VOORDEUR_DEMO=True)
def test_in_a_demo_everybody_stands_there_by_region_and_role_and_one_click_logs_in(enschede: Stad) -> None:
    client = Client()
    tekst = client.get(PAD).content.decode()
    for rol, wat in WAT.items():
        assert rol.value.capitalize() in tekst
        assert wat.replace("'", "&#x27;") in tekst
    antwoord = client.post(PAD, {"account": enschede.accounts["beheerder"].pk}, follow=True)
    assert antwoord.redirect_chain[-1][0] == "/beheer/"
    pagina = antwoord.content.decode()
    assert "Demo met verzonnen mensen" in pagina
    assert "Wissel van account" in pagina


@override_settings(VOORDEUR_DEMO=True)
def test_one_can_change_to_another_account(enschede: Stad) -> None:
    client = Client()
    for naam in ("beheerder", "aanbieder"):
        client.post(PAD, {"account": enschede.accounts[naam].pk})
        assert int(client.session["_auth_user_id"]) == enschede.accounts[naam].pk


@override_settings(VOORDEUR_DEMO=True)
@pytest.mark.parametrize("account", ["", "x", "-1", str(2**62), "²"])
def test_an_account_that_is_not_there_is_not_found(account: str, regio: str) -> None:
    assert Client().post(PAD, {"account": account}).status_code == 404


@override_settings(VOORDEUR_DEMO=True)
def test_an_account_that_is_off_cannot_be_picked(enschede: Stad) -> None:
    nummer = enschede.accounts["consulent"].pk
    Account.objects.filter(pk=nummer).update(is_active=False)
    assert Client().post(PAD, {"account": nummer}).status_code == 404


@override_settings(VOORDEUR_DEMO=True)
def test_the_rate_limit_and_the_token_hold_here_too(enschede: Stad) -> None:
    nummer = {"account": enschede.accounts["consulent"].pk}
    assert Client(enforce_csrf_checks=True).post(PAD, nummer).status_code == 403
    assert {Client().post(PAD, nummer).status_code for _ in range(31)} == {302, 429}


def test_every_role_has_its_sentence() -> None:
    assert set(WAT) == MEDEWERKERS
