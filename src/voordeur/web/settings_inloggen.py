"""Settings of logging in: django-allauth with a password, a second factor, and the provider of the region (OIDC)."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from .omgeving import aan, geheel

# picking an account without a password: only for a demo with invented people
VOORDEUR_DEMO = aan("VOORDEUR_DEMO")
VOORDEUR_TWEEDE_FACTOR = (
    os.environ.get("VOORDEUR_TWEEDE_FACTOR", "uit" if VOORDEUR_DEMO else "verplicht") == "verplicht"
)

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:begin"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "naam")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]  # fmt: skip

ACCOUNT_ADAPTER = "voordeur.web.inloggen.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "voordeur.web.inloggen.formulieren.Inloggen",
    "reauthenticate": "voordeur.web.inloggen.formulieren.OpnieuwWachtwoord",
    "change_password": "voordeur.web.inloggen.formulieren.NieuwWachtwoord",
    "reset_password": "voordeur.web.inloggen.formulieren.WachtwoordVergeten",
    "reset_password_from_key": "voordeur.web.inloggen.formulieren.WachtwoordNaBericht",
}
# addresses of staff come from the manager, not from the person: nothing to verify before a telephone is coupled
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_ADAPTER = "voordeur.web.inloggen.adapters.TweedeFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Voordeur"
MFA_RECOVERY_CODE_COUNT = 10
MFA_FORMS = {
    "authenticate": "voordeur.web.inloggen.formulieren.Code",
    "reauthenticate": "voordeur.web.inloggen.formulieren.OpnieuwCode",
    "activate_totp": "voordeur.web.inloggen.formulieren.KoppelTelefoon",
}
# how many proxies stand before the application: the address that is counted in the rate limits comes from the outermost
ALLAUTH_TRUSTED_PROXY_COUNT = geheel("VOORDEUR_PROXYS", 0)

SOCIALACCOUNT_ADAPTER = "voordeur.web.inloggen.adapters.VanDeRegio"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
VOORDEUR_OIDC_UITGEVER = os.environ.get("VOORDEUR_OIDC_UITGEVER", "")
OIDC_ID = "regio"


def oidc(uitgever: str, klant: str, geheim: str, naam: str) -> dict[str, Any]:
    """The provider by which people of the region log in, as allauth wants it; nothing when there is none."""
    if not uitgever:
        return {}
    app = {
        "provider_id": OIDC_ID,
        "name": naam,
        "client_id": klant,
        "secret": geheim,
        "settings": {"server_url": uitgever, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def herkomst(adres: str) -> str:
    """Scheme and host of an address: what the browser may send a form on to."""
    delen = urlsplit(adres)
    return f"{delen.scheme}://{delen.netloc}" if delen.netloc else ""


SOCIALACCOUNT_PROVIDERS = oidc(
    VOORDEUR_OIDC_UITGEVER,
    os.environ.get("VOORDEUR_OIDC_KLANT", ""),
    os.environ.get("VOORDEUR_OIDC_GEHEIM", ""),
    os.environ.get("VOORDEUR_OIDC_NAAM", "uw werkaccount"),
)

STARTTLS = 587
# mail only goes out when a server is named; without one nobody can ask for a new password by mail
EMAIL_HOST = os.environ.get("VOORDEUR_MAILSERVER", "")
EMAIL_PORT = geheel("VOORDEUR_MAILPOORT", STARTTLS)
EMAIL_HOST_USER = os.environ.get("VOORDEUR_MAILGEBRUIKER", "")
EMAIL_HOST_PASSWORD = os.environ.get("VOORDEUR_MAILWACHTWOORD", "")
EMAIL_USE_TLS = EMAIL_PORT == STARTTLS
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("VOORDEUR_MAILADRES", "voordeur@localhost")

# a session ends when the browser closes, after a while without a request, and in any case after a working day
SESSION_COOKIE_AGE = VOORDEUR_SESSIE_LANGST = 8 * 60 * 60
VOORDEUR_SESSIE_STIL = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# everything over TLS, except in a demo on one's own machine
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not VOORDEUR_DEMO
SECURE_HSTS_SECONDS = 0 if VOORDEUR_DEMO else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not VOORDEUR_DEMO
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
