"""What the tests of this agreement share beside those of every agreement: short ways to ask its rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.vereisten import Toets, toets_vereisten


@pytest.fixture
def peildag() -> date:
    return date(2018, 1, 1)


@pytest.fixture
def toets(regeling: Regeling) -> Callable[..., Uitkomst[Toets]]:
    """Ask a set of demands, with what is known as keywords or as a mapping."""

    def vraag(id_: str, feiten: dict[str, bool | None] | None = None, **meer: bool | None) -> Uitkomst[Toets]:
        return toets_vereisten({deel.id: deel for deel in regeling.vereisten}[id_], {**(feiten or {}), **meer})

    return vraag


@pytest.fixture
def alle_nodig(toets: Callable[..., Uitkomst[Toets]]) -> Callable[..., None]:
    """Every demand named counts, and there are no others: one that fails is a no, one unknown leaves it open."""

    def controleer(id_: str, *eisen: str) -> None:
        allemaal: dict[str, bool | None] = dict.fromkeys(eisen, True)
        assert toets(id_, allemaal).waarde == Toets("ja", (), ())
        for eis in eisen:
            assert toets(id_, {**allemaal, eis: False}).waarde == Toets("nee", (eis,), ())
            assert toets(id_, {**allemaal, eis: None}).waarde == Toets("onbekend", (), (eis,))

    return controleer


@pytest.fixture
def een_genoeg(toets: Callable[..., Uitkomst[Toets]]) -> Callable[..., None]:
    """Each of the grounds named is enough by itself, and there are no others."""

    def controleer(id_: str, *redenen: str) -> None:
        geen: dict[str, bool | None] = dict.fromkeys(redenen, False)
        assert toets(id_, geen).waarde.voldaan == "nee"
        assert toets(id_).waarde == Toets("onbekend", (), redenen)
        for reden in redenen:
            assert toets(id_, {**geen, reden: True}).waarde.voldaan == "ja"

    return controleer


@pytest.fixture
def plichtdagen(regeling: Regeling) -> Callable[[str, int], list[date | None]]:
    """The last days of one duty in a year; None where the source names no moment."""

    def vraag(id_: str, jaar: int) -> list[date | None]:
        return [dag.uiterlijk for dag in jaarkalender(regeling.kalender, jaar).waarde if dag.plicht.id == id_]

    return vraag


@pytest.fixture
def uiterlijk(regeling: Regeling) -> Callable[[str, date], date]:
    """The last day of a term of the agreement."""

    def vraag(soort: str, start: date) -> date:
        termijn = {deel.soort: deel for deel in regeling.termijnen}[soort]
        return bereken_termijn(termijn, start, sluitingskalender()).waarde.uiterlijk

    return vraag
