"""The money: the ceiling of the costs, the fixed key, until when, and what is told beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.verrekening_sleutel import Sleutelfeiten, verreken_met_sleutel

D = Decimal
JAAR = Sleutelfeiten(
    jaar=2023,
    rijksbudget=D("40000000.00"),
    uitvoeringskosten=D("2100000.00"),
    voorzieningen=D("37000000.00"),
    sleutel={"0193": D(60), "0148": D(15), "0166": D(25)},
)


def _verreken(regeling, feiten: Sleutelfeiten = JAAR):
    return verreken_met_sleutel(regeling.verrekening.vaste_sleutel, feiten)


@pytest.mark.bepaling("ijsselvecht/uitvoeringskosten")
def test_at_most_5_1_percent_of_the_rijk_budget_is_withheld(regeling) -> None:
    uitkomst = _verreken(regeling)
    assert uitkomst.waarde.uitvoeringskosten_maximum == D("2040000.00")
    assert uitkomst.waarde.ingehouden == D("2040000.00")
    assert uitkomst.waarde.niet_ingehouden == D("60000.00")
    maximum = next(deel for deel in uitkomst.stappen if deel.sleutel == "verrekening.maximum")
    assert maximum.gronden == ("ijsselvecht/uitvoeringskosten",)


@pytest.mark.bepaling("ijsselvecht/uitvoeringskosten")
def test_the_municipalities_may_decide_on_another_percentage(regeling) -> None:
    uitkomst = _verreken(regeling, replace(JAAR, afwijkend_aandeel=D("0.060")))
    assert uitkomst.waarde.uitvoeringskosten_maximum == D("2400000.00")
    assert uitkomst.waarde.ingehouden == D("2100000.00")


@pytest.mark.bepaling("ijsselvecht/uitvoeringskosten")
def test_what_remains_of_the_rijk_budget_goes_to_facilities_for_clients(regeling) -> None:
    betaler = wie_betaalt(regeling.betalers, "nieuwe_client", date(2023, 6, 1))
    assert betaler.waarde == "centrumgemeente, uit het rijksbudget"
    assert _verreken(regeling).waarde.resultaat == D("40000000") - D("2040000") - D("37000000")


@pytest.mark.bepaling("ijsselvecht/verdeelsleutel")
def test_a_surplus_is_paid_out_by_the_fixed_key(regeling) -> None:
    uitkomst = _verreken(regeling)
    assert uitkomst.waarde.uitkering == {"0148": D("144000.00"), "0166": D("240000.00"), "0193": D("576000.00")}
    assert not any(uitkomst.waarde.bijdrage.values())
    assert uitkomst.stappen[-1].gronden == ("ijsselvecht/verdeelsleutel",)


@pytest.mark.bepaling("ijsselvecht/verdeelsleutel")
def test_a_deficit_is_charged_by_the_same_key(regeling) -> None:
    uitkomst = _verreken(regeling, replace(JAAR, voorzieningen=D("38060000.00")))
    assert uitkomst.waarde.bijdrage == {"0148": D("15000.00"), "0166": D("25000.00"), "0193": D("60000.00")}
    assert not any(uitkomst.waarde.uitkering.values())


@pytest.mark.bepaling("ijsselvecht/verdeelsleutel")
def test_the_figures_of_the_key_of_2015_are_asked_for_and_not_made_up(regeling) -> None:
    with pytest.raises(ParameterOpen, match="2015"):
        parameter_op(regeling.parameters, regeling.open, "verrekening.sleutel", date(2023, 12, 31))


@pytest.mark.bepaling("ijsselvecht/verdeelsleutel")
def test_nothing_is_settled_before_the_annual_account_is_adopted(toets) -> None:
    assert toets("afrekening", {"jaarrekening": False}).voldaan == "nee"
    assert toets("afrekening", {"jaarrekening": True}).voldaan == "ja"


@pytest.mark.bepaling("ijsselvecht/looptijd-verdeling")
def test_a_settlement_after_2023_says_that_the_money_agreements_had_ended(regeling) -> None:
    assert "verrekening.na_looptijd" not in [deel.sleutel for deel in _verreken(regeling).stappen]
    later = _verreken(regeling, replace(JAAR, jaar=2024)).stappen
    gezegd = next(deel for deel in later if deel.sleutel == "verrekening.na_looptijd")
    assert gezegd.waarden == {"tot": 2023}
    assert gezegd.gronden == ("ijsselvecht/looptijd-verdeling",)


def test_an_expected_result_is_told_in_total_and_per_municipality_before_the_budgets(toets, momenten) -> None:
    (bericht,) = momenten("prognose")
    assert (bericht.plicht.wie, bericht.uiterlijk) == ("centrumgemeente", None)
    feiten = {"totaal": True, "per_gemeente": True, "voor_de_begroting": False}
    assert toets("prognose", feiten).niet_voldaan == ("voor_de_begroting",)


@pytest.mark.bepaling("ijsselvecht/consultatie-budget")
def test_the_budget_holder_asks_the_municipalities_before_it_decides(toets, bevoegd) -> None:
    beheer = bevoegd("budget.beheren")
    assert (beheer.wie, beheer.namens) == ("centrumgemeente", "het Rijk")
    assert toets("budgetbesluit", {"geconsulteerd": True, "voor_het_besluit": False}).voldaan == "nee"
    assert toets("budgetbesluit", {"geconsulteerd": True}).voldaan == "onbekend"


def test_the_municipalities_see_the_spending_at_least_every_year(momenten, bevoegd) -> None:
    (inzage,) = momenten("inzage-besteding")
    assert (inzage.van, inzage.uiterlijk) == (date(2023, 1, 1), date(2023, 12, 31))
    assert bevoegd("boekhouding").wie == "centrumgemeente"


@pytest.mark.bepaling("ijsselvecht/toegang-regionaal")
def test_the_covenant_does_not_say_who_decides_on_access(regeling, bevoegd) -> None:
    assert bevoegd("toegang.regelen").soort == "samen"
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "bevoegdheid.toegang.besluit", date(2023, 6, 1))
    with pytest.raises(RegelOntbreekt):
        bevoegd("toegang.besluit")
