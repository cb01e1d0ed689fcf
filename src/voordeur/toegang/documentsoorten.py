"""The kinds of papers that come in, and from whom, by the codes under which they are kept."""

from __future__ import annotations

PLAN, VERSLAG_GETEKEND, ANDERS = "persoonlijk_plan", "verslag_getekend", "anders"
DOCUMENTSOORTEN: dict[str, str] = {
    PLAN: "Persoonlijk plan",
    VERSLAG_GETEKEND: "Getekend verslag",
    "aanvraagformulier": "Aanvraagformulier",
    "identiteit": "Bewijs van identiteit",
    "machtiging": "Machtiging of uitspraak van de rechter",
    "behandelaar": "Informatie van een behandelaar",
    "advies": "Advies van een ander",
    "brief_inwoner": "Brief van de inwoner",
    ANDERS: "Ander document",
}
VAN: dict[str, str] = {
    "inwoner": "De inwoner",
    "vertegenwoordiger": "Iemand namens de inwoner",
    "gemeente": "Een gemeente",
    "zorgaanbieder": "Een zorgaanbieder",
    "behandelaar": "Een behandelaar",
    "ander": "Iemand anders",
}
EIGEN = "voordeur"
