"""Providers: care in kind, subsidy, the test that returns, supervision, and how the offer develops."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.vereisten import Toets

DAG = date(2024, 3, 1)


@pytest.mark.bepaling("enschede/art3-natura")
@pytest.mark.parametrize(("in_natura", "antwoord"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_an_agreement_with_a_provider_rests_on_care_in_kind(toets, in_natura: bool | None, antwoord: str) -> None:
    assert toets("afspraak_aanbieder", {"zorg_in_natura": in_natura}).voldaan == antwoord


@pytest.mark.parametrize("handeling", ["subsidie.besluiten", "contractering"])
def test_subsidy_and_commissions_are_decided_by_the_centrumgemeente_within_budget_and_ordinance(
    regeling: Regeling, handeling: str
) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, handeling, DAG)
    assert uitkomst.waarde.wie == "centrumgemeente"
    assert uitkomst.waarde.voorwaarde == "binnen het budget en volgens de subsidieverordening van Enschede"
    assert uitkomst.stappen[0].gronden == ("enschede/subsidie",)


def test_deciding_on_subsidy_is_both_granting_and_settling(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "subsidie.besluiten", DAG)
    assert uitkomst.stappen[0].waarden["wat"] == (
        "subsidie verlenen en vaststellen voor aanbieders van beschermd wonen en opvang"
    )


@pytest.mark.parametrize(
    "gezakt", ["keurmerk", "organisatiestructuur", "betrouwbaarheid", "financieel", "ervaring_gemeenten"]
)
def test_a_provider_needs_the_quality_mark_and_passes_every_test(toets, gezakt: str) -> None:
    goed: dict[str, bool | None] = {
        "keurmerk": True,
        "organisatiestructuur": True,
        "betrouwbaarheid": True,
        "financieel": True,
        "ervaring_gemeenten": True,
    }
    assert toets("aanbieder", goed) == Toets("ja", (), ())
    assert toets("aanbieder", {**goed, gezakt: False}) == Toets("nee", (gezakt,), ())


def test_the_test_of_a_provider_returns_every_three_years(regeling: Regeling) -> None:
    stappen = jaarkalender(regeling.kalender, 2024).stappen
    (gezet,) = (stap for stap in stappen if stap.gronden == ("enschede/toets-aanbieder",))
    assert (gezet.sleutel, gezet.waarden["jaren"]) == ("kalender.elke_jaren", 3)


def test_supervision_is_complete_when_all_eight_subjects_were_looked_at(toets) -> None:
    onderwerpen = (
        "kwaliteit",
        "doelmatigheid",
        "uren",
        "opleiding",
        "veiligheid",
        "samenwerking",
        "rechtmatigheid",
        "locaties",
    )
    assert toets("toezicht", {}).ontbreekt == onderwerpen
    assert toets("toezicht", dict.fromkeys(onderwerpen, True)).voldaan == "ja"
    assert toets("toezicht", {**dict.fromkeys(onderwerpen, True), "uren": False}).niet_voldaan == ("uren",)


def test_the_centrumgemeente_supervises_and_reports_on_performance_every_year(regeling: Regeling) -> None:
    assert wie_is_bevoegd(regeling.mandaten, "toezicht.houden", DAG).waarde.wie == "centrumgemeente"
    (dag,) = (dag for dag in jaarkalender(regeling.kalender, 2024).waarde if dag.plicht.id == "toezichtverslag")
    assert (dag.plicht.wie, dag.plicht.aan) == ("centrumgemeente", "lokale gemeenten")
    assert (dag.van, dag.uiterlijk) == (date(2024, 1, 1), date(2024, 12, 31))


def test_the_development_plan_covers_locations_wlz_day_activities_and_new_forms(toets) -> None:
    onderwerpen = ("vorm", "omvang", "spreiding", "wlz", "dagbesteding", "nieuwe_vormen")
    assert toets("doorontwikkelplan", dict.fromkeys(onderwerpen, True)).voldaan == "ja"
    assert toets("doorontwikkelplan", {"vorm": True}).ontbreekt == onderwerpen[1:]


def test_clients_take_part_in_the_development_plan_and_municipalities_are_kept_informed(regeling: Regeling) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "doorontwikkelplan.opstellen", DAG).waarde
    assert (bevoegd.wie, bevoegd.voorwaarde) == ("centrumgemeente", "cliënten zijn er nauw bij betrokken")
    (dag,) = (dag for dag in jaarkalender(regeling.kalender, 2024).waarde if dag.plicht.id == "doorontwikkelplan")
    assert (dag.plicht.aan, dag.uiterlijk) == ("lokale gemeenten", None)
