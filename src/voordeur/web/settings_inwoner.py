"""Settings of the resident's door: the address in letters, how long a code works."""

from __future__ import annotations

import os

from .omgeving import geheel

# the address of this site as it stands in a letter: 'https://voordeur.example.nl'
VOORDEUR_SITE = os.environ.get("VOORDEUR_SITE") or (
    f"https://{os.environ.get('VOORDEUR_ADRESSEN', '127.0.0.1').split(',')[0]}"
)
# how many days a code of a letter or an invitation works
VOORDEUR_CODE_DAGEN = geheel("VOORDEUR_CODE_DAGEN", 21)
