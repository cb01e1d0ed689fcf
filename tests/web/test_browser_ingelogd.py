"""The pages behind the login in a real browser, on a real database: axe, two widths, keyboard only, no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import contract, subsidie
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.browser import WAAR, breder_dan_scherm, overtredingen
from tests.web.keur import Blik, keur, venster
from tests.web.vensters import BREED, TELEFOON
from tests.web.wereld import vul
from voordeur.kern.models import Regio
from voordeur.web import views_demo

pytestmark = pytest.mark.traag
BINNEN = [
    ("consulent", "/werk/"),
    ("consulent", "/werk/?wie=niemand"),
    ("teamleider", "/werk/?wie=alle"),
    ("contractbeheerder", "/werk/"),
    ("aanbieder", "/aanbieder/"),
    ("andere_aanbieder", "/aanbieder/"),
    ("beheerder", "/beheer/"),
    ("beheerder", "/account/"),
    ("beheerder", "/account/wachtwoord/"),
    ("beheerder", "/inloggen/opnieuw/?next=/account/telefoon/"),
    ("beheerder", "/uitloggen/"),
    ("beheerder", "/hulp/"),
]
# opened by the form; a telephone is only coupled by who has just given the password
MET_WACHTWOORD = [("consulent", "/werk/?nummer=2099-1"), ("beheerder", "/account/telefoon/")]
# one of each: a field without a label inside an explanation, too wide, a second heading, a style that the CSP forbids
FOUTEN = (
    "<details class=waarom><summary>Waarom?</summary><input></details>"
    "<table width=2000><tr><td>breed</table><h1>Nog een</h1><p style='color: red'>rood</p>"
)
BUITEN = ["/inloggen/", "/inloggen/demo/", "/toegankelijkheid/", "/privacy/", "/hulp/", "/inloggen/wachtwoord/"]


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with (
        django_db_blocker.unblock(),
        override_settings(VOORDEUR_VANDAAG=OP, VOORDEUR_DEMO=True, EMAIL_HOST="post.example"),
        pytest.MonkeyPatch.context() as aanpassing,
    ):
        gebouwd = bouw_stad("enschede")
        # the page with the demo's accounts shows every region, also those of all other tests in this database
        echt = views_demo.regio_keuze
        aanpassing.setattr(views_demo, "keuzes", lambda op: [echt(Regio.objects.get(pk=gebouwd.regio), op)])
        vul(gebouwd, 2)
        contract(gebouwd)
        subsidie(gebouwd)
        for tot in ("onderzoek", "besluit", "voorbereid"):
            breng_tot(gebouwd, tot)
        yield gebouwd


def log_in(stad: Stad, pagina: Any, wie: str) -> None:
    """By the real form, on the page as it stands."""
    cache.clear()
    pagina.get_by_label("E-mailadres").fill(stad.accounts[wie].email)
    pagina.get_by_label("Wachtwoord").fill("geheim")
    pagina.get_by_role("button", name="Log in").click()


def test_axe_finds_nothing_behind_the_login_and_the_pages_fit(stad: Stad, browser: Any, adres: str) -> None:
    assert keur(browser, adres, stad, BINNEN, titel="web") == []


def test_axe_finds_nothing_before_the_login_and_the_pages_fit(stad: Stad, browser: Any, adres: str) -> None:
    assert keur(browser, adres, stad, [("", pad) for pad in BUITEN], titel="web") == []


@pytest.mark.parametrize(("wie", "pad"), MET_WACHTWOORD)
def test_the_form_leads_to_the_page_that_was_asked_for(
    stad: Stad, browser: Any, adres: str, wie: str, pad: str
) -> None:
    with venster(browser, adres, stad) as pagina:
        pagina.goto(adres + pad)
        log_in(stad, pagina, wie)
        assert pagina.url == adres + pad
        blik = Blik(f"web-{wie}-met-wachtwoord")
        blik.volg(pagina)
        blik.bezoek(pagina, adres + pad)
    assert blik.fouten == []


class Bederver:
    """A browser in which one page comes with faults that the server did not give it."""

    def __init__(self, browser: Any, pad: str) -> None:
        self.browser, self.pad = browser, pad

    def new_context(self, **keuzes: Any) -> Any:
        ruimte = self.browser.new_context(**keuzes)
        ruimte.route(f"**{self.pad}", self._bederf)
        return ruimte

    def _bederf(self, weg: Any) -> None:
        antwoord = weg.fetch()
        weg.fulfill(response=antwoord, body=antwoord.text().replace("</main>", f"{FOUTEN}</main>"))


def test_every_fault_is_named_with_its_page_and_the_page_beside_it_is_not(stad: Stad, browser: Any, adres: str) -> None:
    paginas = [("beheerder", "/hulp/"), ("beheerder", "/beheer/")]
    fouten = keur(Bederver(browser, "/beheer/"), adres, stad, paginas, titel="bedorven")
    assert [fout for fout in fouten if not fout.startswith(f"beheerder: {adres}/beheer/")] == []
    for maat in ("telefoon", "breed"):
        assert any(f"({maat}): label: " in fout for fout in fouten)
        assert any(f"({maat}): " in fout and "breder dan het scherm" in fout for fout in fouten)
    assert any("2 keer h1" in fout for fout in fouten)
    assert any("console: " in fout and "Content Security Policy" in fout for fout in fouten)


@pytest.mark.parametrize(("wie", "pad", "gezegd"), [("", "/beheer/", "200 op "), ("beheerder", "/er-niet/", "404 op ")])
def test_a_page_that_does_not_come_is_a_fault(
    stad: Stad, browser: Any, adres: str, wie: str, pad: str, gezegd: str
) -> None:
    assert any(gezegd in fout for fout in keur(browser, adres, stad, [(wie, pad)], titel="bedorven"))


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
def test_wrong_words_are_told_at_the_form(stad: Stad, open_pagina: Any, maat: tuple[int, int]) -> None:
    pagina = open_pagina("/inloggen/", maat)
    pagina.get_by_role("button", name="Log in").click()
    assert pagina.title().startswith("Fout: ")
    assert pagina.evaluate("document.activeElement.id") == "fouten"
    assert overtredingen(pagina) == []
    assert breder_dan_scherm(pagina) <= 0
    assert pagina.meldingen == []


def test_by_keyboard_alone_one_logs_in_opens_a_reason_and_logs_out(stad: Stad, open_pagina: Any) -> None:
    pagina = open_pagina("/inloggen/", BREED)
    _loop_naar(pagina, "login")
    pagina.keyboard.type(stad.accounts["consulent"].email)
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("geheim")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/werk/")
    _loop_naar(pagina, "Waarom deze datum?")
    pagina.keyboard.press("Enter")
    assert pagina.locator(".waarom__vak").first.is_visible()
    pagina.goto(pagina.url)
    _loop_naar(pagina, "Log uit")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/inloggen/")


def test_in_the_list_the_arrows_go_from_case_to_case(stad: Stad, browser: Any, adres: str) -> None:
    with venster(browser, adres, stad, "consulent") as pagina:
        pagina.goto(f"{adres}/werk/")
        zaken = pagina.locator(".zaak h3 a")
        zaken.first.focus()
        pagina.keyboard.press("ArrowDown")
        assert pagina.evaluate("document.activeElement.href").endswith(zaken.nth(1).get_attribute("href"))
        pagina.keyboard.press("ArrowUp")
        assert pagina.evaluate("document.activeElement.href").endswith(zaken.first.get_attribute("href"))


def _loop_naar(pagina: Any, naam: str) -> None:
    for _ in range(80):
        pagina.keyboard.press("Tab")
        halte = pagina.evaluate(WAAR)
        assert halte is None or (halte["rand"] == "3px" and halte["zichtbaar"]), halte
        if halte and halte["naam"].startswith(naam):
            return
    raise AssertionError(f"met Tab kom je niet bij {naam!r}")


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
def test_without_javascript_one_logs_in_filters_and_logs_out(
    stad: Stad, open_pagina: Any, maat: tuple[int, int]
) -> None:
    pagina = open_pagina("/inloggen/?next=/werk/", maat, javascript=False)
    log_in(stad, pagina, "consulent")
    assert pagina.url.endswith("/werk/")
    pagina.get_by_label("Welke zaken").select_option("alle")
    pagina.get_by_role("button", name="Zoek").click()
    assert "wie=alle" in pagina.url
    assert (
        pagina.get_by_text("Mevrouw de Wit").first.is_visible()
        or pagina.get_by_text("Mevrouw De Wit").first.is_visible()
    )
    if maat == TELEFOON:
        pagina.locator(".onderrail summary").click()
    pagina.get_by_role("button", name="Log uit").locator("visible=true").click()
    assert pagina.url.endswith("/inloggen/")


def test_in_the_demo_one_click_is_enough(stad: Stad, open_pagina: Any) -> None:
    pagina = open_pagina("/inloggen/demo/", TELEFOON, javascript=False)
    eigen = pagina.locator(f"section[aria-labelledby='h-{stad.regio}']")
    eigen.get_by_role("button", name=re.compile("^Beheerder")).click()
    assert pagina.url.endswith("/beheer/")
