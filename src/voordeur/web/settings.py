"""Settings of Django, from the environment. Nothing secret has a default outside a demo or a test."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from .omgeving import geheel
from .settings_inloggen import *  # noqa: F403
from .settings_inwoner import *  # noqa: F403

SECRET_KEY = os.environ.get("VOORDEUR_SLEUTEL", "")
# for what is about persons: the main keys (the one in use first) and the key of the blind indexes
VOORDEUR_HOOFDSLEUTELS = [deel for deel in os.environ.get("VOORDEUR_HOOFDSLEUTELS", "").split(",") if deel]
# where messages of the way out `map` are put
VOORDEUR_POSTMAP = os.environ.get("VOORDEUR_POSTMAP", "var/post")
# the destructions, outside the database: keep it beside the copies, never put an older one back
VOORDEUR_VERNIETIGINGEN = (
    os.environ.get("VOORDEUR_VERNIETIGINGEN") or f"{os.environ.get('VOORDEUR_VAR') or 'var'}/vernietigingen.jsonl"
)
# a scanner for viruses on what people upload (see inwoner/scanner.py); empty: none
VOORDEUR_SCANNER = os.environ.get("VOORDEUR_SCANNER", "")
# the BRP (see berichten/brp.py); empty: off
VOORDEUR_BRP_ADRES = os.environ.get("VOORDEUR_BRP_ADRES", "")
VOORDEUR_BRP_SLEUTEL = os.environ.get("VOORDEUR_BRP_SLEUTEL", "")
VOORDEUR_BRP_KOP = os.environ.get("VOORDEUR_BRP_KOP", "X-API-KEY")
FILE_UPLOAD_HANDLERS = ["voordeur.schermen.opladen.InHetGeheugen"]
VOORDEUR_INDEXSLEUTEL = os.environ.get("VOORDEUR_INDEXSLEUTEL", "")
# how many hours emergency access to one dossier lasts
VOORDEUR_NOODTOEGANG_UREN = geheel("VOORDEUR_NOODTOEGANG_UREN", 4)
# holds the legal day for a demo or a test; empty in real use
VOORDEUR_VANDAAG = date.fromisoformat(_dag) if (_dag := os.environ.get("VOORDEUR_VANDAAG")) else None
# how many calls of one API key are answered in a minute
VOORDEUR_API_PER_MINUUT = geheel("VOORDEUR_API_PER_MINUUT", 600)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("VOORDEUR_ADRESSEN", "127.0.0.1,localhost").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "voordeur.kern",
    "voordeur.inwoner",
    "voordeur.berichten",
    "voordeur.schermen",
    "voordeur.toegang",
    "voordeur.aanbod",
    "voordeur.verblijf",
    "voordeur.opvang",
    "voordeur.geld",
    "voordeur.verantwoording",
    "voordeur.beheer",
    "voordeur.api",
    # before allauth: its pages are ours
    "voordeur.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "voordeur.web.middleware.Verzoekregel",
    "voordeur.web.middleware.VeiligeKoppen",
    # before sessions and forms: a call has neither
    "voordeur.web.middleware.Machinedeur",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "voordeur.web.mijn.taal.TaalVanInwoner",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "voordeur.web.inloggen.middleware.Sessieduur",
    "voordeur.web.inloggen.middleware.TweedeFactorVerplicht",
    "voordeur.web.middleware.AlsActor",
]
CSRF_FAILURE_VIEW = "voordeur.web.fouten.verlopen"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "voordeur.web.schil.schil",
            ],
        },
    }
]
STATIC_URL = "static/"
STATIC_ROOT = os.environ.get("VOORDEUR_STATISCH", "var/statisch")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
ROOT_URLCONF = "voordeur.web.urls"
AUTH_USER_MODEL = "kern.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(url: str) -> dict[str, Any]:
    """A connection of Django from a libpq URL or DSN."""
    delen = conninfo_to_dict(url) if url else {}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": delen.get("dbname", "voordeur"),
        "USER": delen.get("user", ""),
        "PASSWORD": delen.get("password", ""),
        "HOST": delen.get("host", ""),
        "PORT": delen.get("port", ""),
    }


# `default` is the role that runs and owns nothing; `eigenaar` only migrates; `apart` writes what must stay when the
# transaction of the request is rolled back: a refusal in the journal.
DATABASES = {
    "default": database(os.environ.get("DATABASE_URL", "")),
    "eigenaar": database(os.environ.get("DATABASE_OWNER_URL", "")),
    "apart": database(os.environ.get("DATABASE_URL", "")),
}
DATABASE_ROUTERS = ["voordeur.kern.router.AlleenEigenaarMigreert"]

# Django's own handlers write the message of an exception; kern/logboek.py does not (see cli/dienst/kind.py)
LOGGING_CONFIG = None

TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
