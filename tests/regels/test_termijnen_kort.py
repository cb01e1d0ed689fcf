"""Short terms hold two open days, and suspended days are not in the term."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.datums import Periode
from voordeur.regels.feestdagen import Feestdag, Sluitingskalender
from voordeur.regels.fouten import DatumBuitenKalender, OngeldigFeit
from voordeur.regels.termijnen import Lengte, Termijn, bereken_termijn
from voordeur.regels.uitkomst import Stap

GROND = ("x/a1",)
GEEN_FEEST = Sluitingskalender((), (), 2000, 2100)
# Good Friday to Easter Monday closed
PASEN = Sluitingskalender(
    tuple(Feestdag(naam, "pasen", ("atw/3",), dagen=dagen) for naam, dagen in (("Goede Vrijdag", -2), ("Pasen", 1))),
    (),
    2000,
    2100,
)


def kort(dagen: int, regime: str = "wet") -> Termijn:
    return Termijn("kort", "Korte termijn", GROND, "iets", Lengte(dagen=dagen), regime=regime)  # type: ignore[arg-type]


def twee_weken() -> Termijn:
    return Termijn("besluit", "Besluit", GROND, "de vraag", Lengte(weken=2), regime="wet")


def test_a_term_of_three_days_over_easter_is_lengthened_to_two_open_days() -> None:
    uitkomst = bereken_termijn(kort(3), date(2026, 4, 2), PASEN)
    assert (uitkomst.waarde.einde_ruw, uitkomst.waarde.uiterlijk) == (date(2026, 4, 5), date(2026, 4, 8))
    assert uitkomst.stappen[-2:] == (
        Stap("termijn.verschoven", {"uiterlijk": "2026-04-07"}, ("atw/1",)),
        Stap("termijn.twee_open_dagen", {"uiterlijk": "2026-04-08"}, ("atw/2",)),
    )


def test_the_lengthening_skips_closed_days() -> None:
    # Saturday and Sunday are in the term, Monday to Thursday are suspended: Friday is its only open day
    pauze = Periode(date(2026, 3, 9), date(2026, 3, 12))
    uitkomst = bereken_termijn(kort(3), date(2026, 3, 6), GEEN_FEEST, [pauze])
    assert (uitkomst.waarde.einde_ruw, uitkomst.waarde.uiterlijk) == (date(2026, 3, 13), date(2026, 3, 16))
    assert uitkomst.stappen[-2:] == (
        Stap("termijn.open_dag", {"uiterlijk": "2026-03-13"}, ("atw/1",)),
        Stap("termijn.twee_open_dagen", {"uiterlijk": "2026-03-16"}, ("atw/2",)),
    )


@pytest.mark.parametrize(
    ("dagen", "uiterlijk"),
    [
        (1, date(2026, 4, 7)),
        (2, date(2026, 4, 7)),
        (3, date(2026, 4, 8)),
        (5, date(2026, 4, 8)),
        (6, date(2026, 4, 8)),
        (7, date(2026, 4, 9)),
    ],
)
def test_a_term_of_one_or_two_days_only_shifts(dagen: int, uiterlijk: date) -> None:
    assert bereken_termijn(kort(dagen), date(2026, 4, 2), PASEN).waarde.uiterlijk == uiterlijk


def test_two_open_days_are_only_promised_by_the_law() -> None:
    assert bereken_termijn(kort(3, "overeenkomst"), date(2026, 4, 2), PASEN).waarde.uiterlijk == date(2026, 4, 5)


def test_a_term_with_two_open_days_is_not_lengthened() -> None:
    sleutels = [stap.sleutel for stap in bereken_termijn(kort(3), date(2026, 3, 2), GEEN_FEEST).stappen]
    assert sleutels == ["termijn.lengte", "termijn.einde_ruw", "termijn.open_dag"]


def test_suspended_days_move_the_raw_end_and_then_the_term_shifts() -> None:
    pauze = Periode(date(2026, 3, 5), date(2026, 3, 10))
    uitkomst = bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, [pauze])
    assert (uitkomst.waarde.einde_ruw, uitkomst.waarde.uiterlijk) == (date(2026, 3, 22), date(2026, 3, 23))
    assert uitkomst.stappen[1:3] == (
        Stap("termijn.opschorting", {"van": "2026-03-05", "tot": "2026-03-10", "dagen": 6}, ("awb/4:15",)),
        Stap("termijn.einde_ruw", {"einde_ruw": "2026-03-22"}, GROND),
    )


def test_overlapping_suspensions_count_each_day_once() -> None:
    pauzes = [
        Periode(date(2026, 3, 8), date(2026, 3, 12)),
        Periode(date(2026, 3, 5), date(2026, 3, 10)),
        Periode(date(2026, 3, 6), date(2026, 3, 7)),
        Periode(date(2026, 3, 13), date(2026, 3, 13)),
    ]
    uitkomst = bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, pauzes)
    assert uitkomst.waarde.einde_ruw == date(2026, 3, 25)
    assert [stap.waarden["dagen"] for stap in uitkomst.stappen[1:5]] == [6, 0, 2, 1]


def test_of_two_suspensions_from_the_same_day_the_shorter_is_counted_first() -> None:
    pauzes = [Periode(date(2026, 3, 5), date(2026, 3, 10)), Periode(date(2026, 3, 5), date(2026, 3, 7))]
    for lijst in (pauzes, pauzes[::-1]):
        stappen = bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, lijst).stappen
        assert [(stap.waarden["tot"], stap.waarden["dagen"]) for stap in stappen[1:3]] == [
            ("2026-03-07", 3),
            ("2026-03-10", 3),
        ]


@pytest.mark.parametrize("dag", [date(2026, 3, 3), date(2026, 3, 16)])
def test_a_suspension_may_start_from_the_first_day_up_to_the_last(dag: date) -> None:
    waarde = bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, [Periode(dag, dag)]).waarde
    assert waarde.einde_ruw == date(2026, 3, 17)


@pytest.mark.parametrize("dag", [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 17)])
def test_a_suspension_outside_the_term_is_refused(dag: date) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, [Periode(dag, date(2026, 4, 1))])
    melding = f"begint op {dag}; dat moet na 2026-03-02 zijn en niet na 2026-03-16"
    assert (fout.value.veld, fout.value.melding) == ("opschorting", melding)


def test_an_earlier_suspension_makes_room_for_a_later_one() -> None:
    pauzes = [Periode(date(2026, 3, 18), date(2026, 3, 18)), Periode(date(2026, 3, 16), date(2026, 3, 17))]
    assert bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, pauzes).waarde.einde_ruw == date(2026, 3, 19)
    te_laat = Periode(date(2026, 3, 19), date(2026, 3, 19))
    with pytest.raises(OngeldigFeit, match="begint op 2026-03-19; dat moet na 2026-03-02 zijn en niet na 2026-03-18"):
        bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, [pauzes[1], te_laat])


def test_a_suspension_without_an_end_gives_no_last_day() -> None:
    with pytest.raises(DatumBuitenKalender):
        bereken_termijn(twee_weken(), date(2026, 3, 2), GEEN_FEEST, [Periode(date(2026, 3, 5))])


def test_a_term_counted_back_knows_no_suspension() -> None:
    terug = Termijn("t", "T", GROND, "iets", Lengte(dagen=10), richting="terug")
    with pytest.raises(OngeldigFeit, match=r"^opschorting: begint op 2026-03-05"):
        bereken_termijn(terug, date(2026, 3, 10), GEEN_FEEST, [Periode(date(2026, 3, 5), date(2026, 3, 6))])


def test_suspended_days_do_not_count_as_open_days_of_the_term() -> None:
    # from Thursday: Friday is suspended, so the raw end is Monday and that is the only open day in the term
    vrijdag = Periode(date(2026, 3, 6), date(2026, 3, 6))
    uitkomst = bereken_termijn(kort(3), date(2026, 3, 5), GEEN_FEEST, [vrijdag])
    assert (uitkomst.waarde.einde_ruw, uitkomst.waarde.uiterlijk) == (date(2026, 3, 9), date(2026, 3, 10))
    assert uitkomst.stappen[-1] == Stap("termijn.twee_open_dagen", {"uiterlijk": "2026-03-10"}, ("atw/2",))
