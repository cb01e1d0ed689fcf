"""The conversation on a tablet: what is typed without a connection is in the database once there is one again."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_browser import sessie
from tests.toegang.weg import breng_tot
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen
from voordeur.kern.actor import als
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries_concepten import concept_van

pytestmark = pytest.mark.traag
Bouw = Callable[[str], Stad]
TABLET, TELEFOON = {"width": 1024, "height": 768}, {"width": 390, "height": 844}
STAND = "[data-concept-stand]"


def bewaard(stad: Stad, dossier: Dossier) -> dict[str, Any]:
    with als(stad.als("consulent")):
        gevonden = concept_van(stad.als("consulent"), dossier, "onderzoek")
    return gevonden.velden if gevonden else {}


def test_typing_goes_on_without_a_connection_and_nothing_is_lost(
    stad: Bouw, omgeving: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import expect, sync_playwright

    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 9)), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        venster = browser.new_context(viewport=TABLET, reduced_motion="reduce")
        venster.add_cookies([{"name": "sessionid", "value": sessie(hier, "consulent"), "url": basis}])
        venster.add_init_script(path=AXE)
        pagina = venster.new_page()
        meldingen: list[str] = []
        pagina.on("console", lambda bericht: meldingen.append(bericht.text))
        pagina.goto(f"{basis}/dossiers/{dossier.nummer}/onderzoek/")
        assert overtredingen(pagina) == []
        assert breder_dan_scherm(pagina) <= 0
        stand = pagina.locator(STAND)
        pagina.fill("#id_behoeften", "Rust en een vast ritme.")
        expect(stand).to_contain_text("Bewaard om", timeout=8000)
        venster.set_offline(True)
        pagina.fill("#id_netwerk", "Een zus komt elke week.")
        expect(stand).to_have_text("Geen verbinding: wat u typt staat nog op dit scherm.")
        # sending now would give the page of the browser itself
        pagina.get_by_role("button", name="Ga verder").click()
        assert pagina.input_value("#id_netwerk") == "Een zus komt elke week."
        assert "netwerk" not in bewaard(hier, dossier) or bewaard(hier, dossier)["netwerk"] == [""]
        venster.set_offline(False)
        expect(stand).to_contain_text("Bewaard om", timeout=8000)
        assert bewaard(hier, dossier)["netwerk"] == ["Een zus komt elke week."]
        pagina.set_viewport_size(TELEFOON)
        pagina.goto(f"{basis}/dossiers/{dossier.nummer}/onderzoek/")
        assert pagina.input_value("#id_netwerk") == "Een zus komt elke week."
        assert overtredingen(pagina) == []
        assert breder_dan_scherm(pagina) <= 0
        browser.close()
    assert not [tekst for tekst in meldingen if "Content Security Policy" in tekst]
