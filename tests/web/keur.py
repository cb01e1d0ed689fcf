"""Pages behind the login as they have to be, opened once by each who sees them and looked at on a phone and a desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.test import Client

from tests.pad.keuring import Keuring
from tests.stad import Stad
from tests.web.browser import AXE, overtredingen


class Blik(Keuring):
    """Looks at each page anew: pages that are built alike may differ in what a label points at."""

    def _overtredingen(self, pagina: Any, naam: str) -> list[str]:
        return overtredingen(pagina)

    def _zegt(self, pagina: Any, tekst: str) -> None:
        """Nothing is allowed: no page is opened here that is refused."""
        self.fouten.append(f"{pagina.url}: console: {tekst}")

    def bezoek(self, pagina: Any, adres: str) -> None:
        """The page itself, not one that it leads to: that of the login is without faults too."""
        antwoord = pagina.goto(adres)
        if antwoord.status != 200 or pagina.url != adres:
            self.fouten.append(f"{adres}: {antwoord.status} op {pagina.url}")
        if (koppen := pagina.locator("h1").count()) != 1:
            self.fouten.append(f"{adres}: {koppen} keer h1")
        self.kijk(pagina)


def keur(browser: Any, basis: str, stad: Stad, paginas: Iterable[tuple[str, str]], *, titel: str) -> list[str]:
    """What is wrong on these pages of (who, address), each named; `titel` is the folder of the pictures."""
    per_persoon: dict[str, list[str]] = {}
    for wie, adres in paginas:
        per_persoon.setdefault(wie, []).append(adres)
    fouten = []
    for wie, adressen in per_persoon.items():
        blik = Blik(f"{titel}-{wie or 'niemand'}")
        with venster(browser, basis, stad, wie) as pagina:
            blik.volg(pagina)
            for adres in adressen:
                blik.bezoek(pagina, basis + adres)
        fouten += [f"{wie or 'niemand'}: {fout}" for fout in blik.fouten]
    return fouten


@contextmanager
def venster(browser: Any, basis: str, stad: Stad, wie: str = "", **keuzes: Any) -> Iterator[Any]:
    """A page in a browser of somebody who is logged in; without a name nobody is."""
    ruimte = browser.new_context(reduced_motion="reduce", **keuzes)
    ruimte.add_init_script(path=AXE)
    if wie:
        ruimte.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": sessie(stad, wie), "url": basis}])
    yield ruimte.new_page()
    ruimte.close()


def sessie(stad: Stad, wie: str) -> str:
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant.cookies[settings.SESSION_COOKIE_NAME].value
