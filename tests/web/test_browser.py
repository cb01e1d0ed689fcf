"""The style page in a real browser: without faults of accessibility, by keyboard, on a phone, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.browser import WAAR, breder_dan_scherm, overtredingen
from tests.web.vensters import BREED, HEEL_SMAL, TELEFOON

pytestmark = pytest.mark.traag
PAGINAS = ("/stijl/", "/stijl/?proef=1", "/er-niet/")


@pytest.mark.parametrize("pad", PAGINAS)
def test_axe_finds_nothing_and_the_page_fits(open_pagina: Any, pad: str) -> None:
    pagina = open_pagina(pad, BREED)
    for uitleg in pagina.locator("details.waarom summary").all():
        uitleg.click()
    assert pagina.locator("h1").count() == 1
    for breedte, hoogte in (BREED, TELEFOON, HEEL_SMAL):
        pagina.set_viewport_size({"width": breedte, "height": hoogte})
        assert overtredingen(pagina) == []
        assert breder_dan_scherm(pagina) <= 0
    assert [tekst for tekst in pagina.meldingen if "Failed to load resource" not in tekst] == []


def test_axe_does_notice_a_fault(open_pagina: Any) -> None:
    pagina = open_pagina("/stijl/", BREED)
    pagina.evaluate("document.querySelector('label').remove()")
    assert any(fout.startswith("label:") for fout in overtredingen(pagina))


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
def test_by_keyboard_every_stop_is_seen_and_has_a_rim(open_pagina: Any, maat: tuple[int, int]) -> None:
    pagina = open_pagina("/stijl/", maat)
    haltes = list(_haltes(pagina))
    assert haltes[0]["naam"] == "Ga naar de inhoud"
    assert len(haltes) > 25
    assert [halte for halte in haltes if halte["rand"] != "3px" or not halte["zichtbaar"]] == []
    assert [halte for halte in haltes if halte["hoog"] < 20] == []


def _haltes(pagina: Any) -> Iterator[dict[str, Any]]:
    for _ in range(100):
        pagina.keyboard.press("Tab")
        halte = pagina.evaluate(WAAR)
        if halte is None:
            return
        yield halte


def test_the_skip_link_leads_to_the_content(open_pagina: Any) -> None:
    pagina = open_pagina("/stijl/", BREED)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"


def test_the_whole_menu_opens_on_the_phone_and_escape_closes_it(open_pagina: Any) -> None:
    pagina = open_pagina("/stijl/", TELEFOON)
    menu = pagina.locator(".onderrail__meer")
    assert not menu.is_visible()
    pagina.locator(".onderrail summary").focus()
    pagina.keyboard.press("Enter")
    assert menu.is_visible()
    assert overtredingen(pagina) == []
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Escape")
    assert not menu.is_visible()
    assert pagina.evaluate("document.activeElement.innerText").strip() == "Meer"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_form_with_errors_leads_to_its_fields(open_pagina: Any, javascript: bool) -> None:
    pagina = open_pagina("/stijl/", TELEFOON, javascript)
    pagina.get_by_label("Naam").fill("Fatma Yıldız")
    pagina.get_by_role("button", name="Verstuur de proef").click()
    assert pagina.title().startswith("Fout: ")
    assert pagina.evaluate("document.activeElement.id") == "fouten"
    assert pagina.get_by_label("Naam").input_value() == "Fatma Yıldız"
    pagina.get_by_role("link", name="Kies telefoon of brief.").click()
    assert pagina.evaluate("document.activeElement.id") == "id_contact_0"


@pytest.mark.parametrize("maat", [BREED, TELEFOON], ids=str)
def test_without_javascript_explanation_and_menu_open(open_pagina: Any, maat: tuple[int, int]) -> None:
    pagina = open_pagina("/stijl/", maat, javascript=False)
    assert not pagina.locator(".waarom__vak").is_visible()
    pagina.get_by_text("Waarom deze datum?").click()
    assert pagina.locator(".waarom__vak").is_visible()
    if maat == TELEFOON:
        pagina.locator(".onderrail summary").click()
        assert pagina.locator(".onderrail__meer").is_visible()
    else:
        assert pagina.locator(".rail nav").is_visible()


@pytest.mark.parametrize(("pad", "waar"), [("/stijl/", "Sanne de Wit"), ("/stijl/?proef=1", "Er kloppen")])
def test_after_a_swap_the_focus_is_where_to_go_on_and_it_is_said(open_pagina: Any, pad: str, waar: str) -> None:
    """Also when the answer is 422: a form with errors replaces the form."""
    pagina = open_pagina("/stijl/", BREED)
    pagina.evaluate("pad => htmx.ajax('GET', pad, {target: '#inhoud', select: '#inhoud', swap: 'outerHTML'})", pad)
    pagina.wait_for_function("document.getElementById('omroep').textContent !== ''")
    assert pagina.evaluate("document.activeElement.innerText").startswith(waar)
    assert [tekst for tekst in pagina.meldingen if "Failed to load resource" not in tekst] == []
    assert overtredingen(pagina) == []


def test_larger_letter_spacing_does_not_break_the_page(open_pagina: Any) -> None:
    """WCAG 1.4.12."""
    pagina = open_pagina("/stijl/", TELEFOON)
    pagina.evaluate(
        """() => { for (const e of document.querySelectorAll("*"))
        Object.assign(e.style, {lineHeight: 1.5, letterSpacing: ".12em", wordSpacing: ".16em"}); }"""
    )
    assert breder_dan_scherm(pagina) <= 0


def test_the_style_and_the_letters_are_there(open_pagina: Any) -> None:
    pagina = open_pagina("/stijl/", BREED)
    assert pagina.evaluate("document.fonts.ready.then(() => document.fonts.check('18px \"Source Sans 3\"'))")
    assert pagina.evaluate("getComputedStyle(document.querySelector('.rail')).backgroundColor") == "rgb(11, 50, 54)"
    assert pagina.evaluate("htmx.config.allowEval") is False
