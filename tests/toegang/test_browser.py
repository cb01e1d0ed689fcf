"""The pages of the way in in a real browser: without faults of accessibility, on a wide screen and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.weg import breng_tot
from tests.web.keur import keur
from tests.web.vensters import adres, browser

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag


def test_axe_finds_nothing_and_the_pages_fit(stad: Callable[[str], Stad], browser: Any, adres: str) -> None:
    hier = stad("drechtsteden")
    melding, onderzoek, besluit, voorbereid, genomen = (
        f"/dossiers/{breng_tot(hier, tot).nummer}/"
        for tot in ("melding", "onderzoek", "besluit", "voorbereid", "genomen")
    )
    paginas = [
        ("consulent", "/dossiers/"),
        ("consulent", "/dossiers/nieuw/"),
        ("consulent", f"{melding}bevestigen/"),
        ("consulent", onderzoek),
        ("consulent", f"{onderzoek}voorwaarden/"),
        ("consulent", f"{besluit}besluit/"),
        ("teamleider", f"{voorbereid}ondertekenen/"),
        ("consulent", f"{genomen}journaal/"),
        ("consulent", "/dossiers/termijnen/?wie=team"),
    ]
    with override_settings(VOORDEUR_VANDAAG=date(2026, 3, 9)):
        assert keur(browser, adres, hier, paginas, titel="toegang") == []
