"""What has to be done by whom and by when: year plan, reports, audits, evaluation."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.termijnen import bereken_termijn

Moment = tuple[date | None, date | None]

GEEN_DAG: list[Moment] = [(None, None)]


def plicht(regeling: Regeling, id_: str, jaar: int = 2023) -> tuple[str, str, list[Moment]]:
    """By whom and for whom, and the days in that year."""
    dagen = [dag for dag in jaarkalender(regeling.kalender, jaar).waarde if dag.plicht.id == id_]
    assert dagen, f"{id_} staat niet in het jaar {jaar}"
    return dagen[0].plicht.wie, dagen[0].plicht.aan, [(dag.van, dag.uiterlijk) for dag in dagen]


def heel_jaar(jaar: int) -> list[Moment]:
    return [(date(jaar, 1, 1), date(jaar, 12, 31))]


@pytest.mark.bepaling("enschede/art6-2")
def test_the_year_plan_is_there_before_1_december_also_when_that_is_a_weekend(regeling: Regeling) -> None:
    assert plicht(regeling, "jaarplan") == ("centrumgemeente", "lokale gemeenten", [(None, date(2023, 11, 30))])
    (termijn,) = (termijn for termijn in regeling.termijnen if termijn.soort == "jaarplan")
    # 30 November 2024 is a Saturday: a term of an agreement does not shift
    uitkomst = bereken_termijn(termijn, date(2024, 1, 1), sluitingskalender())
    assert uitkomst.waarde.uiterlijk == date(2024, 11, 30)
    assert uitkomst.stappen[0].gronden == ("enschede/art6-2",)
    assert bereken_termijn(termijn, date(2024, 12, 1), sluitingskalender()).waarde.uiterlijk == date(2025, 11, 30)


@pytest.mark.bepaling("enschede/art6-2")
def test_a_deficit_that_the_year_plan_expects_is_discussed_by_the_municipalities(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "tekort.bespreken", date(2023, 11, 30))
    assert (uitkomst.waarde.soort, uitkomst.waarde.wie) == ("samen", "de acht gemeenten")


def test_the_accountants_statement_covers_the_whole_and_each_municipality_every_year(regeling: Regeling) -> None:
    assert plicht(regeling, "controleverklaring") == ("centrumgemeente", "lokale gemeenten", heel_jaar(2023))
    (gezet,) = (stap for stap in jaarkalender(regeling.kalender, 2023).stappen if stap.gronden == ("enschede/art6-3",))
    assert "over het geheel en per gemeente" in gezet.waarden["wat"]


def test_quality_audits_are_shared_both_ways_without_being_asked(regeling: Regeling) -> None:
    assert plicht(regeling, "audits") == ("gemeenten en centrumgemeente", "elkaar", GEEN_DAG)


@pytest.mark.bepaling("enschede/art6-5")
def test_a_quarterly_report_comes_in_the_month_after_each_quarter(regeling: Regeling) -> None:
    wie, aan, dagen = plicht(regeling, "kwartaalrapportage")
    assert (wie, aan) == ("centrumgemeente", "lokale gemeenten")
    assert dagen == [
        (None, date(2023, 1, 31)),
        (None, date(2023, 4, 30)),
        (None, date(2023, 7, 31)),
        (None, date(2023, 10, 31)),
    ]


@pytest.mark.bepaling("enschede/art6-5")
@pytest.mark.parametrize(
    ("start", "uiterlijk"),
    [
        (date(2024, 1, 1), date(2024, 4, 30)),
        (date(2024, 3, 31), date(2024, 4, 30)),
        (date(2024, 4, 1), date(2024, 7, 31)),
        (date(2024, 12, 31), date(2025, 1, 31)),
    ],
)
def test_the_report_on_a_quarter_is_due_on_the_last_day_of_the_next_month(
    regeling: Regeling, start: date, uiterlijk: date
) -> None:
    (termijn,) = (termijn for termijn in regeling.termijnen if termijn.soort == "kwartaalrapportage")
    assert bereken_termijn(termijn, start, sluitingskalender()).waarde.uiterlijk == uiterlijk


def test_the_municipalities_get_the_annual_account_and_report_every_year(regeling: Regeling) -> None:
    assert plicht(regeling, "jaarverslag") == ("centrumgemeente", "lokale gemeenten", heel_jaar(2023))


def test_the_satisfaction_survey_returns_without_a_day_of_its_own(regeling: Regeling) -> None:
    assert plicht(regeling, "tevredenheid") == ("centrumgemeente", "lokale gemeenten", GEEN_DAG)
    (gezet,) = (stap for stap in jaarkalender(regeling.kalender, 2023).stappen if stap.gronden == ("enschede/art6-7",))
    assert "cliënten en aanbieders" in gezet.waarden["wat"]


def test_complaints_are_handled_by_the_centrumgemeente_open_to_all_and_reported_every_year(regeling: Regeling) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "klachten.afhandelen", date(2023, 6, 1)).waarde
    assert (bevoegd.wie, bevoegd.namens) == ("centrumgemeente", "gemeenten en centrumgemeente samen")
    assert bevoegd.voorwaarde == "gemeenten sturen klachten door en hebben inzage in het register"
    assert plicht(regeling, "klachtenverslag") == ("centrumgemeente", "lokale gemeenten", heel_jaar(2023))
    assert plicht(regeling, "klachtenoverzicht") == ("centrumgemeente", "lokale gemeenten", GEEN_DAG)


@pytest.mark.bepaling("enschede/art7")
@pytest.mark.parametrize("jaar", [2022, 2024])
def test_the_agreement_is_evaluated_every_autumn(regeling: Regeling, jaar: int) -> None:
    wie, _, dagen = plicht(regeling, "evaluatie", jaar)
    assert wie == "gemeenten en centrumgemeente"
    assert dagen == [(date(jaar, 9, 1), date(jaar, 11, 30))]


@pytest.mark.bepaling("enschede/kernpartners")
def test_core_partners_are_met_from_time_to_time(regeling: Regeling) -> None:
    assert plicht(regeling, "kernpartners") == ("centrumgemeente", "", GEEN_DAG)


def test_the_centrumgemeente_follows_up_on_the_data_of_each_municipality_by_itself(regeling: Regeling) -> None:
    assert plicht(regeling, "bewaking-gegevens") == ("centrumgemeente", "lokale gemeenten", GEEN_DAG)
    (gezet,) = (
        stap for stap in jaarkalender(regeling.kalender, 2023).stappen if stap.gronden == ("enschede/art4-bewaking",)
    )
    assert "op tijd, juist en volledig" in gezet.waarden["wat"]
