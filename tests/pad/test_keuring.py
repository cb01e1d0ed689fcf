"""The paths are only worth something when what watches over them notices a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.pad.keuring import Keuring
from tests.pad.toetsen import Toetsen
from tests.pad.venster import Venster
from tests.web.browser import AXE

pytestmark = pytest.mark.traag
KNOP = "Verstuur de proef"


@pytest.fixture
def venster(browser: Any, adres: str) -> Iterator[Venster]:
    """The style page at a browser without a mouse."""
    ruimte = browser.new_context()
    ruimte.add_init_script(path=AXE)
    pagina = ruimte.new_page()
    venster = Venster(pagina, adres, Keuring("keuring"), Toetsen(pagina))
    venster.open("/stijl/")
    assert venster.keuring.fouten == []
    yield venster
    ruimte.close()


@pytest.mark.parametrize(
    ("breuk", "gezegd"),
    [
        ("document.querySelector('main label').remove()", "(breed): label:"),
        ("document.querySelector('main').style.minWidth = '500px'", "(telefoon): "),
        ("console.error('au')", "console: au"),
        ("document.body.append(Object.assign(document.createElement('script'), {text: 'x'}))", "console: "),
        ("document.body.append(Object.assign(new Image(), {src: '/er-niet.png'}))", "404 van "),
    ],
    ids=["axe", "te breed", "console", "csp", "bestand"],
)
def test_a_fault_of_a_page_is_named_with_its_page(venster: Venster, breuk: str, gezegd: str) -> None:
    venster.pagina.evaluate(breuk)
    venster.pagina.wait_for_load_state("networkidle")
    venster.keuring.kijk(venster.pagina)
    assert any("/stijl/" in fout and gezegd in fout for fout in venster.keuring.fouten)


@pytest.mark.parametrize(
    ("breuk", "gezegd"),
    [
        ("e => e.style.setProperty('outline', 'none', 'important')", "geen rand om"),
        ("e => { e.style.opacity = 0; e.style.transform = 'translateX(-9999px)'; }", "niet te zien"),
        ("e => { e.tabIndex = -1; }", "niet te bereiken"),
    ],
    ids=["geen rand", "buiten beeld", "overgeslagen"],
)
def test_what_a_keyboard_cannot_reach_or_see_is_a_fault(venster: Venster, breuk: str, gezegd: str) -> None:
    knop = venster.pagina.get_by_role("button", name=KNOP)
    knop.evaluate(breuk)
    with pytest.raises(AssertionError, match=gezegd):
        venster.hand.aan(knop)
