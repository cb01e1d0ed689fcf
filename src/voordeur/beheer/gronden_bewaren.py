"""Why a request about own data may be refused, with the article of law, and what the letter then says."""

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
INZAGE_AFGEWEZEN = {
    "ander": Weigergrond(
        "Het schaadt de privacy van iemand anders", "In deze gegevens staat iets over iemand anders.",
        ("wmo/5.3.2", "avg/15-4"),
    ),
    "gegeven": Weigergrond(
        "De inwoner heeft deze gegevens al", "U kreeg deze gegevens al van ons.", ("avg/15",),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Afwijzing:
    """No to a kind of request: by which grounds, and in which words of the letter."""

    gronden: dict[str, Weigergrond]
    onderwerp: str
    kernzin: str
    wel: str


AFWIJZINGEN = {
    "vernietiging": Afwijzing(
        WEIGERGRONDEN, "Wij vernietigen uw gegevens niet", "Wij vernietigen uw gegevens nu niet.",
        "U kunt ons wel vragen om uw gegevens te bekijken of te verbeteren.",
    ),
    "correctie": Afwijzing(
        CORRECTIE_AFGEWEZEN, "Wij veranderen uw gegevens niet", "Wij veranderen dit gegeven niet.",
        "Wat u zelf schreef, bewaren wij naast het gegeven. Iedereen die het leest, ziet dat.",
    ),
    "inzage": Afwijzing(
        INZAGE_AFGEWEZEN, "Wij laten u deze gegevens niet zien", "Wij laten u deze gegevens niet zien.",
        "Op uw eigen pagina ziet u altijd uw brieven, en wie uw dossier zag.",
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
