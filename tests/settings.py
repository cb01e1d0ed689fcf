"""Settings of the tests: those of the application, with a key that is no secret."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet

from voordeur.web.settings import *  # noqa: F403

VOORDEUR_HOOFDSLEUTELS = [Fernet.generate_key().decode()]
VOORDEUR_INDEXSLEUTEL = "alleen-voor-de-tests"
SECRET_KEY = "alleen-voor-de-tests"
_VERNIETIGD = TemporaryDirectory(prefix="vd-vernietigd-")
VOORDEUR_VERNIETIGINGEN = f"{_VERNIETIGD.name}/vernietigingen.jsonl"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# tests of a screen log in without a telephone and ask over plain http; tests/web/test_instellingen.py has the defaults
VOORDEUR_TWEEDE_FACTOR = False
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
# a client of each test need not look through all static files; a browser gets them as in real use: tests/web/browser.py
WHITENOISE_AUTOREFRESH = True
