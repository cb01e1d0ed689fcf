"""Why a request to destroy may be refused, with the article of law (article 5.3.5 lid 2 Wmo)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Weigergrond:
    """A ground: how people choose it, what the letter says, and its articles."""

    naam: str
    zin: str
    gronden: tuple[str, ...]


WET = ("wmo/5.3.5-2",)
WEIGERGRONDEN = {
    "belang_ander": Weigergrond(
        "Bewaren is van groot belang voor iemand anders", "Uw gegevens zijn van groot belang voor iemand anders.", WET
    ),
    "lopende_hulp": Weigergrond(
        "De hulp of de zaak loopt nog", "Uw zaak loopt nog, of u krijgt nog hulp. Zolang bewaren wij uw gegevens.", WET
    ),
    "bezwaar": Weigergrond(
        "Er loopt een bezwaar of beroep", "Er loopt nog een bezwaar of beroep. Zolang bewaren wij uw gegevens.", WET
    ),
    "betaling": Weigergrond(
        "Er moet nog iets betaald of verantwoord worden",
        "Er moet nog iets betaald of verantwoord worden. Zolang bewaren wij uw gegevens.", WET,
    ),
    "archiefwet": Weigergrond(
        "De Archiefwet verbiedt vernietigen", "De Archiefwet zegt dat wij deze gegevens moeten bewaren.", WET
    ),
}  # fmt: skip
CORRECTIE_AFGEWEZEN = {
    "klopt": Weigergrond("Het gegeven klopt", "Wij keken het na. Het gegeven klopt.", ("avg/16",)),
    "mening": Weigergrond(
        "Het is een oordeel, geen feit", "Dit is een oordeel van een medewerker. Uw eigen kijk staat er nu naast.",
        ("avg/16",),
    ),
}  # fmt: skip
# what a resident can ask to correct, by the code of the field
VELDEN = {
    "naam": "Mijn naam",
    "geboortedatum": "Mijn geboortedatum",
    "adres": "Mijn adres",
    "bsn": "Mijn burgerservicenummer",
    "onderzoek": "Het verslag van het onderzoek",
    "melding": "De melding",
    "anders": "Iets anders",
}
