"""The screens of offer and stays in a real browser: no faults of accessibility, wide and on a phone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pad.keuring import TELEFOON
from tests.stad import Stad
from tests.verblijf.opzet import OP, open_huis, wacht
from tests.web.browser import overtredingen
from tests.web.keur import keur, venster
from tests.web.vensters import adres, browser
from voordeur.verblijf.actions import plaats

__all__ = ["adres", "browser"]
pytestmark = pytest.mark.traag
PLAATSEN = "/verblijf/plaatsen/2026-0004/"


def vul(stad: Stad) -> list[tuple[str, str]]:
    """Some houses, residents and people who wait; who opens which page."""
    linde = open_huis(stad, "tot-12-intramuraal", 4)
    eik = open_huis(stad, "een-op-een", 2, naam="De Eik", huisvesting="excl", contract=False)
    ander = open_huis(stad, "tot-12-intramuraal", 2, naam="Het Anker", aanbieder=stad.andere_aanbieder)
    namen = ("El Idrissi", "Bakker", "van Dam")
    plekken = (linde.plekken[0], linde.plekken[1], ander.plekken[0])
    for volgnummer, (naam, plek) in enumerate(zip(namen, plekken, strict=True), start=1):
        besluit = wacht(stad, product="tot-12-intramuraal", nummer=f"000{volgnummer}", naam=naam)
        laatste = plaats(stad.als("consulent"), besluit, plek, vanaf=OP, op=OP).object
    wacht(stad, product="tot-12-intramuraal", nummer="0004")
    wacht(stad, product="een-op-een", nummer="0005", naam="Yıldız", leveringsvorm="pgb")
    wacht(stad, product="uitstroom", nummer="0006", naam="Hendriks", college=stad.centrum)
    beheer = "contractbeheerder"
    return [
        ("consulent", "/verblijf/wachtlijst/"),
        ("consulent", PLAATSEN),
        ("consulent", "/verblijf/plaatsen/2026-0006/"),
        ("consulent", "/verblijf/"),
        ("consulent", "/verblijf/?stand=voorbij"),
        ("consulent", f"/verblijf/{laatste.pk}/beeindigen/"),
        ("consulent", "/aanbod/"),
        (beheer, f"/aanbod/{stad.aanbieder}/"),
        (beheer, f"/aanbod/{stad.aanbieder}/contract/"),
        (beheer, f"/aanbod/{stad.aanbieder}/locatie/"),
        (beheer, f"/aanbod/locatie/{eik.locatie.pk}/plekken/"),
    ]


def test_axe_finds_nothing_and_the_pages_fit(drechtsteden: Stad, browser: Any, adres: str) -> None:
    paginas = vul(drechtsteden)
    assert keur(browser, adres, drechtsteden, paginas, titel="verblijf") == []


def test_a_place_is_chosen_by_keyboard_and_checked(drechtsteden: Stad, browser: Any, adres: str) -> None:
    vul(drechtsteden)
    with venster(browser, adres, drechtsteden, "consulent", viewport=TELEFOON) as pagina:
        pagina.goto(adres + PLAATSEN)
        pagina.locator("input[type=radio]").first.focus()
        pagina.keyboard.press("Space")
        pagina.keyboard.press("Enter")
        pagina.get_by_role("heading", name="Controleer uw antwoorden").wait_for()
        assert overtredingen(pagina) == []
        pagina.get_by_role("button", name="Plaats op deze plek").click()
        pagina.wait_for_url("**/wachtlijst/")
        assert "heeft een plek" in pagina.locator(".meldingen").inner_text()
