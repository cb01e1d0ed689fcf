"""The calendar of duties: in order of their last day, the ones without a day last."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.plichten import Plicht, Plichtdag, jaarkalender
from voordeur.regels.uitkomst import Stap
from voordeur.regels.wanneer import Wanneer


def plicht(id_: str, wanneer: Wanneer, van: date | None = None, tot: date | None = None) -> Plicht:
    return Plicht(id_, f"doe {id_}", "het bureau", wanneer, (f"x/{id_}",), van=van, tot=tot)


OOIT = plicht("ooit", Wanneer("zonder_dag"))
VIERJAAR = plicht("vierjaar", Wanneer("elke_jaren", jaren=4))
PLAN = plicht("plan", Wanneer("jaarlijks", maand=11, dag=30))
RAPPORT = plicht("rapport", Wanneer("na_kwartaal", maanden=1))
OVERLEG = plicht("overleg", Wanneer("venster", maand=2, dag=1, tot_maand=7, tot_dag=31))


def momenten(*plichten: Plicht, jaar: int = 2026) -> list[tuple[str, str]]:
    return [(dag.plicht.id, str(dag.uiterlijk)) for dag in jaarkalender(plichten, jaar).waarde]


def test_duties_come_in_order_of_their_last_day_and_the_ones_without_come_last() -> None:
    assert momenten(VIERJAAR, PLAN, OOIT, OVERLEG, RAPPORT) == [
        ("rapport", "2026-01-31"),
        ("rapport", "2026-04-30"),
        ("overleg", "2026-07-31"),
        ("rapport", "2026-07-31"),
        ("rapport", "2026-10-31"),
        ("plan", "2026-11-30"),
        ("vierjaar", "None"),
        ("ooit", "None"),
    ]


def test_every_moment_is_explained_with_what_and_who() -> None:
    uitkomst = jaarkalender((PLAN, OVERLEG, OOIT, VIERJAAR), 2026)
    wie = "het bureau"
    overleg = {"wat": "doe overleg", "wie": wie, "van": "2026-02-01", "uiterlijk": "2026-07-31"}
    plan = {"wat": "doe plan", "wie": wie, "van": None, "uiterlijk": "2026-11-30"}
    assert uitkomst.stappen == (
        Stap("kalender.jaar", {"jaar": 2026, "aantal": 4}, ()),
        Stap("kalender.tussen", overleg, ("x/overleg",)),
        Stap("kalender.uiterlijk", plan, ("x/plan",)),
        Stap("kalender.zonder_dag", {"wat": "doe ooit", "wie": wie, "jaren": None}, ("x/ooit",)),
        Stap("kalender.elke_jaren", {"wat": "doe vierjaar", "wie": wie, "jaren": 4}, ("x/vierjaar",)),
    )
    assert uitkomst.waarde[0] == Plichtdag(OVERLEG, date(2026, 2, 1), date(2026, 7, 31))
    assert uitkomst.waarde[2] == Plichtdag(OOIT, None, None)


@pytest.mark.parametrize(
    ("van", "tot", "aantal"),
    [
        (None, None, 1),
        (date(2026, 11, 30), date(2026, 11, 30), 1),
        (date(2026, 12, 1), None, 0),
        (None, date(2026, 11, 29), 0),
        (date(2030, 1, 1), None, 0),
        (None, date(2026, 11, 30), 1),
    ],
)
def test_a_duty_falls_due_only_between_its_days(van: date | None, tot: date | None, aantal: int) -> None:
    assert len(momenten(plicht("plan", PLAN.wanneer, van, tot))) == aantal


@pytest.mark.parametrize("wanneer", [OOIT.wanneer, VIERJAAR.wanneer])
@pytest.mark.parametrize(
    ("van", "tot", "aantal"),
    [
        (None, date(2026, 12, 31), 1),
        (None, date(2026, 12, 30), 0),
        (date(2026, 12, 31), None, 1),
        (date(2027, 1, 1), None, 0),
    ],
)
def test_a_duty_without_a_day_is_in_the_year_at_whose_end_it_holds(
    wanneer: Wanneer, van: date | None, tot: date | None, aantal: int
) -> None:
    assert len(momenten(plicht("ooit", wanneer, van, tot))) == aantal


def test_a_duty_that_comes_once_is_only_in_its_own_year() -> None:
    eens = plicht("eens", Wanneer("eenmalig", tot=date(2026, 5, 1)))
    assert momenten(eens) == [("eens", "2026-05-01")]
    assert momenten(eens, jaar=2027) == []
    assert jaarkalender((eens,), 2027).stappen == (Stap("kalender.jaar", {"jaar": 2027, "aantal": 0}, ()),)


def test_duties_on_the_same_day_keep_the_order_of_the_source() -> None:
    een, twee = plicht("een", PLAN.wanneer), plicht("twee", PLAN.wanneer)
    assert [naam for naam, _ in momenten(twee, een)] == ["twee", "een"]
    assert [naam for naam, _ in momenten(een, twee)] == ["een", "twee"]
