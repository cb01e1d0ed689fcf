"""The pooled budget: what it rests on, its items, the innovation money, and what the agreement leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.vereisten import Toets

DAG = date(2023, 12, 31)


@pytest.mark.bepaling("enschede/art2-1")
def test_a_municipality_puts_in_all_of_its_money_of_the_rijk(regeling: Regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "inleg", DAG)
    assert uitkomst.waarde == "1"
    assert uitkomst.stappen[0].gronden == ("enschede/art2-1",)
    with pytest.raises(RegelOntbreekt):
        parameter_op(regeling.parameters, regeling.open, "inleg", date(2021, 12, 31))


@pytest.mark.bepaling("enschede/art2-3")
def test_the_ceiling_of_the_reserve_is_asked_for_and_never_made_up(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="eind 2021"):
        parameter_op(regeling.parameters, regeling.open, "verrekening.reserve.plafond", DAG)


@pytest.mark.bepaling("enschede/art2-3")
def test_another_ceiling_takes_a_risk_analysis_and_a_decision(toets) -> None:
    assert toets("bovengrens_veranderen", {"risicoanalyse": True, "besluit": True}).voldaan == "ja"
    zonder = toets("bovengrens_veranderen", {"risicoanalyse": False, "besluit": True})
    assert zonder == Toets("nee", ("risicoanalyse",), ())


@pytest.mark.bepaling("enschede/reserve-overdracht")
def test_the_opening_balance_is_open_until_the_intended_transfer_is_decided(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="voornemen; het bedrag staat in de jaarrekening 2021"):
        parameter_op(regeling.parameters, regeling.open, "verrekening.reserve.begin", DAG)
    (afspraak,) = (afspraak for afspraak in regeling.afspraken if afspraak.id == "reserve-overdracht")
    assert afspraak.stand == "voornemen"


@pytest.mark.bepaling("enschede/sleutel-wijzigen")
def test_the_circumstances_for_another_key_are_left_open(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="bepaalde omstandigheden"):
        parameter_op(regeling.parameters, regeling.open, "verrekening.andere_sleutel", DAG)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("begroting.basis", "het jaarplan"),
        ("begroting.vulling", "het rijksgeld dat elke gemeente krijgt voor beschermd wonen"),
    ],
)
def test_the_budget_follows_the_year_plan_and_is_filled_with_the_money_of_the_rijk(
    regeling: Regeling, naam: str, waarde: str
) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, naam, DAG)
    assert uitkomst.waarde == waarde
    assert uitkomst.stappen[0].gronden == ("enschede/budget-basis",)


def test_the_budget_has_five_items(regeling: Regeling) -> None:
    (lijst,) = (lijst for lijst in regeling.lijsten if lijst.id == "budgetposten")
    assert [onderdeel.naam for onderdeel in lijst.onderdelen] == [
        "Subsidieverstrekking",
        "Toegang",
        "Beleid",
        "Uitvoeringskosten",
        "Innovatiebudget en compensatieregeling",
    ]


@pytest.mark.bepaling("enschede/innovatie")
def test_innovation_money_is_asked_before_the_year_plan_with_grounds_and_for_a_fitting_goal(
    toets,
) -> None:
    verzoek = {"voor_het_jaarplan": True, "onderbouwing": True, "doel": True}
    assert toets("innovatie", verzoek).voldaan == "ja"
    assert toets("innovatie", {**verzoek, "voor_het_jaarplan": False}) == Toets("nee", ("voor_het_jaarplan",), ())


@pytest.mark.bepaling("enschede/innovatie")
def test_requests_for_innovation_money_are_assessed_together(regeling: Regeling) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "innovatie.beoordelen", DAG).waarde
    assert (bevoegd.soort, bevoegd.wie) == ("samen", "de acht gemeenten en de centrumgemeente")
