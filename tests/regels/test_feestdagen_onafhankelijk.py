"""The closed days of the law against a calendar of others: the package `holidays`, and the decrees typed over here."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.feestdagen import paaszondag
from voordeur.regels.termijnen import Lengte, Termijn, bereken_termijn

EERSTE, LAATSTE = 2014, 2040
# the days that were put on a par with a holiday by royal decree, typed over from the reference
BESLUITEN = {
    date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30), date(2026, 1, 2),
    date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
}  # fmt: skip
# public and optional: so that Good Friday and 5 May of every year are in
NEDERLAND = holidays.country_holidays("NL", years=range(EERSTE, LAATSTE + 1), categories=("public", "optional"))
WEEKEND = (5, 6)
# closed days on weekdays, typed over from the reference for three years
WERKDAGEN_DICHT = {
    2024: "1-1 29-3 1-4 9-5 10-5 20-5 25-12 26-12 27-12",
    2025: "1-1 18-4 21-4 5-5 29-5 30-5 9-6 25-12 26-12",
    2026: "1-1 2-1 3-4 6-4 27-4 5-5 14-5 15-5 25-5 25-12",
    2027: "1-1 26-3 29-3 27-4 5-5 6-5 7-5 17-5",
    2028: "14-4 17-4 27-4 28-4 5-5 25-5 26-5 5-6 25-12 26-12",
}

soorten = st.sampled_from(("weken", "dagen", "maanden"))
starten = st.dates(date(EERSTE, 1, 1), date(LAATSTE - 1, 6, 1))


def gesloten(dag: date) -> bool:
    """Closed, by the independent calendar."""
    return dag.weekday() in WEEKEND or dag in NEDERLAND or dag in BESLUITEN


def dagen_van(jaar: int) -> list[date]:
    return [date(jaar, 1, 1) + timedelta(days=n) for n in range(366) if (date(jaar, 1, 1) + timedelta(n)).year == jaar]


@pytest.mark.parametrize("jaar", range(EERSTE, LAATSTE + 1))
def test_every_day_is_open_or_closed_as_the_independent_calendar_says(jaar: int) -> None:
    kalender = sluitingskalender()
    assert [dag for dag in dagen_van(jaar) if kalender.is_open(dag) is gesloten(dag)] == []


@pytest.mark.parametrize("jaar", WERKDAGEN_DICHT)
def test_the_closed_weekdays_of_the_known_years_are_the_ones_of_the_reference(jaar: int) -> None:
    kalender = sluitingskalender()
    dicht = [dag for dag in dagen_van(jaar) if dag.weekday() not in WEEKEND and not kalender.is_open(dag)]
    assert " ".join(f"{dag.day}-{dag.month}" for dag in dicht) == WERKDAGEN_DICHT[jaar]


def test_the_decrees_are_known_from_2024_up_to_2028() -> None:
    kalender = sluitingskalender()
    assert {besluit.dag for besluit in kalender.bij_besluit} == BESLUITEN
    assert (kalender.besluiten_bekend_van, kalender.besluiten_bekend_tot) == (2024, 2028)


def test_easter_is_the_easter_of_the_independent_calendar() -> None:
    jaren = range(1966, 2101)  # the years that the package has for the Netherlands
    dagen = holidays.country_holidays("NL", years=jaren, language="en_US")
    assert [dag for dag, naam in sorted(dagen.items()) if "Easter Sunday" in naam] == [paaszondag(j) for j in jaren]


def einde_met_de_hand(start: date, ruw: date) -> date:
    """Day by day: the first open day from the raw end on, with two open days in a term of three days or more."""
    dag = ruw
    while gesloten(dag) or ((ruw - start).days >= 3 and open_in(start, dag) < 2):
        dag += timedelta(days=1)
    return dag


def open_in(na: date, tot: date) -> int:
    return sum(not gesloten(na + timedelta(days=n)) for n in range(1, (tot - na).days + 1))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(starten, soorten, st.integers(1, 12))
def test_a_term_ends_where_counting_by_hand_ends(start: date, soort: str, aantal: int) -> None:
    assume(soort != "maanden" or aantal <= 3)
    termijn = Termijn("t", "Termijn", ("x/a1",), "iets", Lengte(**{soort: aantal}), regime="wet")
    waarde = bereken_termijn(termijn, start, sluitingskalender()).waarde
    assert waarde.uiterlijk == einde_met_de_hand(start, waarde.einde_ruw)
    if soort != "maanden":
        assert waarde.einde_ruw == start + timedelta(days=aantal * (7 if soort == "weken" else 1))


@pytest.mark.parametrize("dagen", [1, 2, 3, 4])
def test_a_short_term_ends_where_counting_by_hand_ends_from_every_day_of_five_years(dagen: int) -> None:
    termijn = Termijn("t", "Termijn", ("x/a1",), "iets", Lengte(dagen=dagen), regime="wet")
    for start in (dag for jaar in range(2024, 2029) for dag in dagen_van(jaar)):
        waarde = bereken_termijn(termijn, start, sluitingskalender()).waarde
        assert waarde.uiterlijk == einde_met_de_hand(start, start + timedelta(days=dagen)), start
