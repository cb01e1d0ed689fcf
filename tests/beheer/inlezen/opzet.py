"""Files of an invented region, in any size, and the way from files to what was read in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tests.stad import Stad
from voordeur.beheer.actions import inlezen as acties
from voordeur.beheer.inlezen.omgeving import omgeving_van
from voordeur.beheer.inlezen.soorten import SOORTEN
from voordeur.beheer.inlezen.toetsen import toets, velden_van
from voordeur.beheer.inlezen.uitvoeren import neem_terug, toets_set, voer_uit, werker
from voordeur.beheer.inlezen.werkblad import Werkblad
from voordeur.beheer.models import Inleesset
from voordeur.inwoner.bsn import voldoet_aan_elfproef
from voordeur.kern.actor import als

OP = date(2026, 3, 2)
Rijen = list[dict[str, str]]


def bsn(nummer: int) -> str:
    """The so many-th invented BSN that passes the check."""
    begin = 900_000_000 + nummer * 50
    return next(str(kans) for kans in range(begin, begin + 50) if voldoet_aan_elfproef(str(kans)))


def als_csv(rijen: Sequence[Mapping[str, str]]) -> bytes:
    koppen = list(dict.fromkeys(naam for rij in rijen for naam in rij))
    regels = [koppen, *([rij.get(naam, "") for naam in koppen] for rij in rijen)]
    return "\r\n".join(";".join(regel) for regel in regels).encode()


def bestanden(stad: Stad, aantal: int = 3, *, wonend: int = 2) -> dict[str, Rijen]:
    """A whole region: one provider, a house with places, so many residents; the first `wonend` have a place."""
    with als(werker(stad.regio, None)):
        omgeving = omgeving_van(stad.regio, OP)
    arrangement = next(iter(omgeving.arrangementen), "")
    vorm = "beschermd-wonen" if "beschermd-wonen" in omgeving.vormen else next(iter(omgeving.vormen))
    product = arrangement or vorm
    if product not in omgeving.plekproducten:
        product = vorm = next(iter(omgeving.plekproducten))
    extra = {"arrangement": arrangement} if arrangement else {}
    alle = range(1, aantal + 1)
    return {
        "organisaties": [{"sleutel": "ORG-1", "naam": "De Haven", "soort": "aanbieder", "telefoon": "0123 456 789"}],
        "contracten": [
            {"sleutel": "CON-1", "aanbieder": "ORG-1", "nummer": "2025-17", "soort": "subsidie", "van": "01-01-2026",
             "tot": "31-12-2030", "dagprijs": "123,45"}
        ],
        "locaties": [{"sleutel": "LOC-1", "aanbieder": "ORG-1", "naam": "De Linde", "gemeente": stad.centrum}],
        "plekken": [
            {"sleutel": f"PLEK-{nr}", "locatie": "LOC-1", "nummer": str(nr), "product": product, "van": "01-01-2020"}
            for nr in alle
        ],
        "inwoners": [
            {"sleutel": f"INW-{nr}", "naam": f"de Wit-{nr}", "voornaam": "Sanne", "geboortedatum": "19-10-1990",
             "bsn": bsn(nr), "gemeente": (stad.gemeente, stad.andere_gemeente)[nr % 2], "straat": f"Kerkstraat {nr}",
             "plaats": "Voorbeeldstad"}
            for nr in alle
        ],
        "besluiten": [
            {"sleutel": f"BES-{nr}", "inwoner": f"INW-{nr}", "nummer": f"2025-{nr}", "genomen_op": "15-12-2025",
             "vorm": vorm, **extra, "leveringsvorm": "zin", "van": "01-01-2026", "tot": "31-12-2027"}
            for nr in alle
        ],
        "plaatsingen": [
            {"sleutel": f"WOO-{nr}", "besluit": f"BES-{nr}", "plek": f"PLEK-{nr}", "van": "01-02-2026"}
            for nr in range(1, wonend + 1)
        ],
        "wachtlijst": [
            {"sleutel": f"WA-{nr}", "besluit": f"BES-{nr}", "wacht_sinds": "20-12-2025", "wens": "Rust"}
            for nr in range(wonend + 1, aantal + 1)
        ],
        "beginbalans": [
            {"sleutel": "BAL-1", "jaar": "2026", "rekening": "Bank", "gemeente": stad.centrum, "debet": "1.000,00"},
            {"sleutel": "BAL-2", "jaar": "2026", "rekening": "0800", "gemeente": stad.centrum, "credit": "750"},
            {"sleutel": "BAL-3", "jaar": "2026", "rekening": "1400", "gemeente": stad.gemeente, "credit": "250"},
        ],
    }  # fmt: skip


def getoetst(stad: Stad, tabellen: Mapping[str, Rijen | bytes]) -> Werkblad:
    """What checking says of these files."""
    inhoud = {soort: deel if isinstance(deel, bytes) else als_csv(deel) for soort, deel in tabellen.items()}
    with als(werker(stad.regio, None)):
        return toets(omgeving_van(stad.regio, OP), inhoud)


def gebreken(blad: Werkblad) -> list[tuple[str, int, str]]:
    return [(fout.soort, fout.rij, fout.veld) for fout in blad.fouten]


def aangeboden(stad: Stad, tabellen: Mapping[str, Rijen], *, goede_regels: bool = False) -> Inleesset:
    """A set that waits for a colleague."""
    wie, bij = stad.als("beheerder"), acties.BijRegio(stad.centrum)
    deze: Inleesset = acties.begin(wie, bij, op=OP).object
    for soort, rijen in tabellen.items():
        acties.voeg_bestand_toe(wie, deze, soort, f"{soort}.csv", als_csv(rijen), op=OP)
    acties.laat_toetsen(wie, deze, op=OP)
    toets_set(stad.regio, deze.pk, OP)
    return acties.bied_aan(wie, deze, goede_regels=goede_regels, op=OP).object  # type: ignore[no-any-return]


def lees_in(stad: Stad, tabellen: Mapping[str, Rijen], *, goede_regels: bool = False) -> Inleesset:
    """The whole way, with a second person."""
    deze = aangeboden(stad, tabellen, goede_regels=goede_regels)
    acties.laat_uitvoeren(stad.als("controller"), deze, op=OP)
    voer_uit(stad.regio, deze.pk)
    with als(stad.als("beheerder")):
        deze.refresh_from_db()
    return deze


def draai_terug(stad: Stad, deze: Inleesset) -> Inleesset:
    """Take back by a second person, and by the worker."""
    acties.draai_terug(stad.als("teamleider"), deze, op=OP)
    neem_terug(stad.regio, deze.pk)
    with als(stad.als("beheerder")):
        deze.refresh_from_db()
    return deze


def alles_van(stad: Stad) -> Any:
    """An actor that sees every row of the region."""
    return als(werker(stad.regio, None))


def ruw(*regels: Iterable[str]) -> bytes:
    return "\n".join(";".join(regel) for regel in regels).encode()


def koppen(stad: Stad, soort: str) -> list[str]:
    with als(werker(stad.regio, None)):
        return [veld.naam for veld in velden_van(SOORTEN[soort], omgeving_van(stad.regio, OP))]
