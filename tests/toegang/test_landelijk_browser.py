"""Another region, a dispute and a correction in a real browser: without faults of accessibility, and they fit."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_browser import BREED, TELEFOON, sessie
from tests.toegang.test_geschillen import BEGIN
from tests.toegang.test_landelijk import antwoorden, van_elders
from tests.toegang.test_verplaatsen import NIEUW
from tests.toegang.wandel import loop, pad
from tests.toegang.weg import OP, breng_tot
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen

pytestmark = pytest.mark.traag
Bouw = Callable[[str], Stad]


def test_the_pages_have_no_faults_and_fit(stad: Bouw, omgeving: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    hier = stad("drechtsteden")
    elders, fout = van_elders(hier), breng_tot(hier, "genomen")
    loop(hier, elders, "landelijk/", **antwoorden(hier, "ja"))
    loop(hier, elders, "landelijk/raadplegen/", controle=False)
    loop(hier, elders, "geschil/", **BEGIN)
    loop(hier, fout, "corrigeren/naam/", naam="de Witte", voornaam="Sanne", aanhef="mevrouw", reden="typefout")
    loop(hier, fout, "verplaatsen/", **NIEUW)
    pagina_s = [
        (pad(elders), BREED), (pad(elders), TELEFOON), (pad(elders, "landelijk/"), TELEFOON),
        (pad(elders, "landelijk/kiezen/"), BREED), (pad(elders, "geschil/landelijk/"), TELEFOON),
        (pad(fout, "corrigeren/"), BREED), (pad(fout, "verplaatsen/"), BREED),
    ]  # fmt: skip
    gebreken = []
    with override_settings(VOORDEUR_VANDAAG=OP), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

        def kijk(adres: str, maat: tuple[int, int], doe: Callable[[Any], None] = lambda _: None) -> None:
            venster = browser.new_context(viewport={"width": maat[0], "height": maat[1]}, reduced_motion="reduce")
            venster.add_cookies([{"name": "sessionid", "value": sessie(hier, "consulent"), "url": basis}])
            venster.add_init_script(path=AXE)
            pagina = venster.new_page()
            pagina.goto(basis + adres)
            doe(pagina)
            if gevonden := [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]:
                gebreken.append((maat, adres, gevonden))
            venster.close()

        for adres, maat in pagina_s:
            kijk(adres, maat)
        kijk(pad(fout, "corrigeren/geboortedatum/"), TELEFOON, _vul_in)
        browser.close()
    assert gebreken == []


def _vul_in(pagina: Any) -> None:
    """On to the page that says what would change."""
    pagina.fill("[name=geboortedatum]", "2010-03-04")
    pagina.check("[name=reden][value=stuk]")
    pagina.click("main button[type=submit]")
    pagina.wait_for_selector("#h-gevolgen")
