"""When something has to be done: days of the year, quarters, once, or without a day named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import DatumBuitenKalender
from voordeur.regels.wanneer import Wanneer, einde_na_kwartaal

DECEMBER = Wanneer("jaarlijks", maand=12, dag=1)
VENSTER = Wanneer("venster", maand=3, dag=1, tot_maand=5, tot_dag=15)
KWARTAAL = Wanneer("na_kwartaal", maanden=1)


def eindes(wanneer: Wanneer, jaar: int) -> list[str]:
    """The last days in a year, where no first day is set."""
    assert all(van is None for van, _ in wanneer.in_jaar(jaar))
    return [str(tot) for _, tot in wanneer.in_jaar(jaar)]


@pytest.mark.parametrize(
    ("soort", "velden", "veld"),
    [
        ("jaarlijks", {"dag": 1}, "maand"),
        ("jaarlijks", {"maand": 1}, "dag"),
        ("venster", {"dag": 1, "tot_maand": 2, "tot_dag": 1}, "maand"),
        ("venster", {"maand": 1, "tot_maand": 2, "tot_dag": 1}, "dag"),
        ("venster", {"maand": 1, "dag": 1, "tot_dag": 1}, "tot_maand"),
        ("venster", {"maand": 1, "dag": 1, "tot_maand": 2}, "tot_dag"),
        ("na_kwartaal", {}, "maanden"),
        ("eenmalig", {"van": date(2026, 1, 1)}, "tot"),
        ("elke_jaren", {}, "jaren"),
    ],
)
def test_a_moment_without_the_figures_of_its_kind_is_refused(soort: Any, velden: dict[str, Any], veld: str) -> None:
    with pytest.raises(ValueError, match=f"^{veld} ontbreekt bij soort {soort}$"):
        Wanneer(soort, **velden)


def test_a_yearly_day_comes_once_a_year() -> None:
    assert eindes(DECEMBER, 2026) == ["2026-12-01"]
    assert eindes(Wanneer("jaarlijks", maand=2, dag=28), 2024) == ["2024-02-28"]
    assert eindes(Wanneer("jaarlijks", maand=12, dag=31), 2024) == ["2024-12-31"]
    assert eindes(Wanneer("jaarlijks", maand=1, dag=1), 2024) == ["2024-01-01"]


@pytest.mark.parametrize(("maand", "dag"), [(2, 29), (2, 30), (4, 31), (13, 1), (0, 1), (1, 0), (12, 32)])
def test_a_day_that_is_not_there_every_year_is_refused(maand: int, dag: int) -> None:
    melding = f"^{dag}-{maand} is geen dag die er elk jaar is$"
    with pytest.raises(ValueError, match=melding):
        Wanneer("jaarlijks", maand=maand, dag=dag)
    with pytest.raises(ValueError, match=melding):
        Wanneer("venster", maand=1, dag=1, tot_maand=maand, tot_dag=dag)


def test_a_window_has_its_first_and_its_last_day() -> None:
    assert VENSTER.in_jaar(2026) == ((date(2026, 3, 1), date(2026, 5, 15)),)


@pytest.mark.parametrize(
    ("maanden", "verwacht"),
    [
        (0, ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        (1, ["2025-01-31", "2025-04-30", "2025-07-31", "2025-10-31"]),
        (2, ["2025-02-28", "2025-05-31", "2025-08-31", "2025-11-30"]),
        (3, ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
    ],
)
def test_a_duty_after_each_quarter_falls_due_four_times_a_year(maanden: int, verwacht: list[str]) -> None:
    assert eindes(Wanneer("na_kwartaal", maanden=maanden), 2025) == verwacht


@pytest.mark.parametrize(
    ("soort", "delen"),
    [
        ("elk_kwartaal", [(1, 1, 3, 31), (4, 1, 6, 30), (7, 1, 9, 30), (10, 1, 12, 31)]),
        ("elk_halfjaar", [(1, 1, 6, 30), (7, 1, 12, 31)]),
        ("elk_jaar", [(1, 1, 12, 31)]),
    ],
)
def test_once_in_every_part_of_the_year_has_the_days_of_that_part(
    soort: Any, delen: list[tuple[int, int, int, int]]
) -> None:
    verwacht = tuple((date(2026, *deel[:2]), date(2026, *deel[2:])) for deel in delen)
    assert Wanneer(soort).in_jaar(2026) == verwacht


def test_once_is_only_in_the_year_of_its_last_day() -> None:
    eens = Wanneer("eenmalig", van=date(2025, 10, 1), tot=date(2026, 2, 1))
    assert [eens.in_jaar(jaar) for jaar in (2025, 2026, 2027)] == [(), ((date(2025, 10, 1), date(2026, 2, 1)),), ()]
    assert Wanneer("eenmalig", tot=date(2026, 2, 1)).in_jaar(2026) == ((None, date(2026, 2, 1)),)


def test_what_has_no_day_has_no_day_in_any_year() -> None:
    assert Wanneer("zonder_dag").in_jaar(2026) == ()
    assert Wanneer("elke_jaren", jaren=4).in_jaar(2026) == ()


@pytest.mark.parametrize(
    ("start", "einde"),
    [
        (date(2026, 1, 1), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 2), date(2027, 12, 1)),
    ],
)
def test_a_term_ends_on_the_first_such_day_on_or_after_its_start(start: date, einde: date) -> None:
    assert DECEMBER.eerste_vanaf(start) == einde


def test_a_term_to_a_window_or_a_part_of_the_year_ends_with_it() -> None:
    assert VENSTER.eerste_vanaf(date(2026, 5, 15)) == date(2026, 5, 15)
    assert VENSTER.eerste_vanaf(date(2026, 5, 16)) == date(2027, 5, 15)
    assert Wanneer("elk_halfjaar").eerste_vanaf(date(2026, 6, 30)) == date(2026, 6, 30)
    assert Wanneer("elk_halfjaar").eerste_vanaf(date(2026, 7, 1)) == date(2026, 12, 31)
    assert Wanneer("eenmalig", tot=date(2026, 2, 1)).eerste_vanaf(date(2026, 2, 1)) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("start", "einde"),
    [
        (date(2026, 1, 1), date(2026, 4, 30)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 4, 1), date(2026, 7, 31)),
        (date(2026, 9, 30), date(2026, 10, 31)),
        (date(2026, 10, 1), date(2027, 1, 31)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_term_after_the_quarter_looks_at_the_quarter_of_its_start(start: date, einde: date) -> None:
    assert KWARTAAL.eerste_vanaf(start) == einde
    assert einde_na_kwartaal(start, 1) == einde


def test_after_a_quarter_the_last_day_of_february_knows_the_leap_year() -> None:
    assert einde_na_kwartaal(date(2023, 11, 5), 2) == date(2024, 2, 29)
    assert einde_na_kwartaal(date(2024, 11, 5), 2) == date(2025, 2, 28)
    assert Wanneer("na_kwartaal", maanden=0).eerste_vanaf(date(2026, 5, 5)) == date(2026, 6, 30)


def test_after_the_last_year_of_the_calendar_there_is_no_answer() -> None:
    assert DECEMBER.eerste_vanaf(date(9999, 12, 1)) == date(9999, 12, 1)
    with pytest.raises(DatumBuitenKalender):
        DECEMBER.eerste_vanaf(date(9999, 12, 2))
    with pytest.raises(DatumBuitenKalender):
        KWARTAAL.eerste_vanaf(date(9999, 12, 2))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_the_first_day_from_a_start_is_never_before_it_nor_a_year_after_it(start: date, maand: int, dag: int) -> None:
    einde = Wanneer("jaarlijks", maand=maand, dag=dag).eerste_vanaf(start)
    assert 0 <= (einde - start).days < 366
    assert (einde.month, einde.day) == (maand, dag)
