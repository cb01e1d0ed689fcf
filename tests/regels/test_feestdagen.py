"""Closed days: holidays of each kind, days closed by decree, and the years of which the decrees are known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from voordeur.regels.feestdagen import Besluitdag, Feestdag, Sluitingskalender, paaszondag

GROND = ("atw/3",)
KALENDER = Sluitingskalender(
    feestdagen=(
        Feestdag("Nieuwjaarsdag", "vast", GROND, maand=1, dag=1),
        Feestdag("Tweede Paasdag", "pasen", GROND, dagen=1),
        Feestdag("Oude dag", "koninklijk", GROND, maand=4, dag=30, tot_jaar=2013),
        Feestdag("Nieuwe dag", "koninklijk", GROND, maand=4, dag=27, vanaf_jaar=2014),
    ),
    bij_besluit=(Besluitdag(date(2026, 1, 2), GROND), Besluitdag(date(2026, 4, 6), GROND)),
    besluiten_bekend_van=2024,
    besluiten_bekend_tot=2028,
)


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 1, 2), "gesloten bij koninklijk besluit"),
        (date(2026, 1, 3), "zaterdag"),
        (date(2026, 1, 4), "zondag"),
        (date(2026, 1, 5), None),
        (date(2026, 1, 9), None),
        (date(2026, 4, 6), "gesloten bij koninklijk besluit"),
        (date(2027, 3, 29), "Tweede Paasdag"),
        (date(2028, 1, 1), "zaterdag"),
        (date(2026, 4, 27), "Nieuwe dag"),
        (date(2026, 4, 30), None),
        (date(2013, 4, 30), "Oude dag"),
    ],
)
def test_a_day_says_why_it_is_closed(dag: date, reden: str | None) -> None:
    assert KALENDER.waarom_gesloten(dag) == reden
    assert KALENDER.is_open(dag) is (reden is None)


@pytest.mark.parametrize(
    ("jaar", "oud", "nieuw"),
    [
        (2012, date(2012, 4, 30), None),
        (2013, date(2013, 4, 30), None),
        (2014, None, date(2014, 4, 26)),
        (2015, None, date(2015, 4, 27)),
        (2006, date(2006, 4, 29), None),
    ],
)
def test_the_royal_day_moves_to_saturday_and_the_law_changed_between_2013_and_2014(
    jaar: int, oud: date | None, nieuw: date | None
) -> None:
    assert [feest.in_jaar(jaar) for feest in KALENDER.feestdagen[2:]] == [oud, nieuw]


def test_a_fixed_holiday_stays_on_its_day_also_on_sunday() -> None:
    assert Feestdag("Feest", "vast", GROND, maand=4, dag=27).in_jaar(2014) == date(2014, 4, 27)


def test_a_holiday_may_lie_before_easter_or_on_it() -> None:
    assert Feestdag("Goede Vrijdag", "pasen", GROND, dagen=-2).in_jaar(2026) == date(2026, 4, 3)
    assert Feestdag("Eerste Paasdag", "pasen", GROND, dagen=0).in_jaar(2026) == date(2026, 4, 5)


def test_a_holiday_holds_in_all_years_unless_the_law_says_otherwise() -> None:
    feest = Feestdag("Feest", "vast", GROND, maand=12, dag=25)
    assert (feest.in_jaar(1), feest.in_jaar(9999)) == (date(1, 12, 25), date(9999, 12, 25))


@pytest.mark.parametrize(
    ("soort", "velden", "veld"),
    [
        ("vast", {"maand": 1}, "dag"),
        ("vast", {"dag": 1}, "maand"),
        ("koninklijk", {"dag": 27}, "maand"),
        ("koninklijk", {"maand": 4}, "dag"),
        ("pasen", {"maand": 1, "dag": 1}, "dagen"),
    ],
)
def test_a_holiday_without_the_figures_of_its_kind_is_refused(soort: Any, velden: dict[str, int], veld: str) -> None:
    with pytest.raises(ValueError, match=f"^{veld} ontbreekt bij een feestdag van soort {soort}$"):
        Feestdag("Feest", soort, GROND, **velden)


@pytest.mark.parametrize(("jaar", "voorlopig"), [(2023, True), (2024, False), (2028, False), (2029, True)])
def test_a_year_of_which_the_decrees_are_not_known_is_provisional(jaar: int, voorlopig: bool) -> None:
    assert KALENDER.is_voorlopig(date(jaar, 1, 1)) is voorlopig
    assert KALENDER.is_voorlopig(date(jaar, 12, 31)) is voorlopig


@pytest.mark.parametrize(
    "pasen",
    [
        date(1818, 3, 22),  # the earliest Easter there can be
        date(1943, 4, 25),  # the latest one
        date(1954, 4, 18),  # a year of the moon's exception
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2026, 4, 5),
        date(2285, 3, 22),
    ],
)
def test_easter_in_years_that_are_known_to_be_hard(pasen: date) -> None:
    assert paaszondag(pasen.year) == pasen


def test_easter_is_the_one_that_gauss_computed_in_every_year_of_the_calendar() -> None:
    assert [jaar for jaar in range(1, 10_000) if paaszondag(jaar) != _pasen_van_gauss(jaar)] == []


def _pasen_van_gauss(jaar: int) -> date:
    """Easter by the older way: days after 22 March, with the two exceptions that Gauss named."""
    eeuw = jaar // 100
    m = (15 - (13 + 8 * eeuw) // 25 + eeuw - eeuw // 4) % 30
    n = (4 + eeuw - eeuw // 4) % 7
    d = (19 * (jaar % 19) + m) % 30
    e = (2 * (jaar % 4) + 4 * (jaar % 7) + 6 * d + n) % 7
    if e == 6 and (d == 29 or (d == 28 and (11 * m + 11) % 30 < 19)):
        return date(jaar, 4, 19 if d == 29 else 18)
    return date(jaar, 3, 22) + timedelta(days=d + e)
