"""The door on a phone and without JavaScript: how many answers and how many clicks a bed takes."""

from __future__ import annotations

import os

import pytest
from django.test import override_settings

from tests.opvang.opzet import OP, Huis
from tests.toegang.test_browser import sessie
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen
from voordeur.kern.actor import als
from voordeur.opvang.actions.deur import Gast
from voordeur.opvang.models import Nacht

pytestmark = pytest.mark.traag
TELEFOON = {"width": 390, "height": 844}
DUIM = 48


def test_a_family_has_a_bed_after_two_answers_and_one_click_on_a_phone_without_javascript(
    huis: Huis, omgeving: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # playwright runs a loop in this thread; the database is asked by the threads of the server
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    dossier = huis.aan_de_deur(Gast(identiteit={"voornaam": "Els"}))
    gebreken = []
    with override_settings(VOORDEUR_VANDAAG=OP), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        venster = browser.new_context(viewport=TELEFOON, java_script_enabled=False)
        venster.add_cookies([{"name": "sessionid", "value": sessie(huis.stad, "nacht"), "url": basis}])
        pagina = venster.new_page()
        pagina.goto(f"{basis}/opvang/deur/")
        antwoorden, klikken = 0, 0
        for veld, waarde in (("naam", "Samira"), ("kinderen", "2")):
            pagina.fill(f"[name={veld}]", waarde)
            antwoorden += 1
        knop = pagina.get_by_role("button", name="Slaapt hier vannacht")
        vak = knop.bounding_box()
        assert vak is not None
        assert vak["height"] >= DUIM
        knop.click()
        klikken += 1
        assert "Bon 2026-" in pagina.inner_text("h1")
        assert (antwoorden, klikken) == (2, 1)
        venster.close()
        venster = browser.new_context(viewport=TELEFOON, reduced_motion="reduce")
        venster.add_cookies([{"name": "sessionid", "value": sessie(huis.stad, "nacht"), "url": basis}])
        venster.add_init_script(path=AXE)
        pagina = venster.new_page()
        for pad in ("", "deur/", "deur/geen-plek/", "cijfers/", f"{dossier.nummer}/", f"{dossier.nummer}/intake/"):
            pagina.goto(f"{basis}/opvang/{pad}")
            if fouten := [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]:
                gebreken.append((pad, fouten))
        browser.close()
    assert gebreken == []
    with als(huis.stad.als("nacht")):
        assert Nacht.objects.filter(kind=True).count() == 2
