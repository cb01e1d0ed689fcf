"""The way in without JavaScript and without a mouse, and two people at work on one dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.pad import weg
from tests.pad.conftest import Toneel
from tests.pad.toetsen import Toetsen
from tests.toegang.weg import breng_tot

pytestmark = pytest.mark.traag
DAG = date(2026, 3, 2)
VORM = "Beschermd wonen modulair"
CRITERIA = (
    "Er moet dag en nacht", "De cliënt kan in een eigen woning", "De cliënt kan met begeleiding zelf de huur",
    "De cliënt kan met begeleiding de woning", "De cliënt kan met begeleiding voor passende",
    "De cliënt kan groeien naar zelfstandig wonen",
)  # fmt: skip
BEHOEFTE = "Wat heeft de inwoner nodig"


@pytest.mark.parametrize(
    "hoe",
    [{"javascript": False, "breedtes": ("telefoon",)}, {"hand": Toetsen, "breedtes": ("breed",)}],
    ids=["zonder-javascript", "alleen-toetsenbord"],
)
def test_the_way_in(toneel: Callable[..., Toneel], hoe: dict[str, Any]) -> None:
    """The pages are those of the other paths, where axe looks at them, and all in both widths."""
    regio = toneel("enschede", axe=(), **hoe)
    regio.dag(DAG)
    weg.meld(regio.als("aanbieder"), regio.gemeente, DAG)
    consulent = regio.als("consulent")
    weg.bevestig(consulent)
    weg.onderzoek(consulent, DAG, overgangsrecht=True)
    weg.scoor(consulent)
    weg.vraag_na(consulent, "afstemming")
    weg.beoordeel(consulent, {VORM: dict.fromkeys(CRITERIA, "Ja")})
    consulent.zegt("mevrouw De Wit komt in aanmerking voor beschermd wonen modulair.")
    weg.ontvang_aanvraag(consulent, DAG)
    weg.bereid_voor(consulent, date(2026, 4, 1), date(2027, 3, 31))
    weg.onderteken(regio.als("teamleider"))


def test_who_comes_second_reads_what_a_colleague_did_and_keeps_what_was_typed(toneel: Callable[..., Toneel]) -> None:
    regio = toneel("enschede")
    regio.dag(DAG)
    adres = f"/dossiers/{breng_tot(regio.stad, 'onderzoek').nummer}/"
    eerste, tweede = regio.als("consulent"), regio.als("consulent2")
    tweede.open(adres)
    tweede.link("Leg het onderzoek vast")
    tweede.dag("Wanneer was het gesprek?", DAG)
    tweede.vul(BEHOEFTE, "Zij wil bij haar zus in de buurt wonen.")
    tweede.kies("Loopt er nog een recht van eerder dat meetelt?", "Nee")
    tweede.kies("Is het onderzoek klaar?", "Ja")
    eerste.open(adres)
    weg.scoor(eerste)
    tweede.knop("Ga verder")
    tweede.knop("Leg vast", status=409)
    tweede.zegt("Een collega was u voor", "Zelfredzaamheid gescoord. Consulent vulde de matrix in.")
    assert tweede.veld(BEHOEFTE).input_value() == "Zij wil bij haar zus in de buurt wonen."
    tweede.knop("Ga verder")
    tweede.knop("Leg vast")
    tweede.zegt("Het onderzoek is vastgelegd.")
