"""`voordeur risico drechtsteden`: three signals, in a fixed order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import met, redenen, vraag, weiger, zonder
from tests.cli.voorbeelden import RISICO

GEZOND = {
    "eigen_vermogen": "0.00",
    "resultaten": {"2024": "0.00"},
    "omzet": "1000000.00",
    "liquiditeit": {"current_ratio": "1"},
}


def signalen(**anders: Any) -> list[str]:
    uitkomst = vraag("risico", "drechtsteden", invoer=met(GEZOND, **anders))
    assert uitkomst["risicovol"] is bool(uitkomst["signalen"])
    return uitkomst["signalen"]


def test_the_example_gives_all_three_in_order() -> None:
    uitkomst = vraag("risico", "drechtsteden", invoer=RISICO)
    assert (uitkomst["risicovol"], uitkomst["signalen"]) == (True, ["reserve", "resultaat", "liquiditeit"])


def test_a_healthy_provider_gives_no_signal() -> None:
    assert signalen() == []


@pytest.mark.parametrize(("vermogen", "verwacht"), [("-0.01", ["reserve"]), ("0.00", []), ("0.01", [])])
def test_the_reserve_may_not_be_negative(vermogen: str, verwacht: list[str]) -> None:
    assert signalen(eigen_vermogen=vermogen) == verwacht


@pytest.mark.parametrize(
    ("resultaten", "verwacht"),
    [
        ({"2024": "-20000.00"}, []),
        ({"2024": "-20000.01"}, ["resultaat"]),
        ({"2024": "50000.00"}, []),
        ({"2021": "-50000.00", "2022": "0.00", "2023": "0.00", "2024": "0.00"}, []),
        ({"2022": "-50000.00", "2023": "0.00", "2024": "0.00"}, ["resultaat"]),
        ({"2024": "0.00", "2023": "0.00", "2022": "0.00", "2021": "-50000.00"}, []),
        ({"2019": "-50000.00", "2023": "0.00", "2024": "0.00"}, ["resultaat"]),
        ({"2022": "-10000.00", "2023": "-10000.00", "2024": "-10000.00"}, []),
    ],
)
def test_a_loss_above_two_percent_in_one_of_the_last_three_years_given(
    resultaten: dict[str, str], verwacht: list[str]
) -> None:
    assert signalen(resultaten=resultaten) == verwacht


def test_without_turnover_any_loss_is_above_two_percent() -> None:
    assert signalen(omzet="0.00", resultaten={"2024": "-0.01"}) == ["resultaat"]
    assert signalen(omzet="0.00", resultaten={"2024": "0.00"}) == []


@pytest.mark.parametrize(
    ("ratio", "verwacht"), [("0.99", ["liquiditeit"]), ("1", []), ("1.00", []), ("0", ["liquiditeit"])]
)
def test_the_current_ratio_may_not_be_below_one(ratio: str, verwacht: list[str]) -> None:
    assert signalen(liquiditeit={"current_ratio": ratio}) == verwacht


@pytest.mark.parametrize("invoer", [RISICO, GEZOND])
def test_the_bounds_that_the_source_does_not_give_are_called_an_example(invoer: dict[str, Any]) -> None:
    assert "voorbeeld" in redenen("risico", "drechtsteden", invoer=invoer)


@pytest.mark.parametrize(
    ("invoer", "genoemd"),
    [
        (met(RISICO, resultaten={}), "resultaten"),
        (met(RISICO, resultaten={"24": "1.00"}), "resultaten"),
        (met(RISICO, resultaten={"２０２４": "1.00"}), "resultaten"),
        (met(RISICO, resultaten={"2024": 1}), "resultaten.2024"),
        (met(RISICO, omzet="-1.00"), "omzet"),
        (met(RISICO, liquiditeit={"current_ratio": "-1"}), "liquiditeit.current_ratio"),
        (met(RISICO, liquiditeit={}), "liquiditeit.current_ratio"),
        (zonder(RISICO, "liquiditeit"), "liquiditeit"),
    ],
)
def test_figures_that_cannot_be_are_refused(invoer: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("risico", "drechtsteden", invoer=invoer)
