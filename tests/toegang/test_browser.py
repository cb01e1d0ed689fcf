"""The pages of the way in in a real browser: without faults of accessibility, on a wide screen and on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client, override_settings

from tests.stad import Stad
from tests.toegang.weg import breng_tot
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen

pytestmark = pytest.mark.traag
Bouw = Callable[[str], Stad]
BREED, TELEFOON = (1440, 900), (390, 844)


def test_axe_finds_nothing_and_the_pages_fit(stad: Bouw, omgeving: None, monkeypatch: pytest.MonkeyPatch) -> None:
    # playwright runs a loop in this thread; the database is asked by the threads of the server
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    hier = stad("drechtsteden")
    adressen = {
        "/dossiers/": "consulent",
        "/dossiers/nieuw/": "consulent",
        f"/dossiers/{breng_tot(hier, 'melding').nummer}/bevestigen/": "consulent",
        f"/dossiers/{(open_ := breng_tot(hier, 'onderzoek')).nummer}/": "consulent",
        f"/dossiers/{open_.nummer}/voorwaarden/": "consulent",
        f"/dossiers/{breng_tot(hier, 'besluit').nummer}/besluit/": "consulent",
        f"/dossiers/{breng_tot(hier, 'voorbereid').nummer}/ondertekenen/": "teamleider",
        f"/dossiers/{breng_tot(hier, 'genomen').nummer}/journaal/": "consulent",
        "/dossiers/termijnen/?wie=team": "consulent",
    }
    gebreken = []
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 9)), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for maat in (BREED, TELEFOON):
            for adres, wie in adressen.items():
                venster = browser.new_context(viewport={"width": maat[0], "height": maat[1]}, reduced_motion="reduce")
                venster.add_cookies([{"name": "sessionid", "value": sessie(hier, wie), "url": basis}])
                venster.add_init_script(path=AXE)
                pagina = venster.new_page()
                pagina.goto(basis + adres)
                for uitleg in pagina.locator("main details.waarom summary").all():
                    uitleg.click()
                if fouten := [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]:
                    gebreken.append((maat, adres, fouten))
                venster.close()
        browser.close()
    assert gebreken == []


def sessie(stad: Stad, wie: str) -> str:
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant.cookies["sessionid"].value
