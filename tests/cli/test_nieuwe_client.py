"""`voordeur nieuwe-client`: a window of 365 days before the report, and who is responsible."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import met, redenen, vraag, weiger
from tests.cli.voorbeelden import NIEUWE_CLIENT, NIEUWE_CLIENT_IJSSELVECHT

LEEG = met(NIEUWE_CLIENT, aanvragen=[], gebruik=[])
OPEN = [{"van": "2020-01-01", "tot": None}]


def boce(**anders: Any) -> dict[str, Any]:
    return vraag("nieuwe-client", "boce", invoer=met(LEEG, **anders))


def ijsselvecht(**anders: Any) -> dict[str, Any]:
    return vraag("nieuwe-client", "ijsselvecht", invoer=met(NIEUWE_CLIENT_IJSSELVECHT, **anders))


def test_the_example_is_an_existing_client_through_use_in_the_window() -> None:
    uitkomst = vraag("nieuwe-client", "boce", invoer=NIEUWE_CLIENT)
    assert uitkomst["nieuw"] is False
    assert uitkomst["venster"] == {"van": "2022-05-01", "tot": "2023-04-30"}
    assert (uitkomst["verantwoordelijk"], uitkomst["code"]) == ("centrumgemeente", "0114")


def test_nobody_in_the_window_is_new_and_belongs_to_the_own_municipality() -> None:
    uitkomst = boce()
    assert uitkomst["nieuw"] is True
    assert (uitkomst["verantwoordelijk"], uitkomst["code"]) == ("gemeente", "0109")


def test_a_new_client_of_the_centre_itself_belongs_to_it_as_a_municipality() -> None:
    uitkomst = boce(gemeente="0114")
    assert (uitkomst["verantwoordelijk"], uitkomst["code"]) == ("gemeente", "0114")


def test_the_window_is_365_days_also_over_a_leap_day() -> None:
    assert boce(meldingsdatum="2024-03-01")["venster"] == {"van": "2023-03-02", "tot": "2024-02-29"}


@pytest.mark.parametrize(
    ("aanvraag", "nieuw"),
    [("2022-04-30", True), ("2022-05-01", False), ("2023-04-30", False), ("2023-05-01", True)],
)
def test_a_request_counts_from_the_first_to_the_last_day_of_the_window(aanvraag: str, nieuw: bool) -> None:
    assert boce(aanvragen=[aanvraag])["nieuw"] is nieuw


@pytest.mark.parametrize(
    ("van", "tot", "nieuw"),
    [
        ("2020-01-01", "2022-04-30", True),
        ("2020-01-01", "2022-05-01", False),
        ("2022-05-01", "2022-05-01", False),
        ("2023-04-30", "2023-04-30", False),
        ("2023-04-30", "2024-04-30", False),
        ("2023-05-01", None, True),
        ("2020-01-01", None, False),
        ("2020-01-01", "2030-01-01", False),
    ],
)
def test_one_day_of_use_in_the_window_is_enough(van: str, tot: str | None, nieuw: bool) -> None:
    assert boce(gebruik=[{"van": van, "tot": tot}])["nieuw"] is nieuw


def test_one_of_several_stretches_is_enough() -> None:
    oud = {"van": "2019-01-01", "tot": "2019-12-31"}
    assert boce(gebruik=[oud, oud])["nieuw"] is True
    assert boce(gebruik=[oud, {"van": "2022-12-01", "tot": "2022-12-01"}, oud])["nieuw"] is False


@pytest.mark.parametrize(
    ("melding", "verantwoordelijk", "code"),
    [("2022-12-31", "centrumgemeente", "0114"), ("2023-01-01", "gemeente", "0109")],
)
def test_boce_plans_to_start_on_the_first_of_2023(melding: str, verantwoordelijk: str, code: str) -> None:
    uitkomst = boce(meldingsdatum=melding)
    assert (uitkomst["nieuw"], uitkomst["verantwoordelijk"], uitkomst["code"]) == (True, verantwoordelijk, code)


@pytest.mark.parametrize(
    ("melding", "verantwoordelijk", "code"),
    [("2023-12-31", "centrumgemeente", "0193"), ("2024-01-01", "gemeente", "0148")],
)
def test_ijsselvecht_plans_to_start_on_the_first_of_2024(melding: str, verantwoordelijk: str, code: str) -> None:
    uitkomst = ijsselvecht(meldingsdatum=melding)
    assert (uitkomst["nieuw"], uitkomst["verantwoordelijk"], uitkomst["code"]) == (True, verantwoordelijk, code)


@pytest.mark.parametrize("id_", ["boce", "ijsselvecht"])
@pytest.mark.parametrize("melding", ["2023-05-01", "2024-05-01"])
def test_the_start_is_marked_as_a_plan(id_: str, melding: str) -> None:
    gemeente = {"boce": "0109", "ijsselvecht": "0148"}[id_]
    invoer = met(LEEG, meldingsdatum=melding, gemeente=gemeente)
    assert "plan" in redenen("nieuwe-client", id_, invoer=invoer)


def test_an_existing_client_stays_with_the_centre_after_the_start() -> None:
    uitkomst = ijsselvecht(meldingsdatum="2024-06-01", gebruik=OPEN)
    assert (uitkomst["nieuw"], uitkomst["verantwoordelijk"], uitkomst["code"]) == (False, "centrumgemeente", "0193")


@pytest.mark.parametrize(
    ("anders", "genoemd"),
    [
        ({"aanvragen": ["2023-05-02"]}, "aanvragen"),
        ({"aanvragen": ["2022-01-01", "2022-02-30"]}, "aanvragen[1]"),
        ({"gebruik": [{"van": "2022-06-30", "tot": "2022-06-29"}]}, "gebruik[0]"),
        ({"gebruik": [{"van": "2022-06-30"}]}, "gebruik[0].tot"),
        ({"gebruik": [{"van": None, "tot": None}]}, "gebruik[0].van"),
        ({"gebruik": [{"tot": None}]}, "gebruik[0].van"),
        ({"gemeente": "0153"}, "gemeente"),
        ({"gemeente": "9999"}, "gemeente"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(anders: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("nieuwe-client", "boce", invoer=met(LEEG, **anders))
