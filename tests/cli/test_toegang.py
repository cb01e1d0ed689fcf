"""`voordeur toegang toets`: yes, no or unknown, and what is still to be found out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import heel, met, redenen, vraag, weiger, zonder
from tests.cli.voorbeelden import TOEGANG, TOEGANG_DRECHTSTEDEN

ALLES = {"1": True, "2": True, "3": True, "4": True}
VOLLEDIG = met(TOEGANG, criteria={"all-inclusive": ALLES, "modulair": {"1": False}})
ALLE_NUMMERS = [f"all-inclusive/{n}" for n in range(1, 5)] + [f"modulair/{n}" for n in range(1, 7)]


def enschede(invoer: dict[str, Any]) -> dict[str, Any]:
    return vraag("toegang", "toets", "enschede", invoer=invoer)


def drechtsteden(invoer: dict[str, Any]) -> dict[str, Any]:
    return vraag("toegang", "toets", "drechtsteden", invoer=invoer)


def test_the_example_still_asks_for_one_criterion() -> None:
    uitkomst = enschede(TOEGANG)
    assert uitkomst["toegang"] == "onbekend"
    assert uitkomst["vormen"] == {"all-inclusive": "onbekend", "modulair": "nee"}
    assert uitkomst["ontbreekt"] == ["all-inclusive/4"]


def test_all_criteria_of_one_form_and_all_conditions_give_access() -> None:
    uitkomst = enschede(VOLLEDIG)
    assert uitkomst["toegang"] == "ja"
    assert uitkomst["vormen"] == {"all-inclusive": "ja", "modulair": "nee"}
    assert uitkomst["ontbreekt"] == []


def test_with_only_the_day_everything_is_unknown_in_the_order_of_the_source() -> None:
    uitkomst = enschede({"peildatum": "2026-03-01"})
    assert uitkomst["vormen"] == {"all-inclusive": "onbekend", "modulair": "onbekend"}
    assert uitkomst["ontbreekt"] == ["geboortedatum", "woonplaats", "lokale_voorziening", *ALLE_NUMMERS]


@pytest.mark.parametrize("veld", ["geboortedatum", "woonplaats", "lokale_voorziening", "overgangsrecht", "criteria"])
def test_null_is_the_same_as_leaving_a_fact_out(veld: str) -> None:
    assert enschede(met(TOEGANG, **{veld: None})) == enschede(zonder(TOEGANG, veld))


def test_a_form_without_answers_is_unknown() -> None:
    uitkomst = enschede(met(TOEGANG, criteria={"all-inclusive": None, "modulair": {"1": False}}))
    assert uitkomst["vormen"]["all-inclusive"] == "onbekend"
    assert uitkomst["ontbreekt"] == ALLE_NUMMERS[:4]


def test_a_false_criterion_decides_a_form_whatever_else_is_unknown() -> None:
    uitkomst = enschede(met(TOEGANG, criteria={"all-inclusive": {"3": False}, "modulair": {"6": False}}))
    assert (uitkomst["toegang"], uitkomst["ontbreekt"]) == ("nee", [])
    assert uitkomst["vormen"] == {"all-inclusive": "nee", "modulair": "nee"}


def test_when_a_form_is_yes_only_the_general_facts_are_asked() -> None:
    uitkomst = enschede(met(zonder(VOLLEDIG, "woonplaats"), criteria={"all-inclusive": ALLES}))
    assert uitkomst["toegang"] == "onbekend"
    assert uitkomst["vormen"] == {"all-inclusive": "ja", "modulair": "onbekend"}
    assert uitkomst["ontbreekt"] == ["woonplaats"]


@pytest.mark.parametrize(
    ("geboren", "peildatum", "toegang"),
    [
        ("2008-03-01", "2026-03-01", "ja"),
        ("2008-03-02", "2026-03-01", "nee"),
        ("2008-02-29", "2026-02-28", "nee"),
        ("2008-02-29", "2026-03-01", "ja"),
    ],
)
def test_access_starts_at_eighteen(geboren: str, peildatum: str, toegang: str) -> None:
    uitkomst = enschede(met(VOLLEDIG, geboortedatum=geboren, peildatum=peildatum))
    assert (uitkomst["toegang"], uitkomst["ontbreekt"]) == (toegang, [])
    assert uitkomst["vormen"]["all-inclusive"] == "ja"


@pytest.mark.parametrize("woonplaats", ["0141", "9999", "0000"])
def test_somebody_from_elsewhere_gets_no_and_is_shown_the_national_route(woonplaats: str) -> None:
    invoer = met(VOLLEDIG, woonplaats=woonplaats)
    assert enschede(invoer)["toegang"] == "nee"
    assert "landelijk" in redenen("toegang", "toets", "enschede", invoer=invoer)


@pytest.mark.parametrize("code", ["0153", "0147", "1774", "0158", "0164", "1735", "0168", "0173"])
def test_the_eight_municipalities_are_at_home(code: str) -> None:
    assert enschede(met(VOLLEDIG, woonplaats=code))["toegang"] == "ja"


@pytest.mark.parametrize(
    ("lokaal", "overgangsrecht", "toegang"),
    [
        ({"onderzocht": True, "volstaat": False}, False, "ja"),
        ({"onderzocht": True, "volstaat": True}, False, "nee"),
        ({"onderzocht": True, "volstaat": None}, False, "onbekend"),
        ({"onderzocht": False, "volstaat": None}, False, "onbekend"),
        ({"onderzocht": False, "volstaat": False}, False, "onbekend"),
        ({"onderzocht": None, "volstaat": False}, False, "onbekend"),
        ({"onderzocht": False}, False, "onbekend"),
        ({"volstaat": True}, False, "nee"),
        ({}, False, "onbekend"),
        (None, False, "onbekend"),
        ({"onderzocht": True, "volstaat": True}, True, "ja"),
        ({"onderzocht": False, "volstaat": None}, True, "ja"),
        (None, True, "ja"),
    ],
)
def test_the_local_facility_must_be_examined_and_fall_short(
    lokaal: dict[str, Any] | None, overgangsrecht: bool, toegang: str
) -> None:
    uitkomst = enschede(met(VOLLEDIG, lokale_voorziening=lokaal, overgangsrecht=overgangsrecht))
    assert uitkomst["toegang"] == toegang
    assert uitkomst["ontbreekt"] == (["lokale_voorziening"] if toegang == "onbekend" else [])


def test_a_failing_condition_is_a_no_with_nothing_left_to_ask() -> None:
    uitkomst = enschede({"peildatum": "2026-03-01", "geboortedatum": "2020-01-01"})
    assert (uitkomst["toegang"], uitkomst["ontbreekt"]) == ("nee", [])
    assert uitkomst["vormen"] == {"all-inclusive": "onbekend", "modulair": "onbekend"}


def test_drechtsteden_has_one_form_of_five_criteria_and_only_the_age() -> None:
    assert drechtsteden(TOEGANG_DRECHTSTEDEN)["toegang"] == "ja"
    uitkomst = drechtsteden({"peildatum": "2018-03-01"})
    assert uitkomst["vormen"] == {"beschermd-wonen": "onbekend"}
    assert uitkomst["ontbreekt"] == ["geboortedatum", *(f"beschermd-wonen/{n}" for n in range(1, 6))]


@pytest.mark.parametrize("nummer", ["1", "2", "3", "4", "5"])
def test_each_of_the_five_criteria_of_drechtsteden_can_refuse(nummer: str) -> None:
    uitkomst = drechtsteden(met(TOEGANG_DRECHTSTEDEN, criteria={"beschermd-wonen": {nummer: False}}))
    assert uitkomst["toegang"] == "nee"


@pytest.mark.parametrize("veld", ["woonplaats", "lokale_voorziening", "overgangsrecht"])
@pytest.mark.parametrize("waarde", [None, "vast"])
def test_what_drechtsteden_does_not_ask_is_no_key_there(veld: str, waarde: Any) -> None:
    invoer = met(TOEGANG_DRECHTSTEDEN, **{veld: None if waarde is None else TOEGANG[veld]})
    assert veld in weiger("toegang", "toets", "drechtsteden", invoer=invoer)


@pytest.mark.parametrize(
    ("criteria", "genoemd"),
    [
        ({"all-inclusive": {"5": True}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"0": True}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"01": True}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"１": True}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"": True}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"1": "ja"}}, "criteria.all-inclusive"),
        ({"all-inclusive": {"1": 1}}, "criteria.all-inclusive"),
        ({"all-inclusive": [True]}, "criteria.all-inclusive"),
        ({"modulair": {"7": True}}, "criteria.modulair"),
        ({"beschermd-wonen": {"1": True}}, "criteria.beschermd-wonen"),
    ],
)
def test_a_form_or_number_that_is_not_there_is_refused(criteria: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("toegang", "toets", "enschede", invoer=met(TOEGANG, criteria=criteria))


def test_each_condition_and_form_has_its_ground() -> None:
    antwoord = heel("toegang", "toets", "enschede", invoer=TOEGANG)
    assert antwoord["regeling"] == {"id": "enschede", "versie": "2022-01-01"}
    assert all(stap["gronden"] for stap in antwoord["waarom"])
