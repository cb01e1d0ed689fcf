"""The penalty for deciding late: which days, what each day costs, and never more than the highest amount."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regelingen.wetten import dwangsomregel
from voordeur.regels.dwangsom import Dwangsom, Dwangsomdag, Dwangsomregel, Schijf, bereken_dwangsom
from voordeur.regels.fouten import DatumBuitenKalender
from voordeur.regels.uitkomst import Stap, Uitkomst

GROND = ("awb/4:17",)
WET = Dwangsomregel(
    (Schijf(14, Decimal("23.00")), Schijf(14, Decimal("35.00")), Schijf(14, Decimal("45.00"))), 15, GROND
)
EINDE, BRIEF = date(2026, 3, 16), date(2026, 3, 17)
EERSTE = date(2026, 4, 1)  # two full weeks after the letter, 18 to 31 March


def na_dagen(aantal: int, regel: Dwangsomregel = WET) -> Uitkomst[Dwangsom]:
    """The penalty after so many days in default."""
    tot = EERSTE + timedelta(days=aantal - 1)
    return bereken_dwangsom(regel, einde_termijn=EINDE, ingebrekestelling=BRIEF, tot_en_met=tot)


@pytest.mark.parametrize(
    ("dagen", "totaal"),
    [(-5, "0.00"), (0, "0.00"), (1, "23.00"), (14, "322.00"), (15, "357.00"), (28, "812.00"), (29, "857.00"),
     (41, "1397.00"), (42, "1442.00"), (43, "1442.00"), (60, "1442.00")],
)  # fmt: skip
def test_the_total_after_some_days(dagen: int, totaal: str) -> None:
    waarde = na_dagen(dagen).waarde
    assert str(waarde.totaal) == totaal
    assert len(waarde.dagen) == min(max(dagen, 0), 42)


def test_every_day_has_its_own_amount() -> None:
    dagen = na_dagen(60).waarde.dagen
    assert dagen[0] == Dwangsomdag(EERSTE, Decimal("23.00"))
    assert [int(dag.bedrag) for dag in dagen] == [23] * 14 + [35] * 14 + [45] * 14
    assert [dag.dag for dag in dagen] == [EERSTE + timedelta(days=n) for n in range(42)]


def test_the_days_and_the_total_are_explained() -> None:
    uitkomst = na_dagen(16)
    assert (uitkomst.waarde.eerste_dag, uitkomst.waarde.laatste_dag) == (EERSTE, date(2026, 5, 12))
    eerste = {"ontvangen": "2026-03-17", "eerste": "2026-04-01", "na": 15}
    assert uitkomst.stappen == (
        Stap("dwangsom.eerste_dag", eerste, GROND),
        Stap("dwangsom.totaal", {"dagen": 16, "hoogste": 42, "totaal": "392.00"}, GROND),
    )


@pytest.mark.parametrize("ontvangen", [date(2026, 3, 1), EINDE])
def test_a_notice_before_the_term_had_ended_has_no_effect(ontvangen: date) -> None:
    uitkomst = bereken_dwangsom(WET, einde_termijn=EINDE, ingebrekestelling=ontvangen, tot_en_met=date(2026, 12, 31))
    assert uitkomst.waarde == Dwangsom((), Decimal("0.00"), None, None)
    assert str(uitkomst.waarde.totaal) == "0.00"
    waarden = {"ontvangen": str(ontvangen), "einde": "2026-03-16"}
    assert uitkomst.stappen == (Stap("dwangsom.te_vroeg", waarden, GROND),)


def test_another_reading_of_the_first_day_and_other_amounts_are_parameters() -> None:
    regel = Dwangsomregel((Schijf(2, Decimal("10.50")), Schijf(1, Decimal("99.99"))), 14, ("x/a1",))
    waarde = na_dagen(5, regel).waarde
    assert (waarde.eerste_dag, waarde.laatste_dag) == (date(2026, 3, 31), date(2026, 4, 2))
    assert waarde.totaal == Decimal("120.99")
    assert na_dagen(5, regel).stappen[0].gronden == ("x/a1",)


def test_the_law_as_the_package_reads_it_is_the_one_above() -> None:
    assert dwangsomregel(date(2026, 1, 1)) == WET


def test_a_penalty_past_the_last_year_has_no_answer() -> None:
    with pytest.raises(DatumBuitenKalender):
        bereken_dwangsom(WET, einde_termijn=EINDE, ingebrekestelling=date(9999, 12, 20), tot_en_met=date.max)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 30), st.integers(-30, 100), st.integers(0, 50))
def test_a_later_decision_never_costs_less_and_the_days_add_up(einde: date, na: int, dag: int, later: int) -> None:
    brief = einde + timedelta(days=na)
    vroeg, laat = (
        bereken_dwangsom(
            WET, einde_termijn=einde, ingebrekestelling=brief, tot_en_met=brief + timedelta(days=extra)
        ).waarde
        for extra in (dag, dag + later)
    )
    assert vroeg.dagen == laat.dagen[: len(vroeg.dagen)]
    assert vroeg.totaal <= laat.totaal <= Decimal("1442.00")
    assert laat.totaal == sum(eendag.bedrag for eendag in laat.dagen)
    assert laat.totaal - vroeg.totaal <= 45 * later
