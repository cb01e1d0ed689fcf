"""Somebody at a browser: opens pages, follows links, fills in fields by their label, presses buttons by their name."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tests.pad.keuring import Keuring


class Hand:
    """How somebody works: with the mouse. `toetsen.Toetsen` does the same without."""

    def __init__(self, pagina: Any) -> None:
        self.pagina = pagina

    def aan(self, plek: Any) -> None:
        plek.click()

    def schrijf(self, plek: Any, tekst: str) -> None:
        plek.fill(tekst)

    def dag(self, plek: Any, dag: date) -> None:
        plek.fill(dag.isoformat())

    def kies(self, plek: Any) -> None:
        plek.check()

    def selecteer(self, plek: Any, optie: str) -> None:
        plek.select_option(label=optie)


class Venster:
    """A browser of one person. After every step the page is looked at by `keuring`."""

    def __init__(self, pagina: Any, basis: str, keuring: Keuring, hand: Hand) -> None:
        self.pagina, self.basis, self.keuring, self.hand = pagina, basis, keuring, hand
        self.status = 0
        keuring.volg(pagina)
        pagina.on("response", self._onthoud)

    def _onthoud(self, antwoord: Any) -> None:
        if antwoord.request.is_navigation_request():
            self.status = antwoord.status

    def open(self, pad: str, *, status: int = 200) -> None:
        self.pagina.goto(self.basis + pad)
        self._aangekomen(status)

    def link(self, naam: str, *, status: int = 200, binnen: str = "") -> None:
        self._druk(self._binnen(binnen).get_by_role("link", name=begin(naam)), status)

    def knop(self, naam: str, *, status: int = 200) -> None:
        self._druk(self.pagina.get_by_role("main").get_by_role("button", name=naam, exact=True), status)

    def _druk(self, plek: Any, status: int) -> None:
        with self.pagina.expect_navigation():
            self.hand.aan(plek.first)
        self._aangekomen(status)

    def _aangekomen(self, status: int) -> None:
        assert self.status == status, f"{self.pagina.url} gaf {self.status}: {self.tekst[:600]}"
        self.keuring.kijk(self.pagina)

    def vul(self, label: str, tekst: str) -> None:
        self.hand.schrijf(self.veld(label), tekst)

    def dag(self, label: str, dag: date) -> None:
        self.hand.dag(self.veld(label), dag)

    def selecteer(self, label: str, optie: str) -> None:
        self.hand.selecteer(self.veld(label), optie)

    def kies(self, vraag: str, antwoord: str, *, binnen: str = "") -> None:
        groep = self._binnen(binnen).get_by_role("group", name=begin(vraag))
        self.hand.kies(groep.get_by_role("radio", name=begin(antwoord)))

    def vink(self, label: str) -> None:
        self.hand.kies(self.veld(label))

    def veld(self, label: str) -> Any:
        return self.pagina.get_by_label(begin(label))

    def _binnen(self, kop: str) -> Any:
        inhoud = self.pagina.get_by_role("main")
        return inhoud.get_by_role("region", name=kop, exact=True) if kop else inhoud

    @property
    def kop(self) -> str:
        return str(self.pagina.get_by_role("heading", level=1).inner_text())

    @property
    def tekst(self) -> str:
        """All words of the page; its explanations are open."""
        return glad(str(self.pagina.get_by_role("main").inner_text()))

    @property
    def pad(self) -> str:
        return str(self.pagina.url.removeprefix(self.basis))

    def zegt(self, *stukken: str) -> None:
        """Every piece stands on the page."""
        tekst = self.tekst
        ontbreekt = [stuk for stuk in stukken if stuk not in tekst]
        assert not ontbreekt, f"{self.pagina.url} zegt niet {ontbreekt}: {tekst}"

    def haal(self, naam: str) -> bytes:
        """The file behind a link, with the cookies of this person."""
        adres = self._binnen("").get_by_role("link", name=begin(naam)).first.get_attribute("href")
        antwoord = self.pagina.context.request.get(self.basis + adres)
        assert antwoord.ok, f"{adres} gaf {antwoord.status}"
        return bytes(antwoord.body())


def begin(woorden: str) -> re.Pattern[str]:
    """What begins with these words: a label may end with 'niet verplicht', a link with words for who cannot see."""
    return re.compile("^" + re.escape(woorden))


def glad(tekst: str) -> str:
    """One space between words, also where a break is forbidden."""
    return " ".join(tekst.replace("\N{NO-BREAK SPACE}", " ").split())
