"""The way out: conditions, a home, support afterwards, the choice of the municipality, aftercare, the Wlz."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.termijnen import Termijneinde, bereken_termijn


def _einde(regeling, soort: str, start: date) -> Termijneinde:
    termijn = next(deel for deel in regeling.termijnen if deel.soort == soort)
    return bereken_termijn(termijn, start, sluitingskalender()).waarde


@pytest.mark.bepaling("almelo/uitstroom-voorwaarde")
def test_the_provider_judges_first_and_psychische_draagkracht_is_a_condition(toets, bevoegd) -> None:
    assert bevoegd("uitstroom.eerste_oordeel").wie == "zorgaanbieder"
    assert toets("uitstroom", {"aanbieder": True, "draagkracht": True}).voldaan == "ja"
    assert toets("uitstroom", {"aanbieder": True, "draagkracht": False}).niet_voldaan == ("draagkracht",)


@pytest.mark.bepaling("almelo/uitstroom-voorwaarde")
def test_the_other_conditions_are_not_named_and_not_made_up(regeling) -> None:
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "uitstroom.voorwaarden", date(2021, 1, 1))


@pytest.mark.bepaling("almelo/uitstroom-woning")
@pytest.mark.parametrize(
    ("aanmelding", "woning"),
    [(date(2021, 1, 15), date(2021, 7, 15)), (date(2021, 8, 31), date(2022, 2, 28))],
)
def test_there_is_a_home_within_six_months_of_registration(regeling, aanmelding: date, woning: date) -> None:
    assert _einde(regeling, "woning-na-aanmelding", aanmelding).uiterlijk == woning


@pytest.mark.bepaling("almelo/uitstroom-woning")
def test_registration_follows_the_approval_of_the_woonmedewerker(toets, bevoegd) -> None:
    assert bevoegd("uitstroom.besluit").wie == "woonmedewerker van het Cimot"
    assert toets("aanmelding-corporatie", {"overlegd": True, "goedgekeurd": False}).voldaan == "nee"


@pytest.mark.bepaling("almelo/uitstroom-zorg")
def test_support_goes_on_for_at_least_a_year_after_outflow(regeling, bevoegd) -> None:
    assert _einde(regeling, "begeleiding-na-uitstroom", date(2021, 3, 1)).uiterlijk == date(2022, 3, 1)
    assert bevoegd("uitstroom.begeleiding").wie == "elk van de zes gemeenten"


@pytest.mark.bepaling("almelo/uitstroom-keuze")
def test_the_municipality_of_origin_is_proposed_and_the_client_chooses(bevoegd) -> None:
    assert bevoegd("uitstroom.gemeente_voorstellen").wie == "woonmedewerker van het Cimot"
    keuze = bevoegd("uitstroom.gemeente_kiezen")
    assert (keuze.soort, keuze.wie) == ("eigen", "de cliënt")


def test_every_quarter_there_is_a_list_with_three_states(regeling, momenten) -> None:
    assert [dag.uiterlijk for dag in momenten("nazorglijst")] == [
        date(2021, 3, 31),
        date(2021, 6, 30),
        date(2021, 9, 30),
        date(2021, 12, 31),
    ]
    standen = next(deel for deel in regeling.lijsten if deel.id == "nazorg-standen")
    assert [deel.id for deel in standen.onderdelen] == ["in-beeld", "gevolgd", "niet-te-volgen"]


def test_who_left_for_an_unknown_place_or_another_region_cannot_be_followed(toets) -> None:
    feiten = {"bestemming_bekend": True, "in_de_regio": True, "grondslag": True}
    assert toets("nazorg-volgen", feiten).voldaan == "ja"
    assert toets("nazorg-volgen", {**feiten, "bestemming_bekend": False}).voldaan == "nee"
    assert toets("nazorg-volgen", {**feiten, "in_de_regio": False}).voldaan == "nee"


@pytest.mark.bepaling("almelo/wlz-verlenging")
def test_only_indications_that_end_in_2020_are_extended_before_the_wlz(toets, bevoegd) -> None:
    assert toets("wlz-verlenging", {"eindigt_in_2020": True, "wlz_verwacht": True}).voldaan == "ja"
    assert toets("wlz-verlenging", {"eindigt_in_2020": True, "wlz_verwacht": False}).voldaan == "nee"
    assert bevoegd("indicatie.verlengen", date(2020, 12, 31)).wie == "centrumgemeente"
    with pytest.raises(RegelOntbreekt):
        bevoegd("indicatie.verlengen", date(2021, 1, 1))


def test_cimot_looks_who_may_fit_the_wlz_and_the_provider_guides_the_request(bevoegd) -> None:
    assert bevoegd("wlz.kandidaten_bespreken").wie == "Cimot"
    assert bevoegd("wlz.aanvraag_begeleiden").wie == "zorgaanbieder"


def test_day_activities_stay_or_are_replaced_when_somebody_moves_to_the_wlz(toets, bevoegd) -> None:
    assert bevoegd("wlz.overgang_bewaken").wie == "Cimot"
    assert toets("wlz-overgang", {"blijft": False, "andere_gevonden": True}).voldaan == "ja"
    assert toets("wlz-overgang", {"blijft": False, "andere_gevonden": False}).voldaan == "nee"


@pytest.mark.bepaling("almelo/wlz-uitname")
def test_the_wlz_extraction_is_told_in_the_may_circulars_of_2020_and_2022(momenten) -> None:
    assert [dag.uiterlijk for dag in momenten("wlz-uitname-voorlopig", 2020)] == [date(2020, 5, 31)]
    assert [dag.uiterlijk for dag in momenten("wlz-uitname-laatste", 2022)] == [date(2022, 5, 31)]
    assert momenten("wlz-uitname-laatste", 2021) == []
