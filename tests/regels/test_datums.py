"""Legal days: weeks and months later, periods closed on both sides, and somebody's age."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.datums import Periode, is_jaar_oud, laatste_dag_van_maand, plus_dagen, plus_maanden
from voordeur.regels.fouten import DatumBuitenKalender, OngeldigFeit

BUITEN = "de uitkomst valt buiten de kalender (jaar 1 tot en met 9999)"
MAART = Periode(date(2026, 3, 1), date(2026, 3, 31))
dagen = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def test_a_period_holds_its_first_and_its_last_day_and_no_day_outside() -> None:
    assert MAART.bevat(date(2026, 3, 1))
    assert MAART.bevat(date(2026, 3, 31))
    assert not MAART.bevat(date(2026, 2, 28))
    assert not MAART.bevat(date(2026, 4, 1))


def test_an_open_period_holds_every_later_day() -> None:
    open_ = Periode(date(2026, 3, 1))
    assert open_.bevat(date.max)
    assert not open_.bevat(date(2026, 2, 28))


def test_a_period_of_one_day_is_one_but_it_cannot_end_before_it_starts() -> None:
    assert Periode(date(2026, 3, 1), date(2026, 3, 1)).bevat(date(2026, 3, 1))
    with pytest.raises(OngeldigFeit) as fout:
        Periode(date(2026, 3, 2), date(2026, 3, 1))
    assert (fout.value.veld, fout.value.melding) == ("tot", "ligt voor de eerste dag")
    assert str(fout.value) == "tot: ligt voor de eerste dag"


@pytest.mark.parametrize(
    ("van", "tot", "raakt"),
    [
        (date(2026, 2, 1), date(2026, 2, 28), False),
        (date(2026, 2, 1), date(2026, 3, 1), True),
        (date(2026, 3, 31), date(2026, 4, 5), True),
        (date(2026, 4, 1), date(2026, 4, 5), False),
        (date(2026, 3, 10), date(2026, 3, 12), True),
        (date(2026, 1, 1), None, True),
        (date(2026, 3, 31), None, True),
        (date(2026, 4, 1), None, False),
    ],
)
def test_two_periods_touch_when_one_day_lies_in_both(van: date, tot: date | None, raakt: bool) -> None:
    assert MAART.raakt(Periode(van, tot)) is raakt
    assert Periode(van, tot).raakt(MAART) is raakt


@settings(max_examples=60, deadline=None, derandomize=True)
@given(dagen, st.integers(0, 40), dagen, st.integers(0, 40))
def test_touching_is_having_a_day_in_common(van: date, lang: int, ander: date, anderlang: int) -> None:
    ander = van + timedelta(days=(ander - van).days % 100 - 50)
    een = Periode(van, van + timedelta(days=lang))
    twee = Periode(ander, ander + timedelta(days=anderlang))
    samen = {van + timedelta(days=n) for n in range(lang + 1)} & {
        ander + timedelta(days=n) for n in range(anderlang + 1)
    }
    assert een.raakt(twee) is bool(samen)


def test_days_later_and_days_earlier() -> None:
    assert plus_dagen(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert plus_dagen(date(2024, 3, 1), -1) == date(2024, 2, 29)


@pytest.mark.parametrize(("dag", "aantal"), [(date.max, 1), (date.min, -1), (date.max, 10**12)])
def test_a_day_outside_the_calendar_is_no_answer(dag: date, aantal: int) -> None:
    with pytest.raises(DatumBuitenKalender) as fout:
        plus_dagen(dag, aantal)
    assert str(fout.value) == BUITEN
    with pytest.raises(DatumBuitenKalender):
        plus_maanden(dag, aantal)


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 15), 1, date(2026, 12, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 15), 12, date(2027, 5, 15)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
        (date(1, 2, 5), -1, date(1, 1, 5)),
    ],
)
def test_months_later_is_the_same_day_number_or_the_last_day_of_the_month(
    dag: date, aantal: int, verwacht: date
) -> None:
    assert plus_maanden(dag, aantal) == verwacht


@settings(max_examples=80, deadline=None, derandomize=True)
@given(dagen, dagen, st.integers(-60, 60))
def test_a_later_day_never_lies_earlier_after_the_same_months(een: date, twee: date, aantal: int) -> None:
    vroeg, laat = sorted((een, twee))
    assert plus_maanden(vroeg, aantal) <= plus_maanden(laat, aantal)


def test_the_last_day_of_a_month() -> None:
    assert laatste_dag_van_maand(2024, 2) == date(2024, 2, 29)
    assert laatste_dag_van_maand(2100, 2) == date(2100, 2, 28)
    assert laatste_dag_van_maand(2026, 12) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("geboren", "dag", "oud"),
    [
        (date(2008, 3, 2), date(2026, 3, 2), True),
        (date(2008, 3, 2), date(2026, 3, 1), False),
        (date(2008, 3, 2), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 3, 1), True),
        (date(2006, 12, 31), date(2024, 12, 30), False),
        (date(2006, 12, 31), date(2025, 1, 1), True),
    ],
)
def test_an_age_is_reached_on_the_birthday_and_for_29_february_on_1_march(geboren: date, dag: date, oud: bool) -> None:
    assert is_jaar_oud(geboren, 18, dag) is oud


def test_another_age_than_eighteen_can_be_asked() -> None:
    assert is_jaar_oud(date(2005, 5, 5), 21, date(2026, 5, 5))
    assert not is_jaar_oud(date(2005, 5, 5), 21, date(2026, 5, 4))
    assert is_jaar_oud(date(2004, 2, 29), 20, date(2024, 2, 29))
