"""A region with everybody who works in it, each at a browser of their own, and a calendar that can be turned."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import Settings

from tests.pad.keuring import BREED, BREEDTES, Keuring
from tests.pad.venster import Hand, Venster
from tests.stad import PEILDAG, Stad
from tests.web.browser import AXE
from tests.web.conftest import _statisch, adres, browser, omgeving

__all__ = ["_statisch", "adres", "browser", "omgeving"]
WACHTWOORD = "geheim"


class Toneel:
    """The cast of a region at work. `dag` turns the calendar; `als` gives the browser of a member of the cast."""

    def __init__(
        self, stad: Stad, browser: Any, basis: str, settings: Settings, keuring: Keuring, hand: type[Hand],
        javascript: bool,
    ) -> None:  # fmt: skip
        self.stad, self.keuring = stad, keuring
        self._browser, self._basis, self._settings = browser, basis, settings
        self._hand, self._javascript = hand, javascript
        self._vensters: dict[str, Venster] = {}

    @property
    def gemeente(self) -> str:
        """The name of the municipality that is not the centre."""
        return self.naam(self.stad.gemeente)

    @property
    def centrum(self) -> str:
        return self.naam(self.stad.centrum)

    def naam(self, code: str) -> str:
        return self.stad.regeling.gemeenten_op(PEILDAG)[code].naam

    def dag(self, dag: date) -> None:
        self._settings.VOORDEUR_VANDAAG = dag

    def als(self, wie: str) -> Venster:
        """The browser of a member of the cast, logged in by the form the first time."""
        if wie not in self._vensters:
            self._vensters[wie] = self._open(wie)
        return self._vensters[wie]

    def _open(self, wie: str) -> Venster:
        ruimte = self._browser.new_context(
            viewport=BREED, java_script_enabled=self._javascript, reduced_motion="reduce", locale="nl-NL"
        )
        ruimte.set_default_timeout(10_000)
        ruimte.add_init_script(path=AXE)
        pagina = ruimte.new_page()
        venster = Venster(pagina, self._basis, self.keuring, self._hand(pagina))
        venster.open("/")
        assert venster.kop == "Log in"
        venster.vul("E-mailadres", self.stad.accounts[wie].email)
        venster.vul("Wachtwoord", WACHTWOORD)
        venster.knop("Log in")
        return venster

    def sluit(self) -> None:
        for venster in self._vensters.values():
            venster.pagina.context.close()


@pytest.fixture
def toneel(
    request: pytest.FixtureRequest, stad: Callable[[str], Stad], browser: Any, adres: str, settings: Settings
) -> Iterator[Callable[..., Toneel]]:
    """Makes a region by an agreement with everybody at work; afterwards every visited page was as it has to be."""
    cache.clear()
    gemaakt: list[Toneel] = []

    def maak(
        regeling: str, *, hand: type[Hand] = Hand, javascript: bool = True, axe: Collection[str] = BREEDTES,
        breedtes: Sequence[str] = BREEDTES,
    ) -> Toneel:  # fmt: skip
        keuring = Keuring(request.node.name, axe=axe, breedtes=breedtes)
        gemaakt.append(Toneel(stad(regeling), browser, adres, settings, keuring, hand, javascript))
        return gemaakt[-1]

    yield maak
    for deel in gemaakt:
        deel.sluit()
        assert deel.keuring.fouten == []
