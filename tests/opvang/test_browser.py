"""The door on a phone and without JavaScript: how many answers and how many clicks a bed takes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.opvang.opzet import Huis
from tests.pad.keuring import TELEFOON
from tests.web.keur import keur, venster
from tests.web.vensters import adres, browser
from voordeur.kern.actor import als
from voordeur.opvang.actions.deur import Gast
from voordeur.opvang.models import Nacht

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag
DUIM = 48


def test_a_family_has_a_bed_after_two_answers_and_one_click_on_a_phone_without_javascript(
    huis: Huis, browser: Any, adres: str
) -> None:
    dossier = huis.aan_de_deur(Gast(identiteit={"voornaam": "Els"}))
    with venster(browser, adres, huis.stad, "nacht", viewport=TELEFOON, java_script_enabled=False) as pagina:
        pagina.goto(f"{adres}/opvang/deur/")
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
    paden = ("", "deur/", "deur/geen-plek/", "cijfers/", f"{dossier.nummer}/", f"{dossier.nummer}/intake/")
    assert keur(browser, adres, huis.stad, [("nacht", f"/opvang/{pad}") for pad in paden], titel="opvang") == []
    with als(huis.stad.als("nacht")):
        assert Nacht.objects.filter(kind=True).count() == 2
