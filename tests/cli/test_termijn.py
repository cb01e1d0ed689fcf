"""`voordeur termijn`: the last day of a term, by the contract and its worked examples."""

from __future__ import annotations

import pytest

from tests.cli.hulp import heel, redenen, vraag, weiger

# the words of the command | start | end before a shift | last day; each row worked in the reference list of terms
VOORBEELDEN = """
onderzoek                         | 2026-02-20 | 2026-04-03 | 2026-04-07
onderzoek                         | 2026-03-16 | 2026-04-27 | 2026-04-28
onderzoek                         | 2026-03-24 | 2026-05-05 | 2026-05-06
onderzoek                         | 2026-04-02 | 2026-05-14 | 2026-05-18
onderzoek                         | 2026-11-13 | 2026-12-25 | 2026-12-28
onderzoek                         | 2025-03-22 | 2025-05-03 | 2025-05-06
besluit                           | 2026-12-11 | 2026-12-25 | 2026-12-28
onderzoek                         | 2024-02-16 | 2024-03-29 | 2024-04-02
onderzoek                         | 2024-03-28 | 2024-05-09 | 2024-05-13
onderzoek                         | 2024-11-13 | 2024-12-25 | 2024-12-30
onderzoek                         | 2025-11-20 | 2026-01-01 | 2026-01-05
onderzoek                         | 2027-03-24 | 2027-05-05 | 2027-05-10
onderzoek                         | 2027-03-10 | 2027-04-21 | 2027-04-21
persoonlijk-plan                  | 2026-04-03 | 2026-04-10 | 2026-04-10
persoonlijk-plan                  | 2026-05-07 | 2026-05-14 | 2026-05-18
besluit                           | 2026-05-01 | 2026-05-15 | 2026-05-18
bezwaar                           | 2025-04-17 | 2025-05-29 | 2025-06-02
bezwaar                           | 2028-03-16 | 2028-04-27 | 2028-05-01
beslissing-op-bezwaar --commissie | 2026-02-03 | 2026-04-28 | 2026-04-28
beslissing-op-bezwaar --commissie | 2026-02-02 | 2026-04-27 | 2026-04-28
klacht                            | 2027-04-05 | 2027-05-17 | 2027-05-18
klacht --commissie                | 2026-03-16 | 2026-05-25 | 2026-05-26
wet --weken 4                     | 2027-03-01 | 2027-03-29 | 2027-03-30
wet --maanden 3                   | 2026-09-25 | 2026-12-25 | 2026-12-28
wet --maanden 3                   | 2026-11-30 | 2027-02-28 | 2027-03-01
wet --maanden 180                 | 2024-12-25 | 2039-12-25 | 2039-12-25
wet --dagen 3                     | 2026-04-02 | 2026-04-05 | 2026-04-08
overeenkomst --weken 6            | 2026-11-11 | 2026-12-23 | 2026-12-23
overeenkomst --weken 6            | 2026-11-13 | 2026-12-25 | 2026-12-25
beslissing-op-bezwaar             | 2026-02-02 | 2026-03-16 | 2026-03-16
wet --weken 12                    | 2026-03-21 | 2026-06-13 | 2026-06-15
wet --weken 13                    | 2026-03-14 | 2026-06-13 | 2026-06-13
wet --dagen 90                    | 2026-03-15 | 2026-06-13 | 2026-06-15
wet --dagen 91                    | 2026-03-14 | 2026-06-13 | 2026-06-13
wet --maanden 4                   | 2026-02-13 | 2026-06-13 | 2026-06-13
wet --dagen 2                     | 2026-06-12 | 2026-06-14 | 2026-06-15
wet --dagen 3                     | 2026-06-11 | 2026-06-14 | 2026-06-15
wet --dagen 3                     | 2026-06-12 | 2026-06-15 | 2026-06-16
overeenkomst --maanden 1          | 2026-01-31 | 2026-02-28 | 2026-02-28
overeenkomst --maanden 1          | 2024-01-31 | 2024-02-29 | 2024-02-29
overeenkomst --dagen 3            | 2026-06-11 | 2026-06-14 | 2026-06-14
ondersteuningsplan --regeling drechtsteden  | 2017-12-31 | 2018-02-28 | 2018-02-28
ondersteuningsplan --regeling enschede      | 2026-03-05 | 2026-05-05 | 2026-05-05
landelijk-onderzoek --regeling drechtsteden | 2018-02-16 | 2018-03-30 | 2018-03-30
zienswijze-geschil --regeling ijsselvecht   | 2023-03-27 | 2023-04-10 | 2023-04-10
jaarplan --regeling enschede                | 2026-03-01 | 2026-11-30 | 2026-11-30
jaarplan --regeling enschede                | 2026-11-30 | 2026-11-30 | 2026-11-30
jaarplan --regeling enschede                | 2026-12-01 | 2027-11-30 | 2027-11-30
kwartaalrapportage --regeling enschede      | 2026-01-01 | 2026-04-30 | 2026-04-30
kwartaalrapportage --regeling enschede      | 2026-03-31 | 2026-04-30 | 2026-04-30
kwartaalrapportage --regeling enschede      | 2026-04-01 | 2026-07-31 | 2026-07-31
kwartaalrapportage --regeling enschede      | 2026-12-31 | 2027-01-31 | 2027-01-31
"""
RIJEN = [[cel.strip() for cel in rij.split("|")] for rij in VOORBEELDEN.strip().splitlines()]

# the suspensions | end before a shift | last day; always a decision on an application of Monday 2 March 2026
OPSCHORTINGEN = [
    (["2026-03-05:2026-03-10"], "2026-03-22", "2026-03-23"),
    (["2026-03-05:2026-03-05"], "2026-03-17", "2026-03-17"),
    (["2026-03-05:2026-03-10", "2026-03-08:2026-03-12"], "2026-03-24", "2026-03-24"),
    (["2026-03-08:2026-03-12", "2026-03-05:2026-03-10"], "2026-03-24", "2026-03-24"),
    (["2026-03-05:2026-03-10", "2026-03-05:2026-03-10"], "2026-03-22", "2026-03-23"),
    (["2026-03-05:2026-03-10", "2026-03-20:2026-03-21"], "2026-03-24", "2026-03-24"),
    (["2026-03-20:2026-03-21", "2026-03-05:2026-03-10"], "2026-03-24", "2026-03-24"),
    (["2026-03-16:2026-03-16"], "2026-03-17", "2026-03-17"),
    (["2026-03-03:2026-03-03"], "2026-03-17", "2026-03-17"),
]


@pytest.mark.parametrize(("woorden", "start", "ruw", "uiterlijk"), RIJEN)
def test_the_last_day_is_the_one_of_the_worked_example(woorden: str, start: str, ruw: str, uiterlijk: str) -> None:
    soort, *opties = woorden.split()
    uitkomst = vraag("termijn", soort, *opties, "--start", start)
    assert uitkomst | {"soort": soort, "start": start, "einde_ruw": ruw, "uiterlijk": uiterlijk} == uitkomst


@pytest.mark.parametrize(("opschortingen", "ruw", "uiterlijk"), OPSCHORTINGEN)
def test_a_suspension_moves_the_end_by_its_days_counted_once(
    opschortingen: list[str], ruw: str, uiterlijk: str
) -> None:
    opties = [deel for tekst in opschortingen for deel in ("--opschorting", tekst)]
    uitkomst = vraag("termijn", "besluit", "--start", "2026-03-02", *opties)
    assert (uitkomst["einde_ruw"], uitkomst["uiterlijk"]) == (ruw, uiterlijk)


def test_a_suspension_does_not_take_a_term_of_twelve_weeks_out_of_the_law() -> None:
    uitkomst = vraag(
        "termijn", "wet", "--weken", "12", "--start", "2026-03-21", "--opschorting", "2026-03-25:2026-03-31"
    )
    assert (uitkomst["einde_ruw"], uitkomst["uiterlijk"]) == ("2026-06-20", "2026-06-22")


def test_a_suspended_term_of_an_agreement_is_not_shifted() -> None:
    uitkomst = vraag(
        "termijn", "overeenkomst", "--dagen", "10", "--start", "2026-06-01", "--opschorting", "2026-06-03:2026-06-04"
    )
    assert (uitkomst["einde_ruw"], uitkomst["uiterlijk"]) == ("2026-06-13", "2026-06-13")


@pytest.mark.parametrize(
    "opschorting",
    [
        "2026-12-11:2026-12-12",  # starts on the start day itself
        "2026-12-10:2026-12-12",
        "2026-12-26:2026-12-27",  # after the raw end, though before the last day
        "2026-12-20:2026-12-19",
        "2026-12-20",
        "2026-12-20:",
        ":2026-12-20",
        "2026-12-20:2026-12-21:2026-12-22",
        "2026-12-32:2026-12-33",
        " 2026-12-20:2026-12-21",
        "",
    ],
)
def test_a_suspension_outside_the_term_is_refused(opschorting: str) -> None:
    assert "opschorting" in weiger("termijn", "besluit", "--start", "2026-12-11", "--opschorting", opschorting)


def test_a_gap_between_suspensions_that_reaches_past_the_moved_end_is_refused() -> None:
    opties = ["--opschorting", "2026-03-05:2026-03-10", "--opschorting", "2026-03-23:2026-03-24"]
    assert "opschorting" in weiger("termijn", "besluit", "--start", "2026-03-02", *opties)


@pytest.mark.parametrize("start", ["2023-05-01", "2028-12-01", "2029-03-05"])
def test_outside_the_known_decrees_the_day_is_called_provisional(start: str) -> None:
    assert "voorlopig" in redenen("termijn", "onderzoek", "--start", start)


@pytest.mark.parametrize("start", ["2024-01-02", "2026-04-02", "2028-11-01"])
def test_inside_the_known_decrees_the_day_is_not_called_provisional(start: str) -> None:
    assert "voorlopig" not in redenen("termijn", "onderzoek", "--start", start)


def test_a_term_of_the_law_names_the_law_and_no_agreement() -> None:
    antwoord = heel("termijn", "besluit", "--start", "2026-12-11")
    gronden = {grond for stap in antwoord["waarom"] for grond in stap["gronden"]}
    assert antwoord["regeling"] is None
    assert any(grond.startswith("wmo/") for grond in gronden)
    assert any(grond.startswith("atw/") for grond in gronden)


def test_a_term_of_an_agreement_names_that_agreement_and_its_version() -> None:
    antwoord = heel("termijn", "jaarplan", "--regeling", "enschede", "--start", "2026-03-01")
    assert antwoord["regeling"] == {"id": "enschede", "versie": "2022-01-01"}


@pytest.mark.parametrize(
    ("argumenten", "genoemd"),
    [
        (["onderzoek"], "--start"),
        (["onderzoek", "--start", "2026-02-30"], "--start"),
        (["onderzoek", "--start", "20260401"], "--start"),
        (["onderzoek", "--start", "2026-4-1"], "--start"),
        (["onderzoek", "--start", "2026-W14-3"], "--start"),
        (["onderzoek", "--start", "２０２６-04-01"], "--start"),
        (["onderzoek", "--start", ""], "--start"),
        (["onderzoek", "--start", "2026-04-01", "--weken", "6"], "--weken"),
        (["onderzoek", "--start", "2026-04-01", "--commissie"], "--commissie"),
        (["jaarplan", "--start", "2026-04-01"], "--regeling"),
        (["onderzoek", "--start", "2026-04-01", "--regeling", "enschede"], "--regeling"),
        (["bestaat-niet", "--start", "2026-04-01"], "bestaat-niet"),
        (["wet", "--start", "2026-04-01"], "--weken"),
        (["wet", "--start", "2026-04-01", "--weken", "1", "--dagen", "1"], "--"),
        (["wet", "--start", "2026-04-01", "--weken", "0"], "--weken"),
        (["wet", "--start", "2026-04-01", "--dagen", "-1"], "--dagen"),
        (["wet", "--start", "2026-04-01", "--maanden", "1.5"], "--maanden"),
        (["wet", "--start", "2026-04-01", "--dagen", "+1"], "--dagen"),
        (["wet", "--start", "2026-04-01", "--dagen", "１"], "--dagen"),
        (["wet", "--start", "2026-04-01", "--dagen", "999999999999999999999"], "--dagen"),
        (["wet", "--start", "2026-04-01", "--dagen", "999999999"], "--"),
        (["wet", "--start", "9999-12-31", "--dagen", "1"], "--start"),
        (["onderzoek", "--start", "9999-12-31"], "--start"),
        (["onderzoek", "--start", "2026-04-01", "--op", "2026-04-01"], "--op"),
        (["ondersteuningsplan", "--regeling", "almelo", "--start", "2026-04-01"], "kent geen termijn"),
        (["ondersteuningsplan", "--regeling", "nergens", "--start", "2026-04-01"], "nergens"),
    ],
)
def test_a_question_without_an_answer_is_refused_and_names_the_option(argumenten: list[str], genoemd: str) -> None:
    assert genoemd in weiger("termijn", *argumenten)
