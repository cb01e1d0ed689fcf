"""An outcome carries its reasoning in terms that JSON can hold exactly."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.uitkomst import Stap, Uitkomst, als_json, schrijf_getal, stap


def test_a_step_holds_its_key_its_grounds_and_its_values_as_json() -> None:
    gezet = stap("x.y", ("x/a1", "atw/1"), bedrag=Decimal("12.50"), dag=date(2026, 3, 2), aantal=3, wel=True)
    waarden = {"bedrag": "12.50", "dag": "2026-03-02", "aantal": 3, "wel": True}
    assert gezet == Stap("x.y", waarden, ("x/a1", "atw/1"))
    assert isinstance(gezet.waarden["dag"], str)


def test_a_step_without_grounds_rests_on_nothing() -> None:
    assert stap("x.y") == Stap("x.y", {}, ())


def test_a_value_may_be_called_sleutel_or_gronden() -> None:
    assert stap("x.y", ("x/a1",), sleutel="a", gronden="b").waarden == {"sleutel": "a", "gronden": "b"}


def test_lists_and_mappings_are_written_down_to_the_last_level() -> None:
    diep = {1: (Decimal("0.10"), [date(2024, 2, 29), None]), "b": {"c": ({2: False},)}}
    assert als_json(diep) == {"1": ["0.10", ["2024-02-29", None]], "b": {"c": [{"2": False}]}}
    assert als_json(()) == []
    assert als_json("tekst") == "tekst"


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [
        ("0", "0"),
        ("-0.00", "0.00"),
        ("0.00", "0.00"),
        ("-0.01", "-0.01"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("-12.50", "-12.50"),
        ("123456789012345678901234567890.12", "123456789012345678901234567890.12"),
    ],
)
def test_a_number_is_written_without_exponent_and_without_a_minus_before_zero(getal: str, tekst: str) -> None:
    assert schrijf_getal(Decimal(getal)) == tekst


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.dictionaries(st.text(max_size=4), st.decimals(allow_nan=False, allow_infinity=False, places=2), max_size=4))
def test_amounts_survive_json_exactly(bedragen: dict[str, Decimal]) -> None:
    terug = json.loads(json.dumps(als_json(bedragen)))
    assert {naam: Decimal(bedrag) for naam, bedrag in terug.items()} == bedragen


def test_an_outcome_and_its_steps_cannot_be_changed_afterwards() -> None:
    uitkomst = Uitkomst(1, (stap("x.y"),))
    with pytest.raises(FrozenInstanceError):
        uitkomst.waarde = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        uitkomst.stappen[0].sleutel = "z"  # type: ignore[misc]
