"""One person by an agreement that pays by claims: other terms, an arrangement with a weight, a price from the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.pad import aanbodweg, geldweg, weg
from tests.pad.conftest import Toneel

pytestmark = pytest.mark.traag
MELDING, VAN, TOT = date(2026, 3, 2), date(2026, 3, 9), date(2027, 3, 8)
NA_HET_BLOK = date(2026, 4, 13)
CRITERIA = (
    "De cliënt moet met toezicht", "De cliënt heeft psychische", "De cliënt heeft ondersteuning",
    "De cliënt heeft vaak meteen", "Andere voorzieningen",
)  # fmt: skip
INDEX = " ".join(f"{jaar}=0" for jaar in range(2018, 2027))
WAT = f"{weg.WIE}, blok 114"


def test_one_person_all_the_way(toneel: Callable[..., Toneel]) -> None:
    regio = toneel("drechtsteden", axe=("telefoon",), breedtes=("telefoon",))
    _toegekend(regio)
    _geplaatst(regio)
    _gedeclareerd(regio)
    _niet_verrekend(regio)


def _toegekend(regio: Toneel) -> None:
    regio.dag(MELDING)
    weg.meld(regio.als("aanbieder"), regio.gemeente, MELDING)
    consulent = regio.als("consulent")
    weg.bevestig(consulent)
    weg.onderzoek(consulent, MELDING, overgangsrecht=False)
    weg.noteer(consulent, "screening")
    weg.scoor(consulent)
    weg.beoordeel(consulent, {"Beschermd wonen": dict.fromkeys(CRITERIA, "Ja")})
    weg.schaal_in(consulent)
    consulent.zegt("Dit past: ≤ 12 intramurale setting, zwaarte midden.")
    weg.ontvang_aanvraag(consulent, MELDING, stuk="Het getekende onderzoeksverslag")
    consulent.zegt("Besluit over beschermd wonen", "16 maart 2026", "Dit is geen termijn van de wet.")
    weg.bereid_voor(consulent, VAN, TOT)
    weg.onderteken(regio.als("teamleider"))


def _geplaatst(regio: Toneel) -> None:
    beheerder = regio.als("contractbeheerder")
    aanbodweg.contracteer(beheerder, "Een", date(2026, 1, 1))
    beheerder.zegt("De aanbieder stuurt declaraties. De prijzen staan in uw regeling.")
    aanbodweg.open_huis(beheerder, "De Linde", regio.centrum, "≤ 12 intramurale setting", date(2026, 1, 1))
    weg.plaats(regio.als("consulent"), VAN, "De Linde")


def _gedeclareerd(regio: Toneel) -> None:
    """A block of 28 days: a wrong amount is refused with its reason, the right one approved and booked."""
    regio.dag(NA_HET_BLOK)
    controller, aanbieder = regio.als("controller"), regio.als("aanbieder")
    geldweg.leg_begroting_vast(controller, 2026, "100.000,00", {"Indexcijfers per jaar": INDEX})
    geldweg.declareer(aanbieder, "Blok 114", "9.999,00")
    aanbieder.zegt(
        "Voorlopig: de declaratie klopt niet.",
        "De regio beslist",
        "De aanbieder vraagt € 9.999,00. Wij verwachten € 4.266,59.",
    )
    geldweg.wijs_declaratie_af(controller, WAT, "Het bedrag is hoger dan de prijs.")
    aanbieder.open("/geld/declaraties/")
    aanbieder.link("2026-0001")
    aanbieder.zegt("Deze declaratie is afgekeurd.", "Het bedrag is hoger dan de prijs.")
    geldweg.declareer(aanbieder, "Blok 114")
    aanbieder.zegt("Voorlopig: de declaratie klopt.", "De bewoner woonde er 28 van de 28 dagen.")
    geldweg.keur_declaratie_goed(controller, WAT)
    controller.open("/geld/2026/grootboek/")
    controller.zegt(f"4000 Lasten beschermd wonen {regio.gemeente} € 4.266,59")


def _niet_verrekend(regio: Toneel) -> None:
    controller = regio.als("controller")
    controller.open("/geld/2026/")
    controller.zegt("Dit jaar heeft geen verrekening.", "zegt niet hoe gemeenten een jaar verrekenen.")
    controller.zegt("kent geen verrekenregel. Daarom rekent niemand een jaar af.", "Lasten € 4.266,59")
