"""Settings of the resident's door: the address in letters, how long a code works, the languages."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf.locale import LANG_INFO

from .omgeving import geheel

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
