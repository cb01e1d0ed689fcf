"""Who pays in a situation, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.betalers import Betaalregel, wie_betaalt
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.uitkomst import Stap

OUD = Betaalregel("verhuizing", "een verhuizing", "de oude gemeente", ("x/b1",), tot=date(2026, 6, 30))
NIEUW = Betaalregel("verhuizing", "een verhuizing", "de nieuwe gemeente", ("x/b2",), vanaf=date(2026, 7, 1))
ANDERS = Betaalregel("brand", "een brand", "de verzekeraar", ("x/b3",))
REGELS = (OUD, NIEUW, ANDERS)


def test_the_payer_with_the_ground_it_rests_on() -> None:
    uitkomst = wie_betaalt(REGELS, "brand", date(2026, 3, 2))
    assert uitkomst.waarde == "de verzekeraar"
    waarden = {"wat": "een brand", "betaler": "de verzekeraar", "op": "2026-03-02"}
    assert uitkomst.stappen == (Stap("betaler.wie", waarden, ("x/b3",)),)


@pytest.mark.parametrize(
    ("op", "betaler"),
    [
        (date(1900, 1, 1), "de oude gemeente"),
        (date(2026, 6, 30), "de oude gemeente"),
        (date(2026, 7, 1), "de nieuwe gemeente"),
        (date(9999, 12, 31), "de nieuwe gemeente"),
    ],
)
def test_the_payer_changes_on_the_day_that_the_source_names(op: date, betaler: str) -> None:
    assert wie_betaalt(REGELS, "verhuizing", op).waarde == betaler
    assert wie_betaalt(REGELS[::-1], "verhuizing", op).waarde == betaler


def test_of_two_rules_that_hold_the_later_in_the_source_counts() -> None:
    later = Betaalregel("brand", "een brand", "het fonds", ("x/b4",))
    assert wie_betaalt((*REGELS, later), "brand", date(2026, 3, 2)).waarde == "het fonds"


def test_a_plan_that_never_came_into_force_is_said_to_be_one() -> None:
    plan = Betaalregel("brand", "een brand", "het fonds", ("x/b4",), plan=True)
    stappen = wie_betaalt((plan,), "brand", date(2026, 3, 2)).stappen
    assert stappen[1:] == (Stap("betaler.plan", {}, ("x/b4",)),)


@pytest.mark.parametrize(
    ("regels", "situatie", "op"),
    [
        (REGELS, "ziekte", date(2026, 3, 2)),
        ((NIEUW,), "verhuizing", date(2026, 6, 30)),
        ((), "brand", date(2026, 1, 1)),
    ],
)
def test_what_the_agreement_does_not_say_has_no_payer(regels: tuple[Betaalregel, ...], situatie: str, op: date) -> None:
    with pytest.raises(RegelOntbreekt) as fout:
        wie_betaalt(regels, situatie, op)
    assert str(fout.value) == f"deze regeling kent geen betaalregel {situatie} op {op}"
