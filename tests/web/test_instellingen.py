"""What the settings are when nobody says anything: safe. And what a demo may have that real use may not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.web.hulp import WORTEL

VRAAG = """
import json
from voordeur.web import settings
print(json.dumps({naam: getattr(settings, naam) for naam in dir(settings) if naam.isupper()}, default=str))
"""


def instellingen(**omgeving: str) -> dict[str, Any]:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("VOORDEUR_", "DATABASE_"))}
    antwoord = subprocess.run(
        [sys.executable, "-c", VRAAG], env=schoon | {"PYTHONPATH": str(WORTEL / "src")} | omgeving,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    gevonden: dict[str, Any] = json.loads(antwoord.stdout)
    return gevonden


@pytest.fixture(scope="module")
def gewoon() -> dict[str, Any]:
    return instellingen()


def test_real_use_is_safe_without_saying_so(gewoon: dict[str, Any]) -> None:
    verwacht = {
        "DEBUG": False, "SECRET_KEY": "", "VOORDEUR_DEMO": False, "VOORDEUR_TWEEDE_FACTOR": True,
        "SESSION_COOKIE_SECURE": True, "CSRF_COOKIE_SECURE": True, "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_SAMESITE": "Lax", "SESSION_COOKIE_AGE": 8 * 3600,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True, "SECURE_HSTS_SECONDS": 365 * 24 * 3600, "X_FRAME_OPTIONS": "DENY",
        "SECURE_CONTENT_TYPE_NOSNIFF": True, "SECURE_PROXY_SSL_HEADER": None, "SOCIALACCOUNT_PROVIDERS": {},
        "EMAIL_HOST": "", "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
    }  # fmt: skip
    assert {naam: gewoon[naam] for naam in verwacht} == verwacht


@pytest.mark.parametrize("waarde", ["", "0", "nee", "true", "ja"])
def test_only_a_one_makes_a_demo(waarde: str) -> None:
    assert instellingen(VOORDEUR_DEMO=waarde)["VOORDEUR_DEMO"] is False


def test_a_demo_works_over_plain_http_without_a_telephone() -> None:
    demo = instellingen(VOORDEUR_DEMO="1")
    assert [demo[naam] for naam in ("VOORDEUR_DEMO", "VOORDEUR_TWEEDE_FACTOR", "SECURE_SSL_REDIRECT")] == [
        True, False, False,
    ]  # fmt: skip
    assert instellingen(VOORDEUR_DEMO="1", VOORDEUR_TWEEDE_FACTOR="verplicht")["VOORDEUR_TWEEDE_FACTOR"] is True


def test_addresses_proxies_and_the_provider_come_from_the_environment() -> None:
    gezet = instellingen(
        VOORDEUR_ADRESSEN="zorg.example,www.example", VOORDEUR_PROXYS="1", VOORDEUR_OIDC_UITGEVER="https://id.example",
        VOORDEUR_OIDC_KLANT="k", VOORDEUR_OIDC_GEHEIM="g", VOORDEUR_OIDC_NAAM="Stadsaccount",
    )  # fmt: skip
    assert gezet["ALLOWED_HOSTS"] == ["zorg.example", "www.example"]
    assert gezet["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    (app,) = gezet["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert (app["client_id"], app["secret"], app["name"]) == ("k", "g", "Stadsaccount")


def test_plain_http_is_sent_on_to_tls() -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        assert Client().get("/inloggen/").url == "https://testserver/inloggen/"


def test_tls_is_asked_of_the_browser_from_then_on() -> None:
    with override_settings(SECURE_HSTS_SECONDS=60):
        assert Client().get("/hulp/", secure=True).headers["Strict-Transport-Security"].startswith("max-age=60")


def test_another_host_is_refused() -> None:
    assert Client().get("/hulp/", headers={"host": "kwaad.example"}).status_code == 400
