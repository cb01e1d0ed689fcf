"""The resident's pages in a real browser: axe, a small phone, the keyboard alone, without JavaScript, and light."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import verblijf
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot, vers, voorstel_van
from tests.web.bewoner import account_van
from tests.web.browser import breder_dan_scherm
from tests.web.keur import keur, venster
from voordeur.toegang.actions.afspraken import Moment, Waarover, maak_afspraak
from voordeur.toegang.actions.klachten import Klachtbrief, dien_klacht_in
from voordeur.toegang.actions.van_inwoner import beantwoord_inwonervraag, vraag_behandelaar
from voordeur.toegang.actions.verslag import stel_verslag_op
from voordeur.toegang.models import Dossier

pytestmark = pytest.mark.traag
# the decision was due on 16 March
VANDAAG = date(2026, 3, 20)
KLEIN = {"width": 375, "height": 667}
# with an empty cache a page comes in well under two seconds over 400 kbit/s
ZWAARST = 60_000
# what a thumb touches and is lower than that
TE_KLEIN = """() => [...document.querySelectorAll("main a, main button, nav a, summary")]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44).map(e => e.innerText)"""


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=VANDAAG):
        yield bouw_stad("enschede")


@pytest.fixture(scope="module")
def paginas(stad: Stad) -> list[tuple[str, str]]:
    """Every page of residents: in the investigation, with a report, late, refused nothing, living somewhere."""
    mens = {naam: _bewoner(stad, naam, breng_tot(stad, stap)) for naam, stap in (
        ("onderzocht", "onderzoek"), ("verslag", "aanvraag"), ("te_laat", "besluit"), ("besloten", "genomen"),
    )}  # fmt: skip
    _bewoner(stad, "woont", verblijf(stad, nummer="mijn").dossier)
    onderzocht, wie = mens["onderzocht"], stad.als("consulent")
    zelf = stad.als("onderzocht")
    beantwoord_inwonervraag(wie, vraag_behandelaar(zelf, onderzocht, "Mag mijn zus mee?", op=OP).object, "Ja.", op=OP)
    vraag_behandelaar(zelf, onderzocht, "Hoe lang duurt het?", op=VANDAAG)
    dien_klacht_in(zelf, onderzocht, Klachtbrief(over="ons", tekst="Ik word nooit gebeld."), op=VANDAAG)
    moment = Moment(dag=date(2026, 4, 1), begint=time(14), eindigt=time(15))
    bij = Waarover(waar="Stadhuis, kamer 2", met="Noor Visser", waarover="Uw plan")
    afspraak = maak_afspraak(wie, onderzocht, moment, bij, op=VANDAAG).object
    stel_verslag_op(wie, mens["verslag"], "Wij adviseren hulp met toezicht.", versie=mens["verslag"].versie, op=OP)
    besluit = voorstel_van(stad, mens["besloten"])
    zaak = {naam: f"/mijn/zaak/{dossier.nummer}/" for naam, dossier in mens.items()}
    return [
        ("onderzocht", "/mijn/"), ("onderzocht", f"{zaak['onderzocht']}plan/"),
        ("onderzocht", f"{zaak['onderzocht']}opsturen/"), ("onderzocht", "/mijn/vragen/"),
        ("onderzocht", "/mijn/vragen/nieuw/"), ("onderzocht", "/mijn/klacht/"), ("onderzocht", "/mijn/brieven/"),
        ("onderzocht", f"/mijn/afspraken/{afspraak.pk}/ander-moment/"),
        ("verslag", "/mijn/"), ("verslag", f"{zaak['verslag']}verslag/"),
        ("te_laat", "/mijn/"), ("te_laat", f"{zaak['te_laat']}te-laat/besluit/"),
        ("besloten", "/mijn/"), ("besloten", f"{zaak['besloten']}besluit/{besluit.nummer}/"),
        ("besloten", f"{zaak['besloten']}besluit/{besluit.nummer}/bezwaar/"), ("woont", "/mijn/"),
    ]  # fmt: skip


def _bewoner(stad: Stad, naam: str, dossier: Dossier) -> Dossier:
    stad.accounts[naam] = account_van(stad, dossier)
    return vers(stad, dossier)


def test_axe_finds_nothing_and_the_pages_fit(
    stad: Stad, paginas: list[tuple[str, str]], browser: Any, adres: str
) -> None:
    assert keur(browser, adres, stad, paginas, titel="mijn") == []


def test_on_a_small_phone_without_javascript_each_page_is_whole_large_and_light(
    stad: Stad, paginas: list[tuple[str, str]], browser: Any, adres: str
) -> None:
    fouten: list[tuple[str, Any]] = []
    for wie in dict.fromkeys(wie for wie, _ in paginas):
        with venster(browser, adres, stad, wie, viewport=KLEIN, java_script_enabled=False) as pagina:
            for pad in (pad for deze, pad in paginas if deze == wie):
                gewicht: list[int] = []
                pagina.on("response", lambda antwoord, tel=gewicht: tel.append(len(antwoord.body())))
                pagina.goto(adres + pad)
                letters = pagina.locator("main p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
                klein = pagina.evaluate(TE_KLEIN)
                for fout, is_zo in (
                    ("te breed", breder_dan_scherm(pagina) > 0), ("kleine letters", letters < 20),
                    ("te zwaar", sum(gewicht) > ZWAARST), ("een script", pagina.locator("script").count() > 0),
                    ("niemand om mee te praten", pagina.locator("#h-praten").count() != 1),
                    (f"klein om te raken: {klein}", bool(klein)),
                ):  # fmt: skip
                    if is_zo:
                        fouten.append((pad, fout))
    assert fouten == []


def test_with_the_keyboard_alone_a_question_is_asked(
    stad: Stad, paginas: list[tuple[str, str]], browser: Any, adres: str
) -> None:
    with venster(browser, adres, stad, "besloten", java_script_enabled=False) as pagina:
        pagina.goto(f"{adres}/mijn/vragen/nieuw/")
        pagina.keyboard.press("Tab")
        assert pagina.locator(":focus").inner_text() == "Ga naar de inhoud"
        pagina.keyboard.press("Enter")
        _tab_naar(pagina, "textarea")
        pagina.keyboard.type("Wanneer hoor ik iets over een plek?")
        _tab_naar(pagina, "main button")
        pagina.keyboard.press("Enter")
        pagina.wait_for_url(f"{adres}/mijn/vragen/")
        assert "Wanneer hoor ik iets over een plek?" in pagina.locator("main").inner_text()
        # an empty form says what is wrong, and the first error is where one is
        pagina.goto(f"{adres}/mijn/klacht/")
        pagina.locator("main button").press("Enter")
        assert pagina.title().startswith("Fout:")
        assert pagina.locator("#fouten a").count() == 2


def _tab_naar(pagina: Any, doel: str) -> None:
    for _ in range(40):
        pagina.keyboard.press("Tab")
        if pagina.locator(f"{doel}:focus").count():
            return
    raise AssertionError(f"{doel} is met de toets Tab niet te bereiken")
