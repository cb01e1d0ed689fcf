"""Somebody without a mouse: Tab to what has to be done, Enter, space and the arrows. The focus is always seen."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from tests.pad.venster import Hand
from tests.web.browser import WAAR

MEESTE_HALTES = 150
RANDEN = ("3px", "van de browser")
HEEFT_FOCUS = "e => e === document.activeElement"


class Toetsen(Hand):
    """Works by keyboard alone; fails when something cannot be reached or when the focus is not to be seen."""

    def aan(self, plek: Any) -> None:
        self.naar(plek)
        self.pagina.keyboard.press("Enter")

    def schrijf(self, plek: Any, tekst: str) -> None:
        self.naar(plek)
        self.pagina.keyboard.press("Control+a")
        self.pagina.keyboard.insert_text(tekst)

    def dag(self, plek: Any, dag: date) -> None:
        self.naar(plek)
        self.pagina.keyboard.type(dag.strftime(self._volgorde))
        assert plek.input_value() == dag.isoformat()

    @cached_property
    def _volgorde(self) -> str:
        """Whether the day or the month comes first: a browser asks a date in the order of its own language."""
        proef = self.pagina.context.new_page()
        proef.set_content('<input type="date">')
        proef.locator("input").focus()
        proef.keyboard.type("01022003")
        dag_eerst = proef.locator("input").input_value() == "2003-02-01"
        proef.close()
        return "%d%m%Y" if dag_eerst else "%m%d%Y"

    def kies(self, plek: Any) -> None:
        """A radio: Tab brings to its group, the arrows to the answer."""
        groep = plek.get_attribute("name")
        self._tab(f"e => e.name === {groep!r}", groep)
        self.pagina.keyboard.press("Space")
        for _ in range(plek.page.locator(f'[name="{groep}"]').count()):
            if plek.is_checked():
                return
            self.pagina.keyboard.press("ArrowDown")
        assert plek.is_checked(), groep

    def selecteer(self, plek: Any, optie: str) -> None:
        self.naar(plek)
        self.pagina.keyboard.type(optie)
        assert plek.evaluate("e => e.selectedOptions[0].label") == optie

    def naar(self, plek: Any) -> None:
        """Tab until this has the focus."""
        doel = plek.element_handle()
        for _ in range(MEESTE_HALTES):
            if doel.evaluate(HEEFT_FOCUS):
                return
            self._halte()
        raise AssertionError(f"met Tab niet te bereiken: {plek}")

    def _tab(self, is_doel: str, naam: str) -> None:
        for _ in range(MEESTE_HALTES):
            if self.pagina.evaluate(f"() => ({is_doel})(document.activeElement)"):
                return
            self._halte()
        raise AssertionError(f"met Tab niet te bereiken: {naam}")

    def _halte(self) -> None:
        self.pagina.keyboard.press("Tab")
        halte = self.pagina.evaluate(WAAR)
        if halte is not None:
            assert halte["zichtbaar"], f"{self.pagina.url}: de focus is niet te zien op {halte}"
            assert halte["rand"] in RANDEN, f"{self.pagina.url}: geen rand om {halte}"
