"""The pages behind the login in a real browser, on a real database: axe, two widths, keyboard only, no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.geld.opzet import contract, subsidie
from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.browser import WAAR, breder_dan_scherm, overtredingen
from tests.web.vensters import BREED, TELEFOON
from tests.web.wereld import vul
from voordeur.kern.models import Regio
from voordeur.web import views_demo

pytestmark = pytest.mark.traag
BINNEN = [
    ("consulent", "/werk/"),
    ("consulent", "/werk/?nummer=2099-1"),
    ("consulent", "/werk/?wie=niemand"),
    ("teamleider", "/werk/?wie=alle"),
    ("contractbeheerder", "/werk/"),
    ("aanbieder", "/aanbieder/"),
    ("andere_aanbieder", "/aanbieder/"),
    ("beheerder", "/beheer/"),
    ("beheerder", "/account/"),
    ("beheerder", "/account/telefoon/"),
    ("beheerder", "/account/wachtwoord/"),
    ("beheerder", "/uitloggen/"),
    ("beheerder", "/hulp/"),
]
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


@pytest.fixture
def kom_binnen(stad: Stad, open_pagina: Any) -> Callable[..., Any]:
    """Log in by the real form, and open a page."""

    def open_(wie: str, pad: str, maat: tuple[int, int], javascript: bool = True) -> Any:
        cache.clear()
        pagina = open_pagina(f"/inloggen/?next={pad.replace('?', '%3F')}", maat, javascript)
        pagina.get_by_label("E-mailadres").fill(stad.accounts[wie].email)
        pagina.get_by_label("Wachtwoord").fill("geheim")
        pagina.get_by_role("button", name="Log in").click()
        assert pagina.url.endswith(pad)
        return pagina

    return open_


def klopt_op_beide(pagina: Any) -> None:
    """The page on a phone, and then on a desk."""
    klopt(pagina)
    pagina.set_viewport_size({"width": BREED[0], "height": BREED[1]})
    pagina.reload()
    klopt(pagina)


def klopt(pagina: Any) -> None:
    for uitleg in pagina.locator("main details summary").all():
        uitleg.click()
    assert overtredingen(pagina) == []
    assert breder_dan_scherm(pagina) <= 0
    assert pagina.meldingen == []


@pytest.mark.parametrize(("wie", "pad"), BINNEN)
def test_axe_finds_nothing_behind_the_login_and_the_page_fits(kom_binnen: Any, wie: str, pad: str) -> None:
    klopt_op_beide(kom_binnen(wie, pad, TELEFOON))


@pytest.mark.parametrize("pad", BUITEN)
def test_axe_finds_nothing_before_the_login_and_the_page_fits(stad: Stad, open_pagina: Any, pad: str) -> None:
    klopt_op_beide(open_pagina(pad, TELEFOON))


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
def test_wrong_words_are_told_at_the_form(stad: Stad, open_pagina: Any, maat: tuple[int, int]) -> None:
    pagina = open_pagina("/inloggen/", maat)
    pagina.get_by_role("button", name="Log in").click()
    assert pagina.title().startswith("Fout: ")
    assert pagina.evaluate("document.activeElement.id") == "fouten"
    klopt(pagina)


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


def test_in_the_list_the_arrows_go_from_case_to_case(kom_binnen: Any) -> None:
    pagina = kom_binnen("consulent", "/werk/", BREED)
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
def test_without_javascript_one_logs_in_filters_and_logs_out(kom_binnen: Any, maat: tuple[int, int]) -> None:
    pagina = kom_binnen("consulent", "/werk/", maat, javascript=False)
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
