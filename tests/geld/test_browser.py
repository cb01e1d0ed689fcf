"""The screens of the money in a real browser: no faults of accessibility, and they fit a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from tests.geld.conftest import Binnen
from tests.geld.opzet import JAAR, NU, VAN, blokverblijf, bouwer, contract, indexbegroting, verblijf
from tests.geld.test_declaraties import PRIJS, blok_voor, dien_in
from tests.geld.test_jaren import gesloten_jaar, verrekend
from tests.stad import Stad
from tests.web.browser import AXE, breder_dan_scherm, chromium, dienst, overtredingen
from voordeur.geld.actions import bereid_subsidie_voor, verleen_subsidie, zet_voorschot_klaar
from voordeur.geld.models import Declaratie, Subsidie
from voordeur.kern.actor import als

pytestmark = pytest.mark.traag
MATEN = {"breed": (1440, 900), "telefoon": (390, 844)}


@pytest.fixture(scope="module")
def adres(omgeving: None) -> Iterator[str]:
    with override_settings(VOORDEUR_VANDAAG=NU), dienst() as basis:
        yield basis


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    pad = chromium()
    # the browser keeps a loop of its own running in this thread, beside which the rows are made
    with pytest.MonkeyPatch.context() as omgeving_, sync_playwright() as beheer:
        omgeving_.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        venster = beheer.chromium.launch(executable_path=pad, args=["--no-sandbox"])
        yield venster
        venster.close()


def subsidiestad(stad: Callable[[str], Stad]) -> tuple[Stad, list[tuple[str, str]]]:
    """A settled year and a running one with something that waits; who opens which page."""
    from voordeur.aanbod.actions import BijOrganisatie

    gebouwd = stad("enschede")
    contract(gebouwd, voorbeeld=True)
    verblijf(gebouwd, nummer="2", college=gebouwd.andere_gemeente)
    verrekend(gebouwd, gesloten_jaar(gebouwd, voorbeeld=True))
    bij = BijOrganisatie(gebouwd.centrum, gebouwd.aanbieder)
    velden = {"jaar": 2026, "bedrag": Decimal("73000.00"), "op": VAN}
    nieuw = bereid_subsidie_voor(gebouwd.als("contractbeheerder"), bij, **velden).object
    verleen_subsidie(gebouwd.als("controller"), nieuw, op=VAN)
    for termijn, wie in ((1, "contractbeheerder"), (2, "controller")):
        zet_voorschot_klaar(gebouwd.als(wie), nieuw, termijn=termijn, op=NU)
    with als(bouwer(gebouwd)):
        nummers = list(Subsidie.objects.order_by("jaar").values_list("nummer", flat=True))
    return gebouwd, [
        ("controller", reverse("geld:inbox")),
        ("controller", reverse("geld:jaar", args=[JAAR])),
        ("controller", reverse("geld:grootboek", args=[JAAR])),
        ("controller", reverse("geld:subsidies")),
        ("controller", reverse("geld:subsidie", args=[nummers[0]])),
        ("controller", reverse("geld:betaling", args=["2026-0001"])),
        ("controller", reverse("geld:begroting", args=[2026])),
        ("contractbeheerder", reverse("geld:subsidie_nieuw")),
    ]


def bloksteden(stad: Callable[[str], Stad]) -> tuple[Stad, list[tuple[str, str]]]:
    """Claims that match and that do not; who opens which page."""
    dorp = stad("drechtsteden")
    contract(dorp, soort="inkoop")
    indexbegroting(dorp)
    plaatsing = blokverblijf(dorp)
    dien_in(dorp, plaatsing)
    dien_in(dorp, blokverblijf(dorp, nummer="2"), PRIJS + 1)
    vorig = blok_voor(dorp, NU) - 1
    with als(bouwer(dorp)):
        nummers = list(Declaratie.objects.order_by("id").values_list("nummer", flat=True))
    return dorp, [
        ("controller", reverse("geld:inbox")),
        ("controller", reverse("geld:declaratie", args=[nummers[1]])),
        ("controller", reverse("geld:jaar", args=[2026])),
        ("aanbieder", reverse("geld:declaraties")),
        ("aanbieder", reverse("geld:declareren")),
        ("aanbieder", reverse("geld:declareren_blok", args=[plaatsing.pk, vorig])),
    ]


@pytest.mark.parametrize("maat", MATEN)
@pytest.mark.parametrize("bouw", [subsidiestad, bloksteden])
def test_axe_finds_nothing_and_the_pages_fit(
    bouw: Any, maat: str, stad: Callable[[str], Stad], binnen: Binnen, browser: Any, adres: str, request: Any
) -> None:
    gebouwd, paginas = bouw(stad)
    gevonden = {}
    for nummer, (wie, pad) in enumerate(paginas):
        breedte, hoogte = MATEN[maat]
        venster = browser.new_context(viewport={"width": breedte, "height": hoogte}, reduced_motion="reduce")
        venster.add_init_script(path=AXE)
        sleutel = binnen(gebouwd, wie).cookies[settings.SESSION_COOKIE_NAME].value
        venster.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sleutel, "url": adres}])
        pagina = venster.new_page()
        pagina.goto(adres + pad)
        fouten = [*overtredingen(pagina), *(["te breed"] if breder_dan_scherm(pagina) > 0 else [])]
        if fouten:
            gevonden[pad] = fouten
        _bewaar(pagina, f"{bouw.__name__}-{nummer}-{maat}")
        venster.close()
    assert gevonden == {}


def _bewaar(pagina: Any, naam: str) -> None:
    """Pictures for who wants to look: set VOORDEUR_PLATEN to a folder."""
    import os

    if map_ := os.environ.get("VOORDEUR_PLATEN"):
        pagina.screenshot(path=f"{map_}/{naam}.png", full_page=True)
