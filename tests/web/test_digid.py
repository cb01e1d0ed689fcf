"""A resident comes in by the broker of DigiD: by BSN, at the level that is set, and nothing of it is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, alleen, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.idp import Dienst, aanmelddienst
from tests.web.wereld import klant
from voordeur.inwoner.bsn import CIJFERS, ELF, GEWICHTEN
from voordeur.kern.actor import als
from voordeur.kern.models import Account, Journaalregel
from voordeur.toegang.models import Dossier
from voordeur.web.settings_inloggen import oidc
from voordeur.web.settings_inwoner import makelaar, met_makelaar

SUBSTANTIEEL = {"acr": "substantieel"}
ONBEKEND, TE_LAAG = "/mijn/inloggen/digid/onbekend/", "/mijn/inloggen/digid/niveau/"


@pytest.fixture(scope="module")
def steden(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Stad, Stad]]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        een, ander = bouw_stad("enschede"), bouw_stad("enschede")
        with alleen(een, ander):
            yield een, ander


@pytest.fixture
def stad(steden: tuple[Stad, Stad]) -> Stad:
    cache.clear()
    return steden[0]


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    with (
        aanmelddienst() as deze,
        override_settings(
            VOORDEUR_DIGID_UITGEVER=deze.adres,
            SOCIALACCOUNT_PROVIDERS=met_makelaar(
                oidc("http://127.0.0.1:1", "voordeur", "x", "Werk"), makelaar(deze.adres, "voordeur", "x", "DigiD")
            ),
        ),
    ):
        yield deze


def bsn(nummer: int) -> str:
    """A BSN that can be one, of a number."""
    while True:
        tekst = f"{nummer:0{CIJFERS}d}"
        if sum(int(cijfer) * gewicht for cijfer, gewicht in zip(tekst, GEWICHTEN, strict=True)) % ELF == 0:
            return tekst
        nummer += 1


def met_bsn(stad: Stad, nummer: str) -> Dossier:
    return breng_tot(stad, "melding", bsn=nummer)


def via_digid(client: Client, **velden: str) -> Any:
    naar = client.post("/inloggen/inwoner/start/", velden)
    vraag = parse_qs(urlsplit(naar.url).query)
    assert (vraag["scope"], vraag["code_challenge_method"]) == (["openid"], ["S256"])
    return client.get("/inloggen/inwoner/terug/", {"code": "abc", "state": vraag["state"][0]})


def zeg(dienst: Dienst, nummer: str, **bewijs: str) -> None:
    dienst.mens = {"sub": "x", "bsn": nummer}
    dienst.bewijs = {**SUBSTANTIEEL, **bewijs}


def test_the_first_time_an_account_is_made_and_after_that_it_is_found(stad: Stad, dienst: Dienst) -> None:
    dossier = met_bsn(stad, bsn(111_000_000))
    zeg(dienst, bsn(111_000_000))
    accounts = set()
    for _ in range(2):
        client = Client()
        assert via_digid(client).url == "/mijn/"
        assert client.get("/mijn/").status_code == 200
        accounts.add(int(client.session["_auth_user_id"]))
    (account,) = Account.objects.filter(pk__in=accounts)
    assert (account.inwoner, account.naam, account.soort) == (dossier.inwoner_id, "inwoner", "inwoner")
    assert not account.has_usable_password()
    with als(stad.als("consulent")):
        assert Journaalregel.objects.filter(handeling="inwoner.toegang.digid", account=account.pk).count() == 1


def test_nothing_that_the_broker_tells_is_kept(stad: Stad, dienst: Dienst) -> None:
    nummer = bsn(112_000_000)
    met_bsn(stad, nummer)
    zeg(dienst, nummer)
    client = Client()
    via_digid(client)
    assert nummer not in str(dict(client.session))
    assert not SocialAccount.objects.filter(provider="inwoner").exists()
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kern_account WHERE position(%s in kern_account::text) > 0", [nummer])
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("niveau", ["midden", "basis", "", "verzonnen", "http:" + "//eidas.europa.eu/LoA/low"])
def test_a_level_that_is_too_low_or_not_known_opens_nothing(stad: Stad, dienst: Dienst, niveau: str) -> None:
    nummer = bsn(113_000_000)
    met_bsn(stad, nummer)
    zeg(dienst, nummer, acr=niveau)
    # only the token counts: what the other answer says of the level does not
    dienst.mens["acr"] = "hoog"
    client = Client()
    assert via_digid(client).url == TE_LAAG
    assert client.get("/mijn/").status_code == 302
    assert "veiliger" in client.get(TE_LAAG).content.decode()


def test_the_level_is_a_setting(stad: Stad, dienst: Dienst) -> None:
    nummer = bsn(114_000_000)
    met_bsn(stad, nummer)
    with override_settings(VOORDEUR_DIGID_NIVEAU="hoog"):
        zeg(dienst, nummer)
        assert via_digid(Client()).url == TE_LAAG
        zeg(dienst, nummer, acr="urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI")
        assert via_digid(Client()).url == "/mijn/"


@pytest.mark.parametrize("nummer", ["", "123", "iets anders", bsn(199_000_000)])
def test_who_is_not_here_reads_what_to_do_and_gets_no_account(stad: Stad, dienst: Dienst, nummer: str) -> None:
    voor = Account.objects.count()
    zeg(dienst, nummer)
    client = Client()
    assert via_digid(client).url == ONBEKEND
    assert "Bel de gemeente" in client.get(ONBEKEND).content.decode()
    assert Account.objects.count() == voor


def test_an_account_that_staff_closed_stays_closed(stad: Stad, dienst: Dienst) -> None:
    nummer = bsn(115_000_000)
    dossier = met_bsn(stad, nummer)
    zeg(dienst, nummer)
    client = Client()
    via_digid(client)
    klant(stad, "consulent").post(f"/dossiers/{dossier.nummer}/account/sluiten/")
    assert client.get("/mijn/").status_code == 302
    assert via_digid(Client()).url == ONBEKEND


def test_who_is_known_in_two_regions_says_which_one(steden: tuple[Stad, Stad], dienst: Dienst) -> None:
    cache.clear()
    nummer = bsn(116_000_000)
    dossiers = {stad.regio: met_bsn(stad, nummer) for stad in steden}
    zeg(dienst, nummer)
    client = Client()
    assert via_digid(client).url == "/mijn/inloggen/digid/regio/"
    pagina = client.get("/mijn/inloggen/digid/regio/").content.decode()
    keuze = Account.objects.get(inwoner=dossiers[steden[1].regio].inwoner_id)
    assert f'value="{keuze.pk}"' in pagina
    vreemd = steden[0].accounts["consulent"].pk
    assert client.post("/mijn/inloggen/digid/regio/", {"account": vreemd}).status_code == 404
    assert client.post("/mijn/inloggen/digid/regio/", {"account": keuze.pk}).url == "/mijn/"
    assert int(client.session["_auth_user_id"]) == keuze.pk
    assert Client().get("/mijn/inloggen/digid/regio/").url == "/mijn/inloggen/"


def test_who_waits_too_long_with_saying_which_region_logs_in_again(
    steden: tuple[Stad, Stad], dienst: Dienst, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    nummer = bsn(118_000_000)
    dossiers = [met_bsn(stad, nummer) for stad in steden]
    zeg(dienst, nummer)
    client = Client()
    assert via_digid(client).url == "/mijn/inloggen/digid/regio/"
    keuze = Account.objects.get(inwoner=dossiers[0].inwoner_id)
    later = time.time() + 16 * 60
    monkeypatch.setattr("voordeur.web.mijn.views_digid.time.time", lambda: later)
    antwoord = client.post("/mijn/inloggen/digid/regio/", {"account": keuze.pk})
    assert antwoord.url == "/mijn/inloggen/"
    assert "_auth_user_id" not in client.session


def test_after_the_broker_one_goes_on_to_the_own_pages_and_never_elsewhere(stad: Stad, dienst: Dienst) -> None:
    nummer = bsn(117_000_000)
    met_bsn(stad, nummer)
    zeg(dienst, nummer)
    assert via_digid(Client(), next="/mijn/brieven/").url == "/mijn/brieven/"
    for elders in ("https://elders.example/", "/dossiers/"):
        assert via_digid(Client(), next=elders).url == "/mijn/"


def test_the_page_leads_there_only_when_there_is_a_broker(dienst: Dienst) -> None:
    antwoord = Client().get("/mijn/inloggen/")
    assert 'action="/inloggen/inwoner/start/"' in antwoord.content.decode()
    assert dienst.adres in antwoord.headers["Content-Security-Policy"]
    with override_settings(VOORDEUR_DIGID_UITGEVER="", SOCIALACCOUNT_PROVIDERS={}):
        assert "inwoner/start" not in Client().get("/mijn/inloggen/").content.decode()
        assert Client().post("/inloggen/inwoner/start/").status_code == 404


def test_in_the_demo_one_picks_a_resident_and_elsewhere_there_is_no_such_page(stad: Stad) -> None:
    dossier = breng_tot(stad, "genomen")
    pad = "/inloggen/demo/inwoner/"
    assert Client().get(pad).status_code == Client().post(pad, {"dossier": dossier.pk}).status_code == 404
    with alleen(stad), override_settings(VOORDEUR_DEMO=True):
        client = Client()
        assert f'value="{dossier.pk}"' in client.get(pad).content.decode()
        assert client.post(pad, {"dossier": 0}).status_code == 404
        assert client.post(pad, {"dossier": dossier.pk}).url == "/mijn/"
        assert client.get("/mijn/").status_code == 200
