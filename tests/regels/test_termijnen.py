"""Terms: their length, their raw end, and whether and why they shift. Each step says what it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.datums import Periode
from voordeur.regels.feestdagen import Besluitdag, Feestdag, Sluitingskalender
from voordeur.regels.fouten import DatumBuitenKalender
from voordeur.regels.termijnen import Lengte, Termijn, Termijneinde, bereken_termijn
from voordeur.regels.uitkomst import Stap
from voordeur.regels.wanneer import Wanneer

GROND = ("x/a1",)
ATW_1, ATW_2, ATW_3, ATW_4, ATW_5 = (("atw/1",), ("atw/2",), ("atw/3",), ("atw/4",), ("atw/5",))
KALENDER = Sluitingskalender(
    (Feestdag("Tweede Paasdag", "pasen", ("atw/3",), dagen=1),),
    (Besluitdag(date(2026, 5, 15), ("atw/3",)),),
    2024,
    2028,
)
ZES_WEKEN = Termijn("advies", "Advies geven", GROND, "de vraag", Lengte(weken=6), regime="wet")


def test_a_term_of_the_law_that_ends_on_an_open_day_stays_there() -> None:
    uitkomst = bereken_termijn(ZES_WEKEN, date(2026, 3, 2), KALENDER)
    dag = date(2026, 4, 13)
    assert uitkomst.waarde == Termijneinde(date(2026, 3, 2), dag, dag)
    begin = {"naam": "Advies geven", "lengte": "6 weken", "vanaf": "de vraag", "start": "2026-03-02"}
    assert uitkomst.stappen == (
        Stap("termijn.lengte", begin, GROND),
        Stap("termijn.einde_ruw", {"einde_ruw": "2026-04-13"}, GROND),
        Stap("termijn.open_dag", {"uiterlijk": "2026-04-13"}, ATW_1),
    )


def test_a_term_of_the_law_runs_on_through_closed_days_and_names_each_of_them() -> None:
    uitkomst = bereken_termijn(ZES_WEKEN, date(2026, 2, 21), KALENDER)
    assert uitkomst.waarde == Termijneinde(date(2026, 2, 21), date(2026, 4, 4), date(2026, 4, 7))
    assert uitkomst.stappen[1:] == (
        Stap("termijn.einde_ruw", {"einde_ruw": "2026-04-04"}, GROND),
        Stap("termijn.gesloten_dag", {"dag": "2026-04-04", "reden": "zaterdag"}, ("atw/1", "atw/3")),
        Stap("termijn.gesloten_dag", {"dag": "2026-04-05", "reden": "zondag"}, ("atw/1", "atw/3")),
        Stap("termijn.gesloten_dag", {"dag": "2026-04-06", "reden": "Tweede Paasdag"}, ("atw/1", "atw/3")),
        Stap("termijn.verschoven", {"uiterlijk": "2026-04-07"}, ATW_1),
    )


@pytest.mark.parametrize(
    ("regime", "lengte", "richting", "slot"),
    [
        ("overeenkomst", Lengte(weken=6), "vooruit", Stap("termijn.overeenkomst_verschuift_niet", {}, ATW_5)),
        ("uitgesloten", Lengte(dagen=42), "vooruit", Stap("termijn.uitgesloten", {}, GROND)),
        ("wet", Lengte(dagen=21), "terug", Stap("termijn.terug_verschuift_niet", {}, ATW_1)),
        ("overeenkomst", Lengte(weken=13), "terug", Stap("termijn.overeenkomst_verschuift_niet", {}, ATW_5)),
        ("uitgesloten", Lengte(weken=13), "terug", Stap("termijn.uitgesloten", {}, GROND)),
        ("wet", Lengte(weken=13), "terug", Stap("termijn.terug_verschuift_niet", {}, ATW_1)),
        ("wet", Lengte(weken=13), "vooruit", Stap("termijn.te_lang", {"lengte": "13 weken"}, ATW_4)),
    ],
)
def test_some_terms_never_shift_and_say_why(regime: str, lengte: Lengte, richting: str, slot: Stap) -> None:
    termijn = Termijn("t", "Termijn", GROND, "iets", lengte, regime=regime, richting=richting)  # type: ignore[arg-type]
    uitkomst = bereken_termijn(termijn, date(2026, 2, 21), KALENDER)  # a Saturday: whole weeks end on one too
    einde = uitkomst.waarde.einde_ruw
    assert einde.weekday() == 5
    assert uitkomst.waarde.uiterlijk == einde
    assert uitkomst.stappen[-1] == Stap(slot.sleutel, {**slot.waarden, "uiterlijk": str(einde)}, slot.gronden)
    assert len(uitkomst.stappen) == 3


def test_a_term_of_an_agreement_does_not_shift_unless_it_is_said_to() -> None:
    assert Termijn("t", "Termijn", GROND, "iets", Lengte(weken=1)).regime == "overeenkomst"


def test_a_term_counted_back_lies_before_its_start_and_says_so() -> None:
    terug = Termijn("stukken", "Stukken", ("x/a2",), "de hoorzitting", Lengte(maanden=1), richting="terug")
    uitkomst = bereken_termijn(terug, date(2026, 3, 31), KALENDER)
    assert uitkomst.waarde == Termijneinde(date(2026, 3, 31), date(2026, 2, 28), date(2026, 2, 28))
    begin = {"naam": "Stukken", "lengte": "1 maand", "vanaf": "de hoorzitting", "start": "2026-03-31"}
    assert uitkomst.stappen[0] == Stap("termijn.lengte_terug", begin, ("x/a2",))


def test_a_term_to_a_fixed_day_ends_on_it_and_shifts_only_by_law() -> None:
    wanneer = Wanneer("jaarlijks", maand=10, dag=31)
    plan = Termijn("plan", "Jaarplan", GROND, "het jaar", wanneer=wanneer)
    uitkomst = bereken_termijn(plan, date(2026, 1, 5), KALENDER)
    assert uitkomst.waarde.uiterlijk == date(2026, 10, 31)
    assert uitkomst.stappen[0] == Stap("termijn.vaste_dag", {"naam": "Jaarplan", "start": "2026-01-05"}, GROND)
    wet = Termijn("plan", "Jaarplan", GROND, "het jaar", wanneer=wanneer, regime="wet")
    assert bereken_termijn(wet, date(2026, 1, 5), KALENDER).waarde.uiterlijk == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("lengte", "schuift"),
    [
        (Lengte(weken=12), True),
        (Lengte(weken=13), False),
        (Lengte(dagen=90), True),
        (Lengte(dagen=91), False),
        (Lengte(maanden=3), True),
        (Lengte(maanden=4), False),
    ],
)
def test_the_law_shifts_terms_of_at_most_twelve_weeks_ninety_days_or_three_months(
    lengte: Lengte, schuift: bool
) -> None:
    assert lengte.valt_onder_termijnenwet is schuift
    start = date(2026, 6, 1)
    while lengte.na(start).weekday() != 5:
        start = date.fromordinal(start.toordinal() + 1)
    waarde = bereken_termijn(Termijn("t", "T", GROND, "iets", lengte, regime="wet"), start, KALENDER).waarde
    assert (waarde.uiterlijk != waarde.einde_ruw) is schuift


def test_a_suspension_does_not_make_a_term_of_twelve_weeks_too_long() -> None:
    twaalf = Termijn("t", "T", GROND, "iets", Lengte(weken=12), regime="wet")
    waarde = bereken_termijn(twaalf, date(2026, 6, 5), KALENDER, [Periode(date(2026, 6, 10), date(2026, 6, 10))]).waarde
    assert (waarde.einde_ruw, waarde.uiterlijk) == (date(2026, 8, 29), date(2026, 8, 31))


def test_exactly_one_way_to_end_a_term_is_given() -> None:
    for velden in ({}, {"lengte": Lengte(weken=1), "wanneer": Wanneer("elk_jaar")}):
        with pytest.raises(ValueError, match=r"^geef precies een van lengte of wanneer$"):
            Termijn("t", "T", GROND, "iets", **velden)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "velden", [{}, {"weken": 1, "dagen": 1}, {"maanden": -1}, {"weken": 2, "dagen": -1}, {"weken": 0}, {"dagen": -3}]
)
def test_a_length_has_exactly_one_unit_and_is_more_than_nothing(velden: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"^geef precies een van weken, dagen of maanden, groter dan nul$"):
        Lengte(**velden)


@pytest.mark.parametrize(
    ("lengte", "tekst"),
    [
        (Lengte(weken=1), "1 week"),
        (Lengte(weken=2), "2 weken"),
        (Lengte(dagen=1), "1 dag"),
        (Lengte(dagen=10), "10 dagen"),
        (Lengte(maanden=1), "1 maand"),
        (Lengte(maanden=180), "180 maanden"),
    ],
)
def test_a_length_reads_as_people_say_it(lengte: Lengte, tekst: str) -> None:
    assert lengte.tekst == tekst


def test_a_term_past_the_last_year_has_no_answer() -> None:
    with pytest.raises(DatumBuitenKalender):
        bereken_termijn(ZES_WEKEN, date(9999, 12, 1), KALENDER)


@pytest.mark.parametrize(
    ("start", "voorlopig"),
    [
        (date(2023, 11, 18), True),  # the raw end is still in 2023, the day after the shift in 2024
        (date(2023, 11, 20), False),
        (date(2028, 11, 17), False),  # ends on Friday 29 December 2028
        (date(2028, 11, 18), True),  # raw end 30 December 2028, shifted to 1 January 2029
        (date(2028, 11, 20), True),
    ],
)
def test_a_term_that_ends_in_a_year_without_known_decrees_is_provisional(start: date, voorlopig: bool) -> None:
    slot = bereken_termijn(ZES_WEKEN, start, KALENDER).stappen[-1]
    assert (slot == Stap("termijn.voorlopig", {"van": 2024, "tot": 2028}, ATW_3)) is voorlopig


def test_a_term_that_cannot_shift_is_not_provisional() -> None:
    vast = Termijn("t", "T", GROND, "iets", Lengte(weken=6))
    sleutels = [stap.sleutel for stap in bereken_termijn(vast, date(2040, 1, 1), KALENDER).stappen]
    assert sleutels == ["termijn.lengte", "termijn.einde_ruw", "termijn.overeenkomst_verschuift_niet"]
