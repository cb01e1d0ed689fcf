"""The money: the equalisation reserve, who bears the costs, risks, the yearly overview, PGB."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.verrekening_reserve import Plafond, Reservefeiten, plafond_van_budget, verreken_met_reserve

D = Decimal
GROND = ("almelo/egalisatiereserve",)
JAAR = Reservefeiten(
    jaar=2021,
    resultaat=D("300000.00"),
    begin=D("900000.00"),
    plafond=plafond_van_budget(Plafond("aandeel_van_budget", GROND), D("0.05"), D("20000000.00")).waarde,
    sleutel={"0141": D(3), "0163": D(1)},
)


def _verreken(regeling, **anders):
    return verreken_met_reserve(regeling.verrekening.reserve, replace(JAAR, **anders))


@pytest.mark.bepaling("almelo/egalisatiereserve")
def test_the_reserve_is_filled_up_to_its_share_of_the_budget_and_the_rest_flows_back(regeling) -> None:
    uitkomst = _verreken(regeling)
    assert regeling.verrekening.reserve.plafond.soort == "aandeel_van_budget"
    assert (uitkomst.waarde.naar_reserve, uitkomst.waarde.reserve_eind) == (D("100000.00"), D("1000000.00"))
    assert uitkomst.waarde.uitkering == {"0141": D("150000.00"), "0163": D("50000.00")}
    assert uitkomst.stappen[-1].gronden == GROND


@pytest.mark.bepaling("almelo/egalisatiereserve")
def test_a_deficit_comes_from_the_reserve_and_then_from_the_municipalities_by_the_key(regeling) -> None:
    waarde = _verreken(regeling, resultaat=D("-1300000.00")).waarde
    assert (waarde.uit_reserve, waarde.reserve_eind) == (D("900000.00"), D("0.00"))
    assert waarde.bijdrage == {"0141": D("300000.00"), "0163": D("100000.00")}


def test_measures_that_were_decided_on_come_off_before_the_municipalities_pay(regeling) -> None:
    waarde = _verreken(regeling, resultaat=D("-1300000.00"), maatregelen=D("400000.00")).waarde
    assert not any(waarde.bijdrage.values())


@pytest.mark.bepaling("almelo/egalisatiereserve")
@pytest.mark.parametrize("naam", ["verrekening.egalisatie_percentage", "verrekening.budget", "verrekening.sleutel"])
def test_percentage_base_and_key_are_asked_for_and_not_made_up(regeling, naam: str) -> None:
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, naam, date(2021, 12, 31))


@pytest.mark.bepaling("almelo/kosten")
@pytest.mark.parametrize("situatie", ["beschermd_wonen", "maatschappelijke_opvang"])
def test_the_six_bear_the_costs_together_to_the_end_of_2023(regeling, situatie: str) -> None:
    uitkomst = wie_betaalt(regeling.betalers, situatie, date(2023, 12, 31))
    assert uitkomst.waarde.startswith("de zes gemeenten samen")
    assert uitkomst.stappen[0].gronden == ("almelo/kosten",)
    with pytest.raises(RegelOntbreekt):
        wie_betaalt(regeling.betalers, situatie, date(2024, 1, 1))


@pytest.mark.bepaling("almelo/kosten")
def test_the_specific_agreements_on_costs_still_have_to_be_made(regeling) -> None:
    with pytest.raises(ParameterOpen, match="college en raad"):
        parameter_op(regeling.parameters, regeling.open, "kosten.specifieke_afspraken", date(2021, 1, 1))


def test_regional_agreements_weigh_accessibility_and_spread_and_may_weigh_the_share(regeling, toets, bevoegd) -> None:
    assert bevoegd("risico.in_kaart_brengen").soort == "samen"
    assert toets("regionale-afspraak", {"toegankelijkheid": True, "spreiding": True}).voldaan == "ja"
    assert toets("regionale-afspraak", {"toegankelijkheid": True}).ontbreekt == ("spreiding",)
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "deelnamepercentage", date(2021, 1, 1))


def test_almelo_gives_each_municipality_an_overview_every_year(momenten, bevoegd) -> None:
    (overzicht,) = momenten("financieel-overzicht")
    assert (overzicht.plicht.wie, overzicht.uiterlijk) == ("centrumgemeente", date(2021, 12, 31))
    assert bevoegd("budget.beheren").wie == "centrumgemeente"


def test_a_pgb_is_tested_by_the_law_and_a_refusal_is_always_explained(toets) -> None:
    assert toets("pgb", {"aan_de_wet_getoetst": True, "gemotiveerd": True}).voldaan == "ja"
    assert toets("pgb", {"aan_de_wet_getoetst": False, "gemotiveerd": True}).niet_voldaan == ("aan_de_wet_getoetst",)
    assert toets("pgb", {"aan_de_wet_getoetst": True, "gemotiveerd": False}).niet_voldaan == ("gemotiveerd",)


def test_care_by_parents_at_home_is_the_example_of_an_exception(regeling) -> None:
    uitzonderingen = next(deel for deel in regeling.lijsten if deel.id == "pgb-uitzonderingen")
    assert [deel.id for deel in uitzonderingen.onderdelen] == ["zorg-door-ouders"]
    beschermd_wonen = next(deel for deel in regeling.producten if deel.id == "beschermd-wonen")
    assert "pgb" in beschermd_wonen.leveringsvormen
