"""The pages of decisions and objections in a real browser: without faults of accessibility, wide and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_besluit_vervolg import bereid, vervolg, wonend
from tests.toegang.test_bezwaar import afgewezen, ontvang
from tests.toegang.weg import breng_tot
from tests.web.keur import keur
from tests.web.vensters import adres, browser

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


def test_axe_finds_nothing_and_the_pages_fit(stad: Callable[[str], Stad], browser: Any, adres: str) -> None:
    hier, daar = stad("enschede"), stad("drechtsteden")
    woont, klaar = wonend(hier), breng_tot(hier, "genomen")
    bereid(hier, klaar, vervolg("intrekking", van=date(2027, 1, 1)))
    bezwaar = ontvang(hier, afgewezen(hier))
    besluit = breng_tot(daar, "besluit")
    paginas = [
        ("consulent", f"/dossiers/{bezwaar.dossier.nummer}/"),
        ("consulent2", f"/dossiers/{bezwaar.dossier.nummer}/bezwaar/{bezwaar.pk}/horen/"),
        ("consulent", f"/dossiers/{woont.nummer}/vervolg/?soort=verlenging"),
        ("teamleider", f"/dossiers/{klaar.nummer}/ondertekenen/"),
        ("teamleider", "/dossiers/te-ondertekenen/"),
        ("consulent", "/dossiers/aflopend/?maanden=12"),
    ]
    met_budget = [("consulent", f"/dossiers/{besluit.nummer}/{pad}/") for pad in ("pgb", "resultaten")]
    with override_settings(VOORDEUR_VANDAAG=date(2027, 12, 1)):
        fouten = keur(browser, adres, hier, paginas, titel="besluit")
        fouten += keur(browser, adres, daar, met_budget, titel="besluit-pgb")
    assert fouten == []
