"""The figures of a quarter add up, and a person is counted once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.verantwoording.kwartalen import Kwartaal, begonnen, kwartaal_van
from voordeur.verantwoording.tellen import Kwartaalcijfers, Verblijf, samen, tel_stroom, uit_json

Q1 = Kwartaal(2026, 1)
DAGEN = st.dates(date(2025, 11, 1), date(2026, 5, 31))


@st.composite
def een_verblijf(trek: st.DrawFn) -> Verblijf:
    van = trek(DAGEN)
    duur = trek(st.none() | st.integers(0, 120))
    tot = None if duur is None else van + timedelta(days=duur)
    return Verblijf(trek(st.sampled_from(["0001", "0002"])), trek(st.integers(1, 5)), van, tot)


@given(st.lists(een_verblijf()))
def test_who_was_there_plus_who_came_minus_who_left_is_who_is_there(verblijven: list[Verblijf]) -> None:
    stroom = tel_stroom(verblijven, Q1.van, Q1.tot)
    assert len(stroom.begin) + len(stroom.instroom) - len(stroom.uitstroom) == len(stroom.eind)


@given(st.lists(een_verblijf()))
def test_the_end_of_a_quarter_is_the_begin_of_the_next(verblijven: list[Verblijf]) -> None:
    eerste, tweede = (tel_stroom(verblijven, deel.van, deel.tot) for deel in (Q1, Kwartaal(2026, 2)))
    assert eerste.eind == tweede.begin


def stroom(*dagen: tuple[date, date | None]) -> tuple[int, int, int, int]:
    deel = tel_stroom([Verblijf("0001", "a", van, tot) for van, tot in dagen], Q1.van, Q1.tot)
    return len(deel.begin), len(deel.instroom), len(deel.uitstroom), len(deel.eind)


@pytest.mark.parametrize(
    ("dagen", "telt"),
    [
        ([(date(2026, 1, 1), None)], (0, 1, 0, 1)),
        ([(date(2025, 12, 31), None)], (1, 0, 0, 1)),
        ([(date(2025, 6, 1), date(2026, 3, 31))], (1, 0, 1, 0)),
        ([(date(2025, 6, 1), date(2026, 4, 1))], (1, 0, 0, 1)),
        ([(date(2025, 6, 1), date(2025, 12, 31))], (0, 0, 0, 0)),
        ([(date(2026, 2, 1), date(2026, 2, 28))], (0, 1, 1, 0)),
        # moved from one place to another, in the quarter and at its end
        ([(date(2025, 6, 1), date(2026, 2, 9)), (date(2026, 2, 10), None)], (1, 0, 0, 1)),
        ([(date(2025, 6, 1), date(2026, 3, 31)), (date(2026, 4, 1), None)], (1, 0, 0, 1)),
        # left and came back: there at both ends, so neither came nor left
        ([(date(2025, 6, 1), date(2026, 1, 9)), (date(2026, 2, 10), None)], (1, 0, 0, 1)),
    ],
)  # fmt: skip
def test_a_day_at_the_edge_counts_on_the_side_where_people_expect_it(
    dagen: list[tuple[date, date | None]], telt: tuple[int, int, int, int]
) -> None:
    assert stroom(*dagen) == telt


def test_figures_are_kept_as_text_and_read_back_the_same() -> None:
    cijfers = Kwartaalcijfers(meldingen=3, in_zorg_eind=2, lasten=Decimal("-1234.50"))
    assert cijfers.als_json()["lasten"] == "-1234.50"
    assert uit_json(cijfers.als_json()) == cijfers
    assert samen([cijfers, cijfers]) == Kwartaalcijfers(meldingen=6, in_zorg_eind=4, lasten=Decimal("-2469.00"))
    assert samen([]) == Kwartaalcijfers()


def test_a_quarter_knows_its_days_and_the_one_before() -> None:
    assert (Q1.van, Q1.tot, Q1.ervoor) == (date(2026, 1, 1), date(2026, 3, 31), Kwartaal(2025, 4))
    assert Kwartaal(2026, 4).ervoor == Kwartaal(2026, 3)
    assert kwartaal_van(date(2026, 12, 31)) == Kwartaal(2026, 4)
    assert Q1.naam == "eerste kwartaal van 2026"
    assert begonnen(date(2026, 4, 1))[:3] == (Kwartaal(2026, 2), Q1, Kwartaal(2025, 4))
    assert len(begonnen(date(2026, 4, 1))) == 6


@pytest.mark.parametrize(("jaar", "nummer"), [(2026, 0), (2026, 5), (1, 1), (9999, 4), (10**6, 1)])
def test_there_is_no_other_quarter(jaar: int, nummer: int) -> None:
    with pytest.raises(ValueError, match="er is geen kwartaal"):
        Kwartaal(jaar, nummer)
