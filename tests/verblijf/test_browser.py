"""The screens of offer and stays in a real browser: no faults of accessibility, wide and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings

from tests.aanbod.scherm import binnen
from tests.stad import Stad, bouw_stad
from tests.verblijf.opzet import OP, open_huis, wacht
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen
from voordeur.verblijf.actions import plaats

pytestmark = pytest.mark.traag
BREED, TELEFOON = (1440, 900), (390, 844)


def vul(stad: Stad) -> dict[str, str]:
    """Some houses, residents and people who wait; the addresses of the screens by name."""
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
    return {
        "wachtlijst": "/verblijf/wachtlijst/",
        "plaatsen": "/verblijf/plaatsen/2026-0004/",
        "plaatsen-niets": "/verblijf/plaatsen/2026-0006/",
        "bewoners": "/verblijf/",
        "bewoners-leeg": "/verblijf/?stand=voorbij",
        "beeindigen": f"/verblijf/{laatste.pk}/beeindigen/",
        "aanbod": "/aanbod/",
        "aanbieder": f"/aanbod/{stad.aanbieder}/",
        "contract": f"/aanbod/{stad.aanbieder}/contract/",
        "locatie": f"/aanbod/{stad.aanbieder}/locatie/",
        "plekken": f"/aanbod/locatie/{eik.locatie.pk}/plekken/",
    }


WIE = {"contract": "contractbeheerder", "locatie": "contractbeheerder", "plekken": "contractbeheerder"}
WIE |= {"aanbieder": "contractbeheerder"}


@pytest.fixture(scope="module")
def opzet(omgeving: None, django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[dict[str, str], Any]]:
    """The addresses, and the session of each role: made before the browser starts, which is asynchronous."""
    with django_db_blocker.unblock():
        stad = bouw_stad("drechtsteden")
        adressen = vul(stad)
        koekjes = {
            wie: binnen(stad, wie).cookies[settings.SESSION_COOKIE_NAME].value
            for wie in ("consulent", "contractbeheerder", "aanbieder")
        }
        yield adressen, koekjes


Openen = Callable[[str, tuple[int, int]], Any]


@pytest.fixture(scope="module")
def openen(opzet: tuple[dict[str, str], Any]) -> Iterator[Openen]:
    from playwright.sync_api import sync_playwright

    adressen, koekjes = opzet
    with dienst() as basis, sync_playwright() as beheer:
        venster = beheer.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])

        def open_(naam: str, maat: tuple[int, int]) -> Any:
            context = venster.new_context(viewport={"width": maat[0], "height": maat[1]}, reduced_motion="reduce")
            sleutel = koekjes[WIE.get(naam, "consulent")]
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sleutel, "url": basis}])
            context.add_init_script(path=AXE)
            pagina = context.new_page()
            pagina.goto(basis + adressen[naam])
            return pagina

        yield open_
        venster.close()


PAGINAS = (
    "wachtlijst", "plaatsen", "plaatsen-niets", "bewoners", "bewoners-leeg", "beeindigen", "aanbod", "aanbieder",
    "contract", "locatie", "plekken",
)  # fmt: skip


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
@pytest.mark.parametrize("naam", PAGINAS)
def test_axe_finds_nothing_and_the_page_fits(openen: Openen, naam: str, maat: tuple[int, int]) -> None:
    pagina = openen(naam, maat)
    assert pagina.locator("h1").count() == 1
    assert overtredingen(pagina) == []
    assert breder_dan_scherm(pagina) <= 0
    pagina.context.close()


def test_a_place_is_chosen_by_keyboard_and_checked(openen: Openen) -> None:
    pagina = openen("plaatsen", TELEFOON)
    pagina.locator("input[type=radio]").first.focus()
    pagina.keyboard.press("Space")
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="Controleer uw antwoorden").wait_for()
    assert overtredingen(pagina) == []
    pagina.get_by_role("button", name="Plaats op deze plek").click()
    pagina.wait_for_url("**/wachtlijst/")
    assert "heeft een plek" in pagina.locator(".meldingen").inner_text()
    pagina.context.close()
