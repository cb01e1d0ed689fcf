"""Another region, a dispute and a correction in a real browser: without faults of accessibility, and they fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_geschillen import BEGIN
from tests.toegang.test_landelijk import antwoorden, van_elders
from tests.toegang.test_verplaatsen import NIEUW
from tests.toegang.wandel import loop, pad
from tests.toegang.weg import OP, breng_tot
from tests.web.keur import Blik, keur, venster
from tests.web.vensters import adres, browser

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


def test_the_pages_have_no_faults_and_fit(stad: Callable[[str], Stad], browser: Any, adres: str) -> None:
    hier = stad("drechtsteden")
    elders, fout = van_elders(hier), breng_tot(hier, "genomen")
    loop(hier, elders, "landelijk/", **antwoorden(hier, "ja"))
    loop(hier, elders, "landelijk/raadplegen/", controle=False)
    loop(hier, elders, "geschil/", **BEGIN)
    loop(hier, fout, "corrigeren/naam/", naam="de Witte", voornaam="Sanne", aanhef="mevrouw", reden="typefout")
    loop(hier, fout, "verplaatsen/", **NIEUW)
    paden = [pad(elders, deel) for deel in ("", "landelijk/", "landelijk/kiezen/", "geschil/landelijk/")]
    paden += [pad(fout, deel) for deel in ("corrigeren/", "corrigeren/geboortedatum/", "verplaatsen/")]
    with override_settings(VOORDEUR_VANDAAG=OP):
        assert keur(browser, adres, hier, [("consulent", deel) for deel in paden], titel="landelijk") == []
        with venster(browser, adres, hier, "consulent") as pagina:
            blik = Blik("landelijk-gevolgen")
            blik.volg(pagina)
            pagina.goto(adres + pad(fout, "corrigeren/geboortedatum/"))
            _vul_in(pagina)
            blik.kijk(pagina)
    assert blik.fouten == []


def _vul_in(pagina: Any) -> None:
    """On to the page that says what would change."""
    pagina.fill("[name=geboortedatum]", "2010-03-04")
    pagina.check("[name=reden][value=stuk]")
    pagina.click("main button[type=submit]")
    pagina.wait_for_selector("#h-gevolgen")
