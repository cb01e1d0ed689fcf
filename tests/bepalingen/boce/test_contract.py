"""The contract for beschermd wonen, its extensions, the procurement after it, and who does the administration."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.datums import plus_maanden
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.vereisten import Vereisten, toets_vereisten


def stand(regeling: Regeling, dag: date) -> tuple[str, bool]:
    """What contract there is on a day, and whether that is only intended."""
    uitkomst = parameter_op(regeling.parameters, regeling.open, "contract.stand", dag)
    return uitkomst.waarde, uitkomst.stappen[-1].sleutel == "parameter.voornemen"


@pytest.mark.bepaling("boce/contract")
def test_the_contract_ran_from_2017_and_was_extended_once_until_2023(regeling: Regeling) -> None:
    assert stand(regeling, date(2017, 1, 1)) == stand(regeling, date(2020, 12, 31)) == ("eerste looptijd", False)
    assert stand(regeling, date(2021, 1, 1)) == stand(regeling, date(2022, 12, 31)) == ("eerste verlenging", False)


@pytest.mark.bepaling("boce/contract")
def test_the_second_extension_stays_an_intention_and_nothing_is_known_after_it(regeling: Regeling) -> None:
    assert stand(regeling, date(2023, 1, 1)) == stand(regeling, date(2024, 12, 31)) == ("tweede verlenging", True)
    with pytest.raises(ParameterOpen):
        stand(regeling, date(2025, 1, 1))


@pytest.mark.bepaling("boce/contract")
def test_two_extensions_of_two_years_bring_the_contract_to_2025(regeling: Regeling) -> None:
    def getal(naam: str) -> int:
        return int(parameter_op(regeling.parameters, regeling.open, naam, date(2022, 1, 1)).waarde)

    assert getal("contract.verlengingen") == 2
    assert plus_maanden(date(2021, 1, 1), getal("contract.verlenging")) == date(2023, 1, 1)
    assert plus_maanden(date(2021, 1, 1), 2 * getal("contract.verlenging")) == date(2025, 1, 1)


@pytest.mark.bepaling("boce/inkoop")
@pytest.mark.parametrize(
    ("einde", "start"),
    [(date(2025, 1, 1), date(2023, 7, 1)), (date(2023, 1, 1), date(2021, 7, 1))],
)
def test_the_new_procurement_starts_18_months_before_the_recorded_end(
    regeling: Regeling, einde: date, start: date
) -> None:
    termijn = next(termijn for termijn in regeling.termijnen if termijn.soort == "inkoop-start")
    uitkomst = bereken_termijn(termijn, einde, sluitingskalender())
    assert uitkomst.waarde.uiterlijk == start
    assert uitkomst.stappen[0].gronden == ("boce/inkoop",)


@pytest.mark.bepaling("boce/inkoop")
def test_the_calendar_of_2023_has_the_start_of_the_procurement_at_latest_1_july(regeling: Regeling) -> None:
    dagen = {dag.plicht.id: (dag.van, dag.uiterlijk) for dag in jaarkalender(regeling.kalender, 2023).waarde}
    assert dagen["inkoop-start"] == (None, date(2023, 7, 1))


@pytest.mark.bepaling("boce/inkoop")
def test_procurement_is_joint_and_each_municipality_signs_its_own_contract(regeling: Regeling) -> None:
    assert wie_is_bevoegd(regeling.mandaten, "inkoop", date(2023, 7, 1)).waarde.soort == "samen"
    contract = wie_is_bevoegd(regeling.mandaten, "contractering", date(2025, 1, 1)).waarde
    assert (contract.wie, contract.soort) == ("elke gemeente", "eigen")
    assert contract.voorwaarde == "na het gezamenlijke inkooptraject"


@pytest.mark.bepaling("boce/toetreding")
def test_a_provider_may_join_for_missing_offer_after_tuning_between_the_three(eisen: dict[str, Vereisten]) -> None:
    goed = {"nodig": True, "onvoldoende": True, "afgestemd": True}
    assert toets_vereisten(eisen["toetreding"], goed).waarde.voldaan == "ja"
    for eis in goed:
        assert toets_vereisten(eisen["toetreding"], goed | {eis: False}).waarde.niet_voldaan == (eis,)


@pytest.mark.bepaling("boce/contractwijziging")
@pytest.mark.parametrize("onderwerp", ["vormen", "tarief", "kwaliteit", "resultaat"])
def test_the_municipalities_may_change_each_of_four_parts_of_the_service(
    regeling: Regeling, eisen: dict[str, Vereisten], onderwerp: str
) -> None:
    assert wie_is_bevoegd(regeling.mandaten, "contract.wijzigen", date(2022, 1, 1)).waarde.wie == "de gemeenten"
    assert toets_vereisten(eisen["contractwijziging"], {onderwerp: True}).waarde.voldaan == "ja"


def test_a_change_of_something_else_is_not_reserved(eisen: dict[str, Vereisten]) -> None:
    niets = {"vormen": False, "tarief": False, "kwaliteit": False, "resultaat": False}
    assert toets_vereisten(eisen["contractwijziging"], niets).waarde.voldaan == "nee"


@pytest.mark.bepaling("boce/contractoverleg")
def test_a_contract_management_consultation_is_to_be_set_up(regeling: Regeling) -> None:
    assert [deel.stand for deel in regeling.afspraken if deel.id == "contractoverleg"] == ["voornemen"]


def test_a_provider_is_paid_price_times_quantity_in_the_effort_based_variant(regeling: Regeling) -> None:
    def waarde(naam: str) -> str:
        return parameter_op(regeling.parameters, regeling.open, naam, date(2022, 1, 1)).waarde

    assert waarde("uitvoeringsvariant") == "inspanningsgericht"
    assert waarde("vergoeding.formule") == "prijs maal hoeveelheid"


def test_an_order_names_product_time_unit_price_and_quantity(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["opdracht"], {"product": True, "prijs": True}).waarde
    assert (toets.voldaan, toets.ontbreekt) == ("onbekend", ("tijdseenheid", "hoeveelheid"))
    assert toets_vereisten(eisen["standaarden"], {"iwmo": False}).waarde.niet_voldaan == ("iwmo",)


@pytest.mark.bepaling("boce/backoffice")
def test_emmen_does_the_back_office_until_2023_and_not_in_silence_after_that(regeling: Regeling) -> None:
    assert wie_is_bevoegd(regeling.mandaten, "backoffice", date(2022, 12, 31)).waarde.wie == "Emmen"
    with pytest.raises(RegelOntbreekt):
        wie_is_bevoegd(regeling.mandaten, "backoffice", date(2023, 1, 1))


@pytest.mark.bepaling("boce/backoffice")
def test_regional_contracts_have_the_same_conditions_and_joint_management(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["regionaal_contract"], {"voorwaarden": True, "contractbeheer": False})
    assert (toets.waarde.voldaan, toets.waarde.niet_voldaan) == ("nee", ("contractbeheer",))


def test_the_quality_mark_for_kind_and_pgb_is_an_intention(regeling: Regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "keurmerk", date(2022, 1, 1))
    assert uitkomst.waarde == "zorg in natura en pgb"
    assert uitkomst.stappen[-1].sleutel == "parameter.voornemen"


@pytest.mark.bepaling("boce/zin-pgb")
def test_procurement_aims_at_balance_with_pgb_and_a_covering_offer(
    eisen: dict[str, Vereisten], lijsten: dict[str, Lijst]
) -> None:
    assert [deel.id for deel in lijsten["inkoopdoelen"].onderdelen] == ["zin-pgb", "dekkend"]
    toets = toets_vereisten(eisen["marktanalyse"], {"uitgaven": True}).waarde
    assert toets.ontbreekt == ("clienten",)
