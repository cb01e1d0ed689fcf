"""The pages of a region's route in a real browser: without faults of accessibility, on a wide screen and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.opweg import OP
from tests.toegang.weg import breng_tot, vers
from tests.web.keur import keur
from tests.web.vensters import adres, browser
from voordeur.toegang.actions import Vraag, stel_vraag

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


def test_axe_finds_nothing_and_the_pages_fit(stad: Callable[[str], Stad], browser: Any, adres: str) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek", melder="verwijzer", bsn="123456782")
    vraag = Vraag(stap="afstemming", tekst="Wat weet u?")
    stel_vraag(hier.als("consulent"), dossier, vraag, versie=dossier.versie, op=OP)
    begin = f"/dossiers/{vers(hier, dossier).nummer}/"
    paden = (begin, f"{begin}stap/overdracht/", "/dossiers/wachten/", "/dossiers/aanmeldlijst/")
    with override_settings(VOORDEUR_VANDAAG=OP):
        assert keur(browser, adres, hier, [("consulent", pad) for pad in paden], titel="wegen") == []
