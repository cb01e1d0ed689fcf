"""What people do with the money of the region."""

from .declaraties import dien_declaratie_in, keur_declaratie_goed, wijs_declaratie_af
from .grootboek import storneer
from .jaren import BijJaar, sluit_jaar, stel_begroting_vast
from .subsidies import (
    bereid_subsidie_voor,
    bereid_vaststelling_voor,
    keur_af,
    keur_goed,
    stel_subsidie_vast,
    verleen_subsidie,
    zet_voorschot_klaar,
)
from .verrekening import bereid_verrekening_voor, stel_verrekening_vast

__all__ = [
    "BijJaar",
    "bereid_subsidie_voor",
    "bereid_vaststelling_voor",
    "bereid_verrekening_voor",
    "dien_declaratie_in",
    "keur_af",
    "keur_declaratie_goed",
    "keur_goed",
    "sluit_jaar",
    "stel_begroting_vast",
    "stel_subsidie_vast",
    "stel_verrekening_vast",
    "storneer",
    "verleen_subsidie",
    "wijs_declaratie_af",
    "zet_voorschot_klaar",
]
