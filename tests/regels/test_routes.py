"""The way in: by the facility, by who reports, and by the form in which care is given."""

from __future__ import annotations

import pytest

from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.routes import Route, Routestap, kies_route
from voordeur.regels.uitkomst import Stap

MELDEN = Routestap("melden", "Neem de melding aan.", "de balie", ("x/s1",), termijn="onderzoek")
GELD = Routestap("geld", "Toets het budget.", "de bank", ("x/s2",), alleen_bij="pgb")
ZORG = Routestap("zorg", "Kies een aanbieder.", "de regio", ("x/s3",), alleen_bij="natura")
HUIS = Route("huis", "Naar een huis", "wonen", ("inwoner", "arts"), ("x/r1",), (MELDEN, GELD, ZORG))
OPEN = Route("open", "De open deur", "opvang", ("iedereen",), ("x/r2",), (MELDEN,))
ROUTES = (HUIS, OPEN)


def ids(voorziening: str, melder: str, vorm: str = "") -> list[str]:
    uitkomst = kies_route(ROUTES, voorziening=voorziening, melder=melder, leveringsvorm=vorm)
    return [deel.id for deel in uitkomst.waarde]


def test_the_route_of_a_reporter_with_all_its_steps() -> None:
    uitkomst = kies_route(ROUTES, voorziening="wonen", melder="arts", leveringsvorm="pgb")
    assert uitkomst.waarde == (MELDEN, GELD)
    assert uitkomst.stappen == (
        Stap("route.gekozen", {"naam": "Naar een huis", "melder": "arts", "aantal": 2}, ("x/r1",)),
        Stap("route.stap", {"wat": "Neem de melding aan.", "wie": "de balie"}, ("x/s1",)),
        Stap("route.stap", {"wat": "Toets het budget.", "wie": "de bank"}, ("x/s2",)),
    )


@pytest.mark.parametrize(
    ("vorm", "verwacht"),
    [
        ("", ["melden", "geld", "zorg"]),
        ("pgb", ["melden", "geld"]),
        ("natura", ["melden", "zorg"]),
        ("anders", ["melden"]),
    ],
)
def test_steps_for_another_form_of_delivery_are_left_out(vorm: str, verwacht: list[str]) -> None:
    assert ids("wonen", "inwoner", vorm) == verwacht


def test_the_form_of_delivery_need_not_be_known() -> None:
    assert len(kies_route(ROUTES, voorziening="wonen", melder="arts").waarde) == 3


def test_a_route_for_everybody_takes_everybody() -> None:
    assert ids("opvang", "een toevallige voorbijganger") == ["melden"]


def test_of_two_routes_that_fit_the_first_in_the_source_is_taken() -> None:
    strenger = Route("streng", "Streng", "opvang", ("politie",), ("x/r3",))
    for routes, naam in (((OPEN, strenger), "De open deur"), ((strenger, OPEN), "Streng")):
        gekozen = kies_route(routes, voorziening="opvang", melder="politie").stappen[0]
        assert gekozen.waarden["naam"] == naam


@pytest.mark.parametrize(
    ("voorziening", "melder", "wel"), [("wonen", "politie", "inwoner, arts"), ("werken", "inwoner", "geen")]
)
def test_without_a_route_there_is_no_answer(voorziening: str, melder: str, wel: str) -> None:
    with pytest.raises(RegelOntbreekt) as fout:
        ids(voorziening, melder)
    assert fout.value.wat == f"route naar {voorziening} voor melder {melder}; wel: {wel}"
