"""When an agreement holds: before its start, after its end, and what is assumed about prolongation."""

from __future__ import annotations

import pytest

from tests.cli.hulp import heel, met, redenen, vraag, weiger
from tests.cli.voorbeelden import (
    INSCHALING,
    NIEUWE_CLIENT,
    NIEUWE_CLIENT_IJSSELVECHT,
    TOEGANG,
    TOEGANG_DRECHTSTEDEN,
    VERREKEN_ALMELO,
    VERREKEN_ENSCHEDE,
    VERREKEN_IJSSELVECHT,
)

EERSTE_DAG = {
    "enschede": "2022-01-01",
    "almelo": "2020-01-01",
    "boce": "2021-01-01",
    "drechtsteden": "2017-07-17",
    "ijsselvecht": "2023-01-01",
}
DAG_ERVOOR = {
    "enschede": "2021-12-31",
    "almelo": "2019-12-31",
    "boce": "2020-12-31",
    "drechtsteden": "2017-07-16",
    "ijsselvecht": "2022-12-31",
}
# the last day that the agreement itself names, the first day after it, and a day long after it
VERLENGD = {
    "almelo": ("2023-12-31", "2024-01-01", "2030-06-01"),
    "drechtsteden": ("2018-12-30", "2018-12-31", "2026-03-01"),
    "ijsselvecht": ("2023-12-31", "2024-01-01", "2026-03-01"),
}


@pytest.mark.parametrize("id_", EERSTE_DAG)
def test_on_its_first_day_an_agreement_holds(id_: str) -> None:
    antwoord = heel("regeling", "toon", id_, "--op", EERSTE_DAG[id_])
    assert antwoord["regeling"] == {"id": id_, "versie": EERSTE_DAG[id_]}


@pytest.mark.parametrize("id_", EERSTE_DAG)
@pytest.mark.parametrize("te_vroeg", ["dag ervoor", "0001-01-01"])
def test_before_its_first_day_the_refusal_names_that_day(id_: str, te_vroeg: str) -> None:
    op = DAG_ERVOOR[id_] if te_vroeg == "dag ervoor" else te_vroeg
    assert EERSTE_DAG[id_] in weiger("regeling", "toon", id_, "--op", op)


@pytest.mark.parametrize("id_", VERLENGD)
def test_up_to_its_end_nothing_is_assumed(id_: str) -> None:
    assert "verleng" not in redenen("regeling", "toon", id_, "--op", VERLENGD[id_][0])


@pytest.mark.parametrize("id_", VERLENGD)
@pytest.mark.parametrize("welke", [1, 2])
def test_after_its_end_the_assumed_prolongation_is_said(id_: str, welke: int) -> None:
    assert "verleng" in redenen("regeling", "toon", id_, "--op", VERLENGD[id_][welke])


@pytest.mark.parametrize("op", ["2022-01-01", "2026-01-01", "9999-12-31"])
def test_enschede_has_no_end(op: str) -> None:
    assert "verleng" not in redenen("regeling", "toon", "enschede", "--op", op)


def test_boce_holds_until_the_end_of_the_path_and_not_a_day_longer() -> None:
    assert "verleng" not in redenen("regeling", "toon", "boce", "--op", "2032-12-31")
    weiger("regeling", "toon", "boce", "--op", "2033-01-01")
    weiger("verdeelmodel", "boce", "--op", "2033-01-01")
    weiger("nieuwe-client", "boce", invoer=met(NIEUWE_CLIENT, meldingsdatum="2033-01-01"))


def test_settling_looks_at_the_last_day_of_the_year() -> None:
    assert vraag("verreken", "enschede", invoer=met(VERREKEN_ENSCHEDE, jaar=2022))
    assert "2022-01-01" in weiger("verreken", "enschede", invoer=met(VERREKEN_ENSCHEDE, jaar=2021))
    assert vraag("verreken", "almelo", invoer=met(VERREKEN_ALMELO, jaar=2020))
    assert "2020-01-01" in weiger("verreken", "almelo", invoer=met(VERREKEN_ALMELO, jaar=2019))
    assert "verleng" not in redenen("verreken", "ijsselvecht", invoer=VERREKEN_IJSSELVECHT)
    assert "verleng" in redenen("verreken", "ijsselvecht", invoer=met(VERREKEN_IJSSELVECHT, jaar=2024))


def test_access_looks_at_the_peildatum() -> None:
    assert "2022-01-01" in weiger("toegang", "toets", "enschede", invoer=met(TOEGANG, peildatum="2021-12-31"))
    verlengd = met(TOEGANG_DRECHTSTEDEN, peildatum="2018-12-31")
    assert "verleng" in redenen("toegang", "toets", "drechtsteden", invoer=verlengd)
    assert "verleng" not in redenen("toegang", "toets", "drechtsteden", invoer=TOEGANG_DRECHTSTEDEN)


def test_a_client_is_looked_at_on_the_day_of_the_report() -> None:
    te_vroeg = met(NIEUWE_CLIENT, meldingsdatum="2020-12-31", aanvragen=[], gebruik=[])
    assert "2021-01-01" in weiger("nieuwe-client", "boce", invoer=te_vroeg)
    verlengd = met(NIEUWE_CLIENT_IJSSELVECHT, meldingsdatum="2024-01-01")
    assert "verleng" in redenen("nieuwe-client", "ijsselvecht", invoer=verlengd)


def test_a_term_looks_at_its_start() -> None:
    vroeg = ("termijn", "ondersteuningsplan", "--regeling", "drechtsteden", "--start", "2017-07-16")
    laat = ("termijn", "ondersteuningsplan", "--regeling", "drechtsteden", "--start", "2018-12-31")
    assert "2017-07-17" in weiger(*vroeg)
    assert "verleng" in redenen(*laat)


def test_the_option_goes_before_the_day_of_the_question() -> None:
    assert "2022-01-01" in weiger("verreken", "enschede", "--op", "2021-12-31", invoer=VERREKEN_ENSCHEDE)
    assert vraag("verreken", "enschede", "--op", "2022-01-01", invoer=met(VERREKEN_ENSCHEDE, jaar=2021))
    assert "2017-07-17" in weiger("inschaling", "drechtsteden", "--op", "2017-07-16", invoer=INSCHALING)


def test_a_command_without_any_date_takes_the_newest_version_and_tests_no_validity() -> None:
    assert "verleng" not in redenen("inschaling", "drechtsteden", invoer=INSCHALING)
    assert "verleng" not in redenen("opzegging", "drechtsteden", "--dagtekening", "2030-01-01")
    assert vraag("opzegging", "ijsselvecht", "--dagtekening", "1999-01-01")


@pytest.mark.parametrize(
    ("op", "erbij", "eraf"),
    [("2018-12-31", "0545", "1961"), ("2018-12-31", "0689", "1978"), ("2019-01-01", "1978", "1927")],
)
def test_the_merged_municipalities_of_drechtsteden_count_from_2019(op: str, erbij: str, eraf: str) -> None:
    codes = {partij["code"] for partij in vraag("regeling", "toon", "drechtsteden", "--op", op)["partijen"]}
    assert erbij in codes
    assert eraf not in codes
