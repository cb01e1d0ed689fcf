"""The pages of a region's route in a real browser: without faults of accessibility, on a wide screen and on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.opweg import OP
from tests.toegang.test_browser import BREED, TELEFOON, sessie
from tests.toegang.weg import breng_tot, vers
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen
from voordeur.toegang.actions import Vraag, stel_vraag

pytestmark = pytest.mark.traag
Bouw = Callable[[str], Stad]


def test_axe_finds_nothing_and_the_pages_fit(stad: Bouw, omgeving: None, monkeypatch: pytest.MonkeyPatch) -> None:
    # playwright runs a loop in this thread; the database is asked by the threads of the server
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek", melder="verwijzer", bsn="123456782")
    vraag = Vraag(stap="afstemming", tekst="Wat weet u?")
    stel_vraag(hier.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP)
    begin = f"/dossiers/{vers(hier, dossier).nummer}/"
    paden = (begin, f"{begin}stap/overdracht/", "/dossiers/wachten/", "/dossiers/aanmeldlijst/")
    gebreken = []
    with override_settings(VOORDEUR_VANDAAG=OP), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for maat in (BREED, TELEFOON):
            venster = browser.new_context(viewport={"width": maat[0], "height": maat[1]}, reduced_motion="reduce")
            venster.add_cookies([{"name": "sessionid", "value": sessie(hier, "consulent"), "url": basis}])
            venster.add_init_script(path=AXE)
            pagina = venster.new_page()
            for pad in paden:
                pagina.goto(basis + pad)
                if fouten := [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]:
                    gebreken.append((maat, pad, fouten))
            venster.close()
        browser.close()
    assert gebreken == []
