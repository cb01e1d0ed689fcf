"""The conversation on a tablet: what is typed without a connection is in the database once there is one again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.pad.keuring import BREED, TELEFOON
from tests.stad import Stad
from tests.toegang.weg import breng_tot
from tests.web.browser import breder_dan_scherm, overtredingen
from tests.web.keur import venster
from tests.web.vensters import adres, browser
from voordeur.kern.actor import als
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries_concepten import concept_van

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag
TABLET = {"width": 1024, "height": 768}
STAND = "[data-concept-stand]"


def bewaard(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    with als(stad.als("consulent")):
        gevonden = concept_van(stad.als("consulent"), dossier, "onderzoek")
    return gevonden.velden if gevonden else {}


def test_typing_goes_on_without_a_connection_and_nothing_is_lost(
    stad: Callable[[str], Stad], browser: Any, adres: str
) -> None:
    from playwright.sync_api import expect

    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    gesprek = f"{adres}/dossiers/{dossier.nummer}/onderzoek/"
    with (
        override_settings(VOORDEUR_VANDAAG=date(2026, 3, 9)),
        venster(browser, adres, hier, "consulent", viewport=TABLET) as pagina,
    ):
        meldingen: list[str] = []
        pagina.on("console", lambda bericht: meldingen.append(bericht.text))
        pagina.goto(gesprek)
        assert overtredingen(pagina) == []
        assert breder_dan_scherm(pagina) <= 0
        stand = pagina.locator(STAND)
        pagina.fill("#id_behoeften", "Rust en een vast ritme.")
        expect(stand).to_contain_text("Bewaard om", timeout=8000)
        pagina.context.set_offline(True)
        pagina.fill("#id_netwerk", "Een zus komt elke week.")
        expect(stand).to_have_text("Geen verbinding: wat u typt staat nog op dit scherm.")
        # sending now would give the page of the browser itself
        pagina.get_by_role("button", name="Ga verder").click()
        assert pagina.input_value("#id_netwerk") == "Een zus komt elke week."
        assert "netwerk" not in bewaard(hier, dossier) or bewaard(hier, dossier)["netwerk"] == [""]
        pagina.context.set_offline(False)
        expect(stand).to_contain_text("Bewaard om", timeout=8000)
        assert bewaard(hier, dossier)["netwerk"] == ["Een zus komt elke week."]
        for maat in (TELEFOON, BREED):
            pagina.set_viewport_size(maat)
            pagina.goto(gesprek)
            assert pagina.input_value("#id_netwerk") == "Een zus komt elke week."
            assert overtredingen(pagina) == []
            assert breder_dan_scherm(pagina) <= 0
    assert not [tekst for tekst in meldingen if "Content Security Policy" in tekst]
