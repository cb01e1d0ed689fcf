"""What the BRP says of somebody, in the words of an identity, and how it is asked. Nothing leaves from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .bsn import voldoet_aan_elfproef
from .zoeknaam import VOORVOEGSELS, geboren_van

BSN, ZOEKEN = "RaadpleegMetBurgerservicenummer", "ZoekMetGeslachtsnaamEnGeboortedatum"
# no more than is used here; nationality, parents and children are not asked
VELDEN = (
    "burgerservicenummer", "naam.voornamen", "naam.voorvoegsel", "naam.geslachtsnaam", "naam.voorletters",
    "naam.aanduidingNaamgebruik", "geboorte.datum", "geslacht", "adressering.aanschrijfwijze",
    "adressering.adresregel1", "adressering.adresregel2", "adressering.adresregel3", "gemeenteVanInschrijving",
    "overlijden.datum", "geheimhoudingPersoonsgegevens",
)  # fmt: skip
ZOEKVELDEN = ("burgerservicenummer", "naam", "geboorte.datum", "geslacht", "adressering.adresregel1",
              "adressering.adresregel2", "gemeenteVanInschrijving", "geheimhoudingPersoonsgegevens")  # fmt: skip
AANHEF = {"V": "mevrouw", "M": "de heer"}


@dataclass(frozen=True)
class BrpPersoon:
    """One person of the BRP. `identiteit`: only what the BRP says, in the words that are used here.

    `geheim`: nobody may be told the address. `overleden`: the day as far as it is known, "onbekend" or "".
    `gemeente`: the code of where somebody is registered.
    """

    bsn: str
    identiteit: Mapping[str, Any]
    geheim: bool = False
    overleden: str = ""
    gemeente: str = ""


@dataclass(frozen=True)
class Bevraging:
    """A question to the BRP, of a college: by BSN, or by name and day of birth."""

    college_code: str
    bsn: str = ""
    identiteit: Mapping[str, Any] = field(default_factory=dict)
    pk: str = ""
    betreft: str = ""

    @property
    def kan(self) -> bool:
        """Whether there is enough to ask: the BRP wants a whole day of birth."""
        return bool(self.bsn) or bool(self.identiteit.get("naam") and geboren_van(self.identiteit).dag)


def als_vraag(vraag: Bevraging) -> dict[str, Any]:
    """The question as the BRP takes it."""
    if vraag.bsn:
        return {"type": BSN, "burgerservicenummer": [vraag.bsn], "fields": list(VELDEN)}
    geboren = geboren_van(vraag.identiteit)
    gezocht = {"type": ZOEKEN, "geslachtsnaam": zonder_voorvoegsel(str(vraag.identiteit["naam"])),
               "geboortedatum": geboren.tekst, "fields": list(ZOEKVELDEN)}  # fmt: skip
    voornaam = str(vraag.identiteit.get("voornaam") or "")
    return gezocht | ({"voornamen": voornaam} if voornaam else {})


def zonder_voorvoegsel(naam: str) -> str:
    """The family name as the BRP sorts it: 'de Wit' is Wit there. A name of prefixes only stays."""
    woorden = naam.split()
    while len(woorden) > 1 and woorden[0].lower().strip("'’") in VOORVOEGSELS:
        woorden = woorden[1:]
    return " ".join(woorden)


def lees_persoon(gegeven: Mapping[str, Any]) -> BrpPersoon:
    """A person as the BRP gives one; what is not there is not known, and what is strange is left out."""
    bsn = str(gegeven.get("burgerservicenummer") or "")
    overlijden, gemeente = _deel(gegeven, "overlijden"), _deel(gegeven, "gemeenteVanInschrijving")
    return BrpPersoon(
        bsn=bsn if bsn.isascii() and bsn.isdecimal() and len(bsn) == len("123456782") and voldoet_aan_elfproef(bsn)
        else "",
        identiteit={naam: waarde for naam, waarde in _identiteit(gegeven) if waarde},
        geheim=gegeven.get("geheimhoudingPersoonsgegevens") is True,
        overleden=_datum(_deel(overlijden, "datum")) or "onbekend" if overlijden else "",
        gemeente=str(gemeente.get("code") or ""),
    )  # fmt: skip


def _deel(gegeven: Mapping[str, Any], naam: str) -> Mapping[str, Any]:
    gevonden = gegeven.get(naam)
    return gevonden if isinstance(gevonden, Mapping) else {}


def _identiteit(gegeven: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    naam, adres = _deel(gegeven, "naam"), _deel(gegeven, "adressering")
    eigen = " ".join(filter(None, (naam.get("voorvoegsel"), naam.get("geslachtsnaam"))))
    geboren = _datum(_deel(_deel(gegeven, "geboorte"), "datum"))
    heel = len(geboren) == len("1994-03-04")
    gebruikt = _gebruikte_naam(naam, adres, eigen)
    yield "aanhef", AANHEF.get(str(_deel(gegeven, "geslacht").get("code")), "")
    yield "voornaam", str(naam.get("voornamen") or "")
    yield "voorletters", str(naam.get("voorletters") or "")
    yield "naam", gebruikt
    yield "geboortenaam", eigen if eigen != gebruikt else ""
    yield "geboortedatum", geboren if heel else ""
    yield "geboren", "" if heel else geboren
    yield "adres", [str(adres[f"adresregel{nummer}"]) for nummer in (1, 2, 3) if adres.get(f"adresregel{nummer}")]


def _gebruikte_naam(naam: Mapping[str, Any], adres: Mapping[str, Any], eigen: str) -> str:
    """The name that somebody wants to be written to: 'S.M. Bakker-de Wit' without the initials, else the own name."""
    eigen_gebruik = str(_deel(naam, "aanduidingNaamgebruik").get("code") or "E") == "E"
    geschreven = str(_deel(adres, "aanschrijfwijze").get("naam") or "")
    voorletters = str(naam.get("voorletters") or "")
    if eigen_gebruik or not geschreven or not geschreven.startswith(f"{voorletters} "):
        return eigen
    return geschreven.removeprefix(f"{voorletters} ").strip()


def _datum(datum: Mapping[str, Any]) -> str:
    """A day as far as the BRP knows it: '1994-03-04', '1994-03', '1994' or ''."""
    try:
        if datum.get("datum"):
            return date.fromisoformat(str(datum["datum"])).isoformat()
        jaar, maand = datum.get("jaar"), datum.get("maand")
        tekst = date(int(jaar), int(maand or 1), 1).isoformat() if jaar else ""
    except (TypeError, ValueError):
        return ""
    return tekst[: len("1994-03")] if maand else tekst[: len("1994")]
