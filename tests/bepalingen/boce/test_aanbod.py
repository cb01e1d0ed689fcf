"""The offer: which forms are beschermd wonen, scaling up and down, the shelters and who pays them."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.vereisten import Vereisten, toets_vereisten


@pytest.mark.parametrize(
    ("naam", "beschermd_wonen"),
    [
        ("Beschermd Wonen Intramuraal", True),
        ("Beschermd Wonen Nabij", True),
        ("Begeleid Wonen", True),
        ("Thuis Plus", False),
    ],
)
def test_the_table_says_which_form_is_beschermd_wonen(regeling: Regeling, naam: str, beschermd_wonen: bool) -> None:
    oordeel = {product.naam: product.beschermd_wonen for product in regeling.producten if product.voorziening == "BW"}
    assert oordeel[naam] is beschermd_wonen


def test_rent_is_apart_and_left_open_for_every_form(regeling: Regeling) -> None:
    assert {product.huur for product in regeling.producten} == {None}
    with pytest.raises(ParameterOpen, match="huur"):
        parameter_op(regeling.parameters, regeling.open, "producten.huur", date(2022, 1, 1))


def test_support_goes_on_without_a_gap_when_it_gets_lighter_or_heavier(eisen: dict[str, Vereisten]) -> None:
    overgang = {"past_bij_herstel": True, "loopt_door": True}
    assert toets_vereisten(eisen["op_afschalen"], overgang).waarde.voldaan == "ja"
    assert toets_vereisten(eisen["op_afschalen"], overgang | {"loopt_door": False}).waarde.voldaan == "nee"


def test_the_forms_in_between_are_in_the_offer_since_2020(regeling: Regeling) -> None:
    assert parameter_op(regeling.parameters, regeling.open, "aanbod.tussenvormen", date(2020, 1, 1)).waarde == "ja"
    with pytest.raises(RegelOntbreekt):
        parameter_op(regeling.parameters, regeling.open, "aanbod.tussenvormen", date(2019, 12, 31))


def test_the_effect_of_the_forms_in_between_is_followed_on_three_points(
    regeling: Regeling, eisen: dict[str, Vereisten]
) -> None:
    toets = toets_vereisten(eisen["tussenvormen_monitor"], {}).waarde
    assert toets.ontbreekt == ("uitstroom", "instroom_zwaar", "kosten")
    assert "tussenvormen-monitor" in [dag.plicht.id for dag in jaarkalender(regeling.kalender, 2022).waarde]


def test_two_shelters_offer_four_kinds_of_shelter_for_the_region(regeling: Regeling, lijsten: dict[str, Lijst]) -> None:
    opvang = [product.id for product in regeling.producten if product.voorziening == "MO"]
    assert opvang == ["trajectplaats", "dagopvang", "nachtopvang", "crisisopvang"]
    assert [deel.naam for deel in lijsten["opvanginstellingen"].onderdelen] == ["Leger des Heils", "Wender"]


@pytest.mark.bepaling("boce/subsidie-mo")
@pytest.mark.parametrize("situatie", ["mo_opvang", "verslavingszorg", "oggz"])
def test_shelter_addiction_care_and_oggz_are_paid_from_the_grant_for_shelter(regeling: Regeling, situatie: str) -> None:
    betaler = wie_betaalt(regeling.betalers, situatie, date(2022, 1, 1)).waarde
    assert betaler == "subsidie uit de decentralisatie-uitkering Maatschappelijke Opvang"


@pytest.mark.bepaling("boce/subsidie-mo")
def test_each_regional_municipality_shapes_the_subsidised_work_itself(regeling: Regeling) -> None:
    waarde = wie_is_bevoegd(regeling.mandaten, "subsidie.invullen", date(2022, 1, 1)).waarde
    assert (waarde.wie, waarde.soort) == ("regiogemeente", "eigen")
    assert waarde.voorwaarde == "binnen de kaders van de subsidie"


@pytest.mark.bepaling("boce/oggz")
def test_each_municipality_has_its_own_oggz_network(regeling: Regeling) -> None:
    waarde = wie_is_bevoegd(regeling.mandaten, "oggz.netwerk", date(2022, 1, 1)).waarde
    assert (waarde.wie, waarde.soort) == ("elke gemeente", "eigen")
