"""The pages of decisions and objections in a real browser: without faults of accessibility, wide and on a phone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_besluit_vervolg import bereid, vervolg, wonend
from tests.toegang.test_bezwaar import afgewezen, ontvang
from tests.toegang.test_browser import BREED, TELEFOON, sessie
from tests.toegang.weg import breng_tot
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen

pytestmark = pytest.mark.traag
Bouw = Callable[[str], Stad]


def test_axe_finds_nothing_and_the_pages_fit(stad: Bouw, omgeving: None, monkeypatch: pytest.MonkeyPatch) -> None:
    # playwright runs a loop in this thread; the database is asked by the threads of the server
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from playwright.sync_api import sync_playwright

    hier, daar = stad("enschede"), stad("drechtsteden")
    woont, klaar = wonend(hier), breng_tot(hier, "genomen")
    bereid(hier, klaar, vervolg("intrekking", van=date(2027, 1, 1)))
    bezwaar = ontvang(hier, afgewezen(hier))
    besluit = breng_tot(daar, "besluit")
    paginas = (
        (hier, TELEFOON, "consulent", f"/dossiers/{bezwaar.dossier.nummer}/"),
        (hier, BREED, "consulent2", f"/dossiers/{bezwaar.dossier.nummer}/bezwaar/{bezwaar.pk}/horen/"),
        (hier, TELEFOON, "consulent", f"/dossiers/{woont.nummer}/vervolg/?soort=verlenging"),
        (hier, BREED, "teamleider", f"/dossiers/{klaar.nummer}/ondertekenen/"),
        (hier, TELEFOON, "teamleider", "/dossiers/te-ondertekenen/"),
        (hier, BREED, "consulent", "/dossiers/aflopend/?maanden=12"),
        (daar, TELEFOON, "consulent", f"/dossiers/{besluit.nummer}/pgb/"),
        (daar, BREED, "consulent", f"/dossiers/{besluit.nummer}/resultaten/"),
    )
    gebreken = []
    with override_settings(VOORDEUR_VANDAAG=date(2027, 12, 1)), dienst() as basis, sync_playwright() as beheer:
        browser = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for waar, maat, wie, adres in paginas:
            venster = browser.new_context(viewport={"width": maat[0], "height": maat[1]}, reduced_motion="reduce")
            venster.add_cookies([{"name": "sessionid", "value": sessie(waar, wie), "url": basis}])
            venster.add_init_script(path=AXE)
            pagina = venster.new_page()
            antwoord = pagina.goto(basis + adres)
            fouten = [] if antwoord and antwoord.status == 200 else ["geen pagina"]
            fouten += [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]
            gebreken += [(maat, adres, fouten)] if fouten else []
            venster.close()
        browser.close()
    assert gebreken == []
