"""`voordeur verreken ijsselvecht`: one result, shared by a fixed key; every amount worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import met, vraag, weiger, zonder
from tests.cli.voorbeelden import VERREKEN_IJSSELVECHT

VELDEN = ("uitvoeringskosten_maximum", "ingehouden", "niet_ingehouden", "resultaat")
GEVALLEN = {
    "the cost above 5.1 percent is not covered": (
        {},
        ("51000.00", "51000.00", "9000.00", "49000.00"),
        ("34300.00", "14700.00", "0.00", "0.00"),
    ),
    "a cost below the maximum is withheld whole": (
        {"uitvoeringskosten": "50999.99"},
        ("51000.00", "50999.99", "0.00", "49000.01"),
        ("34300.01", "14700.00", "0.00", "0.00"),
    ),
    "another share by decision": (
        {"afwijkend_besluit": "0.060"},
        ("60000.00", "60000.00", "0.00", "40000.00"),
        ("28000.00", "12000.00", "0.00", "0.00"),
    ),
    "a decision of zero is zero": (
        {"afwijkend_besluit": "0"},
        ("0.00", "0.00", "60000.00", "100000.00"),
        ("70000.00", "30000.00", "0.00", "0.00"),
    ),
    "a deficit is charged by the same key": (
        {"voorzieningen": "1000000.00"},
        ("51000.00", "51000.00", "9000.00", "-51000.00"),
        ("0.00", "0.00", "35700.00", "15300.00"),
    ),
    "nothing left is nothing for everybody": (
        {"voorzieningen": "949000.00"},
        ("51000.00", "51000.00", "9000.00", "0.00"),
        ("0.00", "0.00", "0.00", "0.00"),
    ),
    "the maximum is rounded half up: 0.051 of 0.50 is 0.0255, of 5.00 is 0.255": (
        {"rijksbudget": "5.00", "uitvoeringskosten": "1.00", "voorzieningen": "0.00"},
        ("0.26", "0.26", "0.74", "4.74"),
        ("3.32", "1.42", "0.00", "0.00"),
    ),
}


@pytest.mark.parametrize(("anders", "bedragen", "delen"), GEVALLEN.values(), ids=GEVALLEN.keys())
def test_ijsselvecht(anders: dict[str, Any], bedragen: tuple[str, ...], delen: tuple[str, ...]) -> None:
    uitkomst = vraag("verreken", "ijsselvecht", invoer=met(VERREKEN_IJSSELVECHT, **anders))
    uitkering, bijdrage = uitkomst["uitkering"], uitkomst["bijdrage"]
    assert tuple(uitkomst[veld] for veld in VELDEN) == bedragen
    assert (uitkering["0193"], uitkering["0148"], bijdrage["0193"], bijdrage["0148"]) == delen


def test_no_decision_is_the_same_as_null() -> None:
    zonder_besluit = zonder(VERREKEN_IJSSELVECHT, "afwijkend_besluit")
    assert vraag("verreken", "ijsselvecht", invoer=zonder_besluit) == vraag(
        "verreken", "ijsselvecht", invoer=VERREKEN_IJSSELVECHT
    )


@pytest.mark.parametrize("besluit", ["1.01", "-0.01", "5.1", "0,06", "", 0.06, 0])
def test_a_decided_share_lies_between_zero_and_one(besluit: Any) -> None:
    invoer = met(VERREKEN_IJSSELVECHT, afwijkend_besluit=besluit)
    assert "afwijkend_besluit" in weiger("verreken", "ijsselvecht", invoer=invoer)


def test_the_key_of_2015_has_to_be_given() -> None:
    assert "sleutel" in weiger("verreken", "ijsselvecht", invoer=zonder(VERREKEN_IJSSELVECHT, "sleutel"))


@pytest.mark.parametrize(
    ("sleutel", "genoemd"),
    [
        ({}, "sleutel"),
        ({"0193": "0", "0148": "0.0"}, "sleutel"),
        ({"0193": "1", "0153": "1"}, "sleutel.0153"),
        ({"0193": "1", "193": "1"}, "sleutel"),
        ({"0193": "-1", "0148": "2"}, "sleutel.0193"),
        ({"0193": "1", "0148": 2}, "sleutel.0148"),
        ({"0193": "1", "0148": "1e3"}, "sleutel.0148"),
        ({"0193": "1", "0148": "+1"}, "sleutel.0148"),
        ({"0193": "1", "0148": None}, "sleutel.0148"),
    ],
)
def test_a_key_that_is_none_is_refused(sleutel: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("verreken", "ijsselvecht", invoer=met(VERREKEN_IJSSELVECHT, sleutel=sleutel))
