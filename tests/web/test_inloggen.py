"""Logging in on a real database, as the role that runs: password, second factor, the provider of the region."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from django.urls import get_resolver, reverse

from tests.stad import Stad
from tests.web.idp import Dienst, aanmelddienst
from voordeur.kern.models import Account
from voordeur.web.inloggen import middleware
from voordeur.web.settings_inloggen import oidc

INLOGGEN = "/inloggen/"


@pytest.fixture(autouse=True)
def _leeg_geheugen() -> None:
    """The rate limits of another test do not count here."""
    cache.clear()


@pytest.fixture
def noor(stad: Callable[[str], Stad]) -> Account:
    account = stad("enschede").accounts["consulent"]
    account.set_password("een lang wachtwoord")
    account.save()
    return account


def log_in(client: Client, account: Account, wachtwoord: str = "een lang wachtwoord", **velden: str) -> Any:
    return client.post(INLOGGEN, {"login": account.email, "password": wachtwoord, **velden})


def code_van(geheim: str) -> str:
    """The code of this half minute, with enough of it left to be handed in."""
    rest = 30 - time.time() % 30
    if rest < 3:
        time.sleep(rest)
    return format_hotp_value(hotp_value(geheim, next(yield_hotp_counters_from_time())))


def ingelogd(client: Client) -> bool:
    return "_auth_user_id" in client.session


def koppel(client: Client) -> tuple[str, Any]:
    """Couple a telephone; gives its secret and the page after it."""
    pagina = client.get("/account/telefoon/")
    geheim = pagina.context["form"].secret
    return geheim, client.post("/account/telefoon/", {"code": code_van(geheim)}, follow=True)


def test_the_running_role_owns_nothing_and_login_works(noor: Account) -> None:
    client = Client()
    antwoord = log_in(client, noor)
    assert (antwoord.status_code, antwoord.url) == (302, "/")
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
    assert "Log uit" in client.get("/hulp/").content.decode()


@pytest.mark.parametrize("fout", [{"password": "verkeerd"}, {"login": "niemand@example.org"}])
def test_a_wrong_address_and_a_wrong_password_get_the_same_answer(noor: Account, fout: dict[str, str]) -> None:
    antwoord = Client().post(INLOGGEN, {"login": noor.email, "password": "een lang wachtwoord", **fout})
    assert antwoord.context["form"].non_field_errors() == [
        "Dit e-mailadres of wachtwoord klopt niet. Probeer het opnieuw."
    ]
    assert "<title>Fout: " in antwoord.content.decode()


def test_after_five_wrong_passwords_the_right_one_has_to_wait(noor: Account) -> None:
    client = Client()
    for _ in range(5):
        log_in(client, noor, "verkeerd")
    antwoord = log_in(client, noor)
    assert "Wacht vijf minuten" in antwoord.content.decode()
    assert not ingelogd(client)


def test_many_requests_from_one_place_get_the_page_that_says_so(noor: Account) -> None:
    client = Client()
    antwoorden = [client.post(INLOGGEN, {}).status_code for _ in range(31)]
    assert (antwoorden[-1], set(antwoorden[:30])) == (429, {200})


def test_an_account_that_is_off_does_not_get_in(noor: Account) -> None:
    Account.objects.filter(pk=noor.pk).update(is_active=False)
    client = Client()
    log_in(client, noor)
    assert not ingelogd(client)


def test_the_login_page_is_kept_by_nobody() -> None:
    assert "no-store" in Client().get(INLOGGEN).headers["Cache-Control"]


def test_after_login_one_comes_where_one_wanted_to_go_but_never_elsewhere(noor: Account) -> None:
    assert log_in(Client(), noor, next="/hulp/").url == "/hulp/"
    assert log_in(Client(), noor, next="https://elders.example/").url == "/"


def test_logging_out_asks_a_post(noor: Account) -> None:
    client = Client()
    log_in(client, noor)
    assert "Wilt u uitloggen?" in client.get("/uitloggen/").content.decode()
    assert ingelogd(client)
    client.post("/uitloggen/")
    assert not ingelogd(client)


@pytest.mark.parametrize(
    "pad", ["signup/", "inloggen/signup/", "accounts/signup/", "account/email/", "3rdparty/", "2fa/", "confirm-email/"]
)
def test_no_other_page_of_allauth_is_there(pad: str) -> None:
    assert Client().get(f"/{pad}").status_code == 404


def test_every_allauth_page_there_is_stands_in_our_own_list() -> None:
    namen = {str(naam) for naam in get_resolver().reverse_dict if isinstance(naam, str)}
    allauth = {naam for naam in namen if naam.startswith(("account_", "mfa_", "socialaccount_", "openid_"))}
    assert not {naam for naam in allauth if "signup" in naam or "email" in naam or "webauthn" in naam}
    assert "account_login" in allauth


# ---- the second factor


@override_settings(VOORDEUR_TWEEDE_FACTOR=True)
def test_without_a_second_factor_nothing_opens_but_coupling_one(noor: Account) -> None:
    client = Client()
    log_in(client, noor)
    for pad in ("/", "/account/", "/dossiers/", "/account/wachtwoord/"):
        assert client.get(pad).url == "/account/telefoon/"
    _, pagina = koppel(client)
    assert pagina.redirect_chain[-1][0] == "/account/herstelcodes/"
    assert "voor het laatst" in pagina.content.decode()
    assert client.get("/account/").status_code == 200


@override_settings(VOORDEUR_TWEEDE_FACTOR=True)
def test_who_has_a_telephone_is_asked_for_its_code(noor: Account) -> None:
    eerste = Client()
    log_in(eerste, noor)
    geheim, _ = koppel(eerste)
    client = Client()
    assert log_in(client, noor).url == "/inloggen/code/"
    assert not ingelogd(client)
    fout = client.post("/inloggen/code/", {"code": "000000"})
    assert "Deze code klopt niet" in fout.content.decode()
    assert client.get("/account/").url.startswith("/inloggen/")
    # the code of this half minute has been used for coupling: the next one counts as well
    volgende = format_hotp_value(hotp_value(geheim, int(time.time()) // 30 + 1))
    with override_settings(MFA_TOTP_TOLERANCE=1):
        assert client.post("/inloggen/code/", {"code": volgende}).status_code == 302
    assert ingelogd(client)


def test_a_recovery_code_works_once(noor: Account) -> None:
    eerste = Client()
    log_in(eerste, noor)
    _, pagina = koppel(eerste)
    code = pagina.context["unused_codes"][0]
    uitslagen = []
    for _ in range(2):
        client = Client()
        log_in(client, noor)
        client.post("/inloggen/code/", {"code": code})
        uitslagen.append(ingelogd(client))
    assert uitslagen == [True, False]


def test_the_secret_of_a_telephone_is_locked_in_the_database(noor: Account) -> None:
    client = Client()
    log_in(client, noor)
    geheim, _ = koppel(client)
    opgeslagen = {deel.type: str(deel.data) for deel in Authenticator.objects.filter(user=noor)}
    assert set(opgeslagen) == {"totp", "recovery_codes"}
    assert geheim not in str(opgeslagen)


def test_some_time_after_login_decoupling_a_telephone_asks_the_password_again(
    noor: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    log_in(client, noor)
    koppel(client)
    assert client.get("/account/telefoon/weg/").status_code == 200
    nu = time.time()
    monkeypatch.setattr("voordeur.web.inloggen.adapters.time.time", lambda: nu + 301)
    assert client.get("/account/telefoon/weg/").url.startswith("/inloggen/opnieuw/")


# ---- the provider of the region


@pytest.fixture
def dienst() -> Iterator[Dienst]:
    with (
        aanmelddienst() as deze,
        override_settings(
            VOORDEUR_OIDC_UITGEVER=deze.adres,
            SOCIALACCOUNT_PROVIDERS=oidc(deze.adres, "voordeur", "geheim", "Stadsaccount"),
        ),
    ):
        yield deze


def via_dienst(client: Client) -> Any:
    naar = client.post("/inloggen/regio/start/")
    vraag = parse_qs(urlsplit(naar.url).query)
    assert vraag["code_challenge_method"] == ["S256"]
    return client.get("/inloggen/regio/terug/", {"code": "abc", "state": vraag["state"][0]})


def test_without_settings_there_is_no_provider() -> None:
    assert oidc("", "", "", "") == {}
    for pad in ("start", "terug"):
        assert Client().get(f"/inloggen/regio/{pad}/").status_code == 404
    assert "Of log in met" not in Client().get(INLOGGEN).content.decode()


def test_who_the_provider_knows_by_a_verified_address_gets_the_account_of_that_address(
    noor: Account, dienst: Dienst
) -> None:
    dienst.mens = {"sub": f"a-{noor.pk}", "email": noor.email.upper(), "email_verified": True}
    for _ in range(2):
        client = Client()
        assert via_dienst(client).url == "/"
        assert int(client.session["_auth_user_id"]) == noor.pk
    noor.refresh_from_db()
    assert noor.has_usable_password()
    assert "Of log in met Stadsaccount" in Client().get(INLOGGEN).content.decode()


@pytest.mark.parametrize("gecontroleerd", [False, None, "true"])
def test_an_address_that_is_not_verified_links_to_nobody(noor: Account, dienst: Dienst, gecontroleerd: object) -> None:
    dienst.mens = {"sub": f"b-{noor.pk}", "email": noor.email, "email_verified": gecontroleerd}
    client = Client()
    assert via_dienst(client).status_code == 403
    assert not ingelogd(client)
    assert not SocialAccount.objects.filter(user=noor).exists()


def test_an_unknown_address_never_makes_an_account(noor: Account, dienst: Dienst) -> None:
    voor = Account.objects.count()
    dienst.mens = {"sub": "c", "email": "iemand@elders.example", "email_verified": True}
    antwoord = via_dienst(Client())
    assert "U hebt hier nog geen account" in antwoord.content.decode()
    assert Account.objects.count() == voor


def test_who_comes_in_by_the_provider_is_still_asked_for_the_code(noor: Account, dienst: Dienst) -> None:
    eerste = Client()
    log_in(eerste, noor)
    koppel(eerste)
    dienst.mens = {"sub": f"d-{noor.pk}", "email": noor.email, "email_verified": True}
    assert via_dienst(Client()).url == "/inloggen/code/"


def test_the_browser_may_send_the_form_on_to_the_provider_and_to_nobody_else(dienst: Dienst) -> None:
    assert f"form-action 'self' {dienst.adres};" in Client().get(INLOGGEN).headers["Content-Security-Policy"]
    with override_settings(VOORDEUR_OIDC_UITGEVER=""):
        assert "form-action 'self';" in Client().get(INLOGGEN).headers["Content-Security-Policy"]


# ---- a new password


def test_without_a_mail_server_nobody_can_ask_for_a_new_password() -> None:
    for naam in ("account_reset_password", "account_reset_password_done"):
        assert Client().get(reverse(naam)).status_code == 404
    assert "Ik weet mijn wachtwoord niet meer" not in Client().get(INLOGGEN).content.decode()


@override_settings(EMAIL_HOST="post.example")
def test_with_a_mail_server_the_link_in_the_message_gives_a_new_password(noor: Account) -> None:
    client = Client()
    assert client.post("/inloggen/wachtwoord/", {"email": noor.email}).url == "/inloggen/wachtwoord/verstuurd/"
    (bericht,) = mail.outbox
    assert "U vroeg een nieuw wachtwoord" in bericht.body
    link = next(woord for woord in bericht.body.split() if woord.startswith("http"))
    pagina = client.get(urlsplit(link).path, follow=True)
    nieuw = {"password1": "vier losse woorden hier", "password2": "vier losse woorden hier"}
    assert client.post(pagina.request["PATH_INFO"], nieuw).url == "/inloggen/wachtwoord/klaar/"
    assert log_in(Client(), noor, "vier losse woorden hier").status_code == 302
    assert "werkt niet meer" in Client().get(urlsplit(link).path).content.decode()


@override_settings(EMAIL_HOST="post.example")
def test_an_unknown_address_gets_no_message_and_the_same_page(noor: Account) -> None:
    assert Client().post("/inloggen/wachtwoord/", {"email": "x@example.org"}).url == "/inloggen/wachtwoord/verstuurd/"
    assert mail.outbox == []


def test_a_new_password_must_be_long_and_twice_the_same(noor: Account) -> None:
    client = Client()
    log_in(client, noor)
    antwoord = client.post(
        "/account/wachtwoord/", {"oldpassword": "een lang wachtwoord", "password1": "kort", "password2": "anders"}
    )
    fouten = antwoord.context["form"].errors
    assert set(fouten) == {"password1"} or set(fouten) == {"password1", "password2"}


# ---- the end of a session


@pytest.mark.parametrize(("stil", "voorbij"), [(3599, False), (3601, True)])
def test_a_session_ends_after_an_hour_of_silence(
    noor: Account, monkeypatch: pytest.MonkeyPatch, stil: int, voorbij: bool
) -> None:
    client = Client()
    log_in(client, noor)
    client.get("/hulp/")
    begin = client.session[middleware.LAATST]
    monkeypatch.setattr(middleware.time, "time", lambda: begin + stil)
    client.get("/hulp/")
    assert ingelogd(client) is not voorbij


def test_a_session_ends_after_a_working_day_whatever_one_does(noor: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    log_in(client, noor)
    client.get("/hulp/")
    begin = client.session[middleware.SINDS]
    for uur in range(1, 17):
        monkeypatch.setattr(middleware.time, "time", lambda uur=uur: begin + uur * 1800)
        client.get("/hulp/")
        assert ingelogd(client)
    monkeypatch.setattr(middleware.time, "time", lambda: begin + 8 * 3600 + 1)
    assert "U was een tijd weg" in client.get("/hulp/").content.decode()
    assert not ingelogd(client)
