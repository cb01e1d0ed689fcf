"""What holds for every term: closed days, suspensions, and later starts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.datums import Periode
from voordeur.regels.termijnen import Lengte, Termijn, Termijneinde, bereken_termijn

SNEL = settings(max_examples=80, deadline=None, derandomize=True)
starten = st.dates(date(2014, 1, 1), date(2035, 1, 1))
korte = st.one_of(
    st.builds(Lengte, weken=st.integers(1, 12)),
    st.builds(Lengte, dagen=st.integers(1, 90)),
    st.builds(Lengte, maanden=st.integers(1, 3)),
)
lengtes = st.one_of(
    korte,
    st.builds(Lengte, weken=st.integers(13, 80)),
    st.builds(Lengte, dagen=st.integers(91, 500)),
    st.builds(Lengte, maanden=st.integers(4, 200)),
)
regimes = st.sampled_from(("wet", "overeenkomst", "uitgesloten"))
# a suspension: how many days after the start of the term it starts, and how many days it takes
pauzes = st.lists(st.tuples(st.integers(1, 14), st.integers(1, 20)), max_size=4)


def einde(lengte: Lengte, start: date, regime: str = "wet", opschortingen: list[Periode] | None = None) -> Termijneinde:
    termijn = Termijn("t", "Termijn", ("x/a1",), "iets", lengte, regime=regime)  # type: ignore[arg-type]
    return bereken_termijn(termijn, start, sluitingskalender(), opschortingen or []).waarde


def perioden(start: date, paren: list[tuple[int, int]]) -> list[Periode]:
    return [Periode(start + timedelta(na), start + timedelta(na + lang - 1)) for na, lang in paren]


@SNEL
@given(starten, korte)
def test_a_term_of_the_law_never_ends_on_a_closed_day_nor_before_its_raw_end(start: date, lengte: Lengte) -> None:
    waarde = einde(lengte, start)
    assert sluitingskalender().is_open(waarde.uiterlijk)
    assert waarde.einde_ruw <= waarde.uiterlijk <= waarde.einde_ruw + timedelta(days=6)


@SNEL
@given(starten, korte)
def test_a_term_of_the_law_shifts_to_the_first_open_day_unless_it_is_short(start: date, lengte: Lengte) -> None:
    waarde = einde(lengte, start)
    aantal = (waarde.uiterlijk - waarde.einde_ruw).days
    tussen = [waarde.einde_ruw + timedelta(days=n) for n in range(aantal)]
    assert (waarde.einde_ruw - start).days < 7 or not any(sluitingskalender().is_open(dag) for dag in tussen)


@SNEL
@given(starten, lengtes, st.sampled_from(("overeenkomst", "uitgesloten")))
def test_a_term_that_is_not_of_the_law_ends_on_its_raw_end(start: date, lengte: Lengte, regime: str) -> None:
    waarde = einde(lengte, start, regime)
    assert waarde.uiterlijk == waarde.einde_ruw == lengte.na(start)


@SNEL
@given(starten, lengtes, regimes, st.integers(1, 400))
def test_a_later_start_never_gives_an_earlier_end(start: date, lengte: Lengte, regime: str, later: int) -> None:
    vroeg, laat = einde(lengte, start, regime), einde(lengte, start + timedelta(days=later), regime)
    assert vroeg.einde_ruw <= laat.einde_ruw
    assert vroeg.uiterlijk <= laat.uiterlijk


@SNEL
@given(starten, st.integers(1, 5))
def test_the_next_day_never_gives_an_earlier_end_to_a_short_term(start: date, dagen: int) -> None:
    eindes = [einde(Lengte(dagen=dagen), start + timedelta(days=n)).uiterlijk for n in range(8)]
    assert all(vandaag <= morgen for vandaag, morgen in pairwise(eindes))


@SNEL
@given(starten, regimes, st.integers(1, 14), st.integers(1, 60))
def test_suspending_some_days_moves_the_raw_end_by_exactly_that(start: date, regime: str, na: int, lang: int) -> None:
    zonder = einde(Lengte(weken=2), start, regime)
    met = einde(Lengte(weken=2), start, regime, perioden(start, [(na, lang)]))
    assert (met.einde_ruw - zonder.einde_ruw).days == lang
    assert met.uiterlijk >= zonder.uiterlijk


@SNEL
@given(starten, pauzes)
def test_days_in_two_suspensions_count_once(start: date, paren: list[tuple[int, int]]) -> None:
    opgeschort = {na + n for na, lang in paren for n in range(lang)}
    zonder, met = einde(Lengte(weken=2), start), einde(Lengte(weken=2), start, "wet", perioden(start, paren))
    assert (met.einde_ruw - zonder.einde_ruw).days == len(opgeschort)


@SNEL
@given(starten, pauzes.flatmap(lambda paren: st.tuples(st.just(paren), st.permutations(paren))))
def test_the_order_in_which_suspensions_are_told_does_not_matter(
    start: date, lijsten: tuple[list[tuple[int, int]], list[tuple[int, int]]]
) -> None:
    een, twee = (einde(Lengte(weken=2), start, "wet", perioden(start, paren)) for paren in lijsten)
    assert een == twee


@SNEL
@given(starten, st.integers(3, 14), pauzes)
def test_a_suspended_term_still_holds_two_open_days(start: date, dagen: int, paren: list[tuple[int, int]]) -> None:
    paren = [(1 + na % dagen, lang) for na, lang in paren]
    waarde = einde(Lengte(dagen=dagen), start, "wet", perioden(start, paren))
    opgeschort = {start + timedelta(na + n) for na, lang in paren for n in range(lang)}
    termijn = {start + timedelta(n) for n in range(1, (waarde.uiterlijk - start).days + 1)} - opgeschort
    assert sum(sluitingskalender().is_open(dag) for dag in termijn) >= 2
    assert sluitingskalender().is_open(waarde.uiterlijk)


@SNEL
@given(starten, lengtes)
def test_counting_back_and_forth_by_weeks_or_days_is_the_same_way(start: date, lengte: Lengte) -> None:
    assert lengte.maanden or lengte.na(lengte.na(start), -1) == start
    assert lengte.na(start, -1) < start < lengte.na(start)
