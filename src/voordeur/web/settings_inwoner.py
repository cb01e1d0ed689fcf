"""Settings of the resident's door: the address in letters, how long a code works, the languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO

from .omgeving import geheel
from .settings_inloggen import SOCIALACCOUNT_PROVIDERS as VAN_REGIO

# the address of this site as it stands in a letter: 'https://voordeur.example.nl'
VOORDEUR_SITE = os.environ.get("VOORDEUR_SITE") or (
    f"https://{os.environ.get('VOORDEUR_ADRESSEN', '127.0.0.1').split(',')[0]}"
)
# how many days a code of a letter or an invitation works
VOORDEUR_CODE_DAGEN = geheel("VOORDEUR_CODE_DAGEN", 21)

# the languages of the resident's pages: Dutch, and every one with a file in `locale`
LANGUAGE_CODE = "nl"
LOCALE = Path(__file__).resolve().parents[1] / "locale"
LOCALE_PATHS = [str(LOCALE)]
LANGUAGE_COOKIE_NAME = "voordeur_taal"


def talen(map_: Path) -> list[tuple[str, str]]:
    """Each language by its code and as it calls itself: Dutch first, then by the files that there are."""
    codes = sorted(bestand.parents[1].name for bestand in map_.glob("*/LC_MESSAGES/django.mo"))
    eigen = {code: str(LANG_INFO.get(code.lower(), {}).get("name_local", code)) for code in codes}
    return [(LANGUAGE_CODE, "Nederlands"), *((code, naam[:1].upper() + naam[1:]) for code, naam in eigen.items())]


LANGUAGES = talen(LOCALE)

# the broker by which a resident comes in with DigiD; without an address there is none
VOORDEUR_DIGID_UITGEVER = os.environ.get("VOORDEUR_DIGID_UITGEVER", "")
# the lowest level that opens a file: basis, midden, substantieel or hoog
VOORDEUR_DIGID_NIVEAU = os.environ.get("VOORDEUR_DIGID_NIVEAU", "substantieel")
# the claim that holds the BSN
VOORDEUR_DIGID_BSN = os.environ.get("VOORDEUR_DIGID_BSN", "bsn")
DIGID_ID = "inwoner"


def makelaar(uitgever: str, klant: str, geheim: str, naam: str) -> list[dict[str, Any]]:
    """The broker of residents as allauth wants it; nothing when there is none. It is asked for no more than needed."""
    if not uitgever:
        return []
    instellingen = {"server_url": uitgever, "oauth_pkce_enabled": True, "scope": ["openid"]}
    app = {"provider_id": DIGID_ID, "name": naam, "client_id": klant, "secret": geheim, "settings": instellingen}
    return [app]


def met_makelaar(van_regio: dict[str, Any], apps: list[dict[str, Any]]) -> dict[str, Any]:
    """The provider of staff first, when there is one, and the broker of residents beside it."""
    eerder = van_regio.get("openid_connect", {}).get("APPS", [])
    return {"openid_connect": {"APPS": [*eerder, *apps]}} if eerder or apps else {}


SOCIALACCOUNT_PROVIDERS = met_makelaar(
    VAN_REGIO,
    makelaar(
        VOORDEUR_DIGID_UITGEVER,
        os.environ.get("VOORDEUR_DIGID_KLANT", ""),
        os.environ.get("VOORDEUR_DIGID_GEHEIM", ""),
        os.environ.get("VOORDEUR_DIGID_NAAM", "DigiD"),
    ),
)
