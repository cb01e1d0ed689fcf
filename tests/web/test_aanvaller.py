"""What an attacker tries at the door: other names of the site, other paths, other sessions, files that bite."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.sessions.models import Session
from django.forms import ModelForm
from django.test import Client, override_settings

from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot
from voordeur.schermen.bestand import als_csv
from voordeur.toegang.actions.betrokkenen import Persoon, voeg_betrokkene_toe

KOPPEN = (
    {"HTTP_HOST": "kwaad.example"},
    {"HTTP_HOST": "127.0.0.1.kwaad.example"},
    {"HTTP_HOST": "127.0.0.1@kwaad.example"},
    {"HTTP_HOST": "127.0.0.1\r\nX-Kwaad: ja"},
)
PADEN = (
    "/static/../settings.py", "/static/..%2f..%2fsettings.py", "/static/%2e%2e/%2e%2e/etc/passwd", "/../../etc/passwd",
    "/static/voordeur/../../../../pyproject.toml", "/dossiers/..%2f..%2fbeheer/", "/static//etc/passwd",
)  # fmt: skip
FORMULES = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
)


@pytest.fixture
def deze(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


@pytest.mark.parametrize("kop", KOPPEN, ids=repr)
def test_another_name_of_the_site_is_refused(kop: dict[str, str]) -> None:
    with override_settings(ALLOWED_HOSTS=["127.0.0.1", "localhost"]):
        assert Client(raise_request_exception=False).get("/inloggen/", **kop).status_code == 400


def test_a_name_that_a_proxy_was_told_is_not_believed(deze: Stad) -> None:
    with override_settings(ALLOWED_HOSTS=["127.0.0.1", "testserver"]):
        antwoord = Client().get("/dossiers/", HTTP_X_FORWARDED_HOST="kwaad.example", HTTP_X_ORIGINAL_URL="/beheer/")
        assert antwoord.status_code == 302
        assert "kwaad" not in antwoord.headers["Location"]
        assert antwoord.headers["Location"] == "/inloggen/?next=/dossiers/"


@pytest.mark.parametrize("pad", PADEN)
def test_no_path_leads_out_of_what_is_offered(deze: Stad, pad: str) -> None:
    client = Client()
    client.force_login(deze.accounts["consulent"])
    antwoord = client.get(pad)
    assert antwoord.status_code in (302, 400, 403, 404)
    assert b"root:" not in antwoord.content
    assert b"DATABASES" not in antwoord.content


@pytest.mark.parametrize(
    "waarheen", ["//kwaad.example", "https://kwaad.example/", "/\\kwaad.example", "javascript:alert(1)"]
)
def test_logging_in_leads_nowhere_else(deze: Stad, waarheen: str) -> None:
    account = deze.accounts["consulent"]
    antwoord = Client().post(f"/inloggen/?next={waarheen}", {"login": account.email, "password": "geheim"})
    assert antwoord.status_code == 302
    assert "kwaad" not in antwoord.headers["Location"]
    assert "javascript" not in antwoord.headers["Location"]


def test_a_session_that_was_prepared_for_somebody_is_not_the_one_they_get(deze: Stad) -> None:
    """Session fixation: the key of before the login opens nothing after it."""
    slachtoffer = Client()
    slachtoffer.get("/inloggen/")
    sessie = slachtoffer.session
    sessie["gezet"] = "door een ander"
    sessie.save()
    slachtoffer.cookies["sessionid"] = vooraf = sessie.session_key
    slachtoffer.post("/inloggen/", {"login": deze.accounts["consulent"].email, "password": "geheim"})
    assert slachtoffer.get("/dossiers/").status_code == 200
    assert slachtoffer.cookies["sessionid"].value != vooraf
    assert not Session.objects.filter(session_key=vooraf).exists()
    aanvaller = Client()
    aanvaller.cookies["sessionid"] = vooraf
    assert aanvaller.get("/dossiers/").status_code == 302


def test_after_logging_out_the_old_cookie_opens_nothing(deze: Stad) -> None:
    client = Client()
    client.post("/inloggen/", {"login": deze.accounts["consulent"].email, "password": "geheim"})
    oud = client.cookies["sessionid"].value
    client.post("/uitloggen/")
    dief = Client()
    dief.cookies["sessionid"] = oud
    assert dief.get("/dossiers/").status_code == 302


def test_no_form_takes_over_what_the_database_keeps() -> None:
    """Each form names its own fields; none is made of a model. What is sent beside them: test_willekeurig."""

    def onder(klasse: type) -> list[type]:
        return [klasse, *(dieper for kind in klasse.__subclasses__() for dieper in onder(kind))]

    assert [klasse for klasse in onder(ModelForm) if klasse.__module__.startswith("voordeur.")] == []


@pytest.mark.parametrize("tekst", FORMULES, ids=repr)
def test_a_spreadsheet_takes_no_text_for_a_formula(tekst: str) -> None:
    (rij,) = als_csv(("kop",), [(tekst,)]).split("\r\n", 1)[1:]
    assert rij.lstrip('"').startswith("'")


def test_a_script_in_a_name_is_shown_as_text(deze: Stad) -> None:
    dossier = breng_tot(deze, "onderzoek")
    script = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    voeg_betrokkene_toe(deze.als("consulent"), dossier, "mantelzorger", Persoon(naam=script), van=OP, op=OP)
    client = Client()
    client.force_login(deze.accounts["consulent"])
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 2)):
        pagina = client.get(f"/dossiers/{dossier.nummer}/").content.decode()
    assert "&lt;script&gt;" in pagina
    assert "<script>alert" not in pagina
    assert "<img src=x" not in pagina
