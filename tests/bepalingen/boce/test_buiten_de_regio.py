"""Places outside the region: when, who pays, how often, and with whom there are working agreements."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import parameter_op
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.vereisten import Vereisten, toets_vereisten


@pytest.mark.bepaling("boce/buitenregio")
def test_the_offer_in_the_region_goes_first_unless_elsewhere_is_better_for_recovery(
    eisen: dict[str, Vereisten],
) -> None:
    plaatsing = eisen["plaatsing_buiten_regio"]
    goed = {"beste_plek": True, "motivering": True, "overleg": True}
    assert toets_vereisten(plaatsing, goed).waarde.voldaan == "ja"
    assert toets_vereisten(plaatsing, goed | {"beste_plek": False}).waarde.voldaan == "nee"


@pytest.mark.bepaling("boce/buitenregio")
def test_a_place_elsewhere_without_reasons_or_consultation_does_not_pass(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["plaatsing_buiten_regio"], {"beste_plek": True, "motivering": False})
    assert toets.waarde.niet_voldaan == ("motivering",)
    assert toets.waarde.ontbreekt == ("overleg",)
    assert toets.stappen[0].gronden == ("boce/buitenregio",)


@pytest.mark.bepaling("boce/buitenregio")
def test_municipalities_tell_each_other_of_a_place_elsewhere_and_of_outflow(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["uitwisseling_buiten_regio"], {"plek_elders": True})
    assert (toets.waarde.voldaan, toets.waarde.ontbreekt) == ("onbekend", ("uitstroom",))


@pytest.mark.bepaling("boce/buitenregio-betaling")
def test_a_placement_outside_the_region_is_paid_by_the_region_until_the_end_of_2022(regeling: Regeling) -> None:
    assert wie_betaalt(regeling.betalers, "buiten_regio_geplaatst", date(2022, 12, 31)).waarde == "de regio"


@pytest.mark.bepaling("boce/buitenregio-betaling")
def test_a_placement_outside_the_region_is_paid_by_the_municipality_of_origin_from_2023(regeling: Regeling) -> None:
    uitkomst = wie_betaalt(regeling.betalers, "buiten_regio_geplaatst", date(2023, 1, 1))
    assert uitkomst.waarde == "gemeente van herkomst"
    assert uitkomst.stappen[0].gronden == ("boce/buitenregio-betaling",)


@pytest.mark.bepaling("boce/buitenregio-betaling")
@pytest.mark.parametrize("dag", [date(2021, 6, 1), date(2024, 6, 1)])
def test_a_client_from_elsewhere_is_always_paid_by_the_municipality_of_origin(regeling: Regeling, dag: date) -> None:
    assert wie_betaalt(regeling.betalers, "van_elders_hier", dag).waarde == "gemeente van herkomst"


@pytest.mark.parametrize(
    ("naam", "aantal"),
    [("buitenregio.van_elders", 10), ("buitenregio.geplaatst.minste", 5), ("buitenregio.geplaatst.meeste", 10)],
)
def test_the_yearly_counts_are_kept_as_figures_of_that_time(regeling: Regeling, naam: str, aantal: int) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, naam, date(2021, 12, 31))
    assert int(uitkomst.waarde) == aantal
    assert [stap.sleutel for stap in uitkomst.stappen] == ["parameter.waarde", "parameter.geschiedenis"]


@pytest.mark.parametrize(
    ("in_de_regio", "heel_specifiek", "antwoord"),
    [(True, False, "ja"), (False, True, "ja"), (False, False, "nee"), (False, None, "onbekend")],
)
def test_a_region_needs_enough_fitting_offer_except_for_very_specific_offer(
    eisen: dict[str, Vereisten], in_de_regio: bool, heel_specifiek: bool | None, antwoord: str
) -> None:
    feiten = {"in_de_regio": in_de_regio, "heel_specifiek": heel_specifiek}
    assert toets_vereisten(eisen["dekkend_aanbod"], feiten).waarde.voldaan == antwoord


def test_personal_circumstances_alone_may_be_the_ground_for_a_place_elsewhere(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["aanleiding_elders"], {"heel_specifiek": False, "persoonlijk": True})
    assert toets.waarde.voldaan == "ja"


@pytest.mark.bepaling("boce/bovenregionaal")
def test_the_vng_contracts_five_national_facilities_none_of_them_in_the_region(regeling: Regeling) -> None:
    def aantal(naam: str) -> int:
        return int(parameter_op(regeling.parameters, regeling.open, naam, date(2022, 1, 1)).waarde)

    assert (aantal("bovenregionaal.landelijk"), aantal("bovenregionaal.in_de_regio")) == (5, 0)
    assert wie_is_bevoegd(regeling.mandaten, "contractering.landelijk", date(2021, 2, 12)).waarde.wie == "VNG"
    with pytest.raises(RegelOntbreekt):
        wie_is_bevoegd(regeling.mandaten, "contractering.landelijk", date(2021, 2, 11))


@pytest.mark.bepaling("boce/eagle")
def test_the_working_agreements_with_three_other_centres_are_updated_at_the_end_of_2021(
    regeling: Regeling, lijsten: dict[str, Lijst]
) -> None:
    assert [deel.naam for deel in lijsten["eagle"].onderdelen] == ["Emmen", "Assen", "Groningen", "Leeuwarden"]
    dagen = {dag.plicht.id: dag.uiterlijk for dag in jaarkalender(regeling.kalender, 2021).waarde}
    assert dagen["werkafspraken-eagle"] == date(2021, 12, 31)


@pytest.mark.bepaling("boce/woonplaats")
def test_the_municipality_of_origin_stays_responsible_from_2023_as_a_plan(regeling: Regeling) -> None:
    uitkomst = wie_betaalt(regeling.betalers, "woonplaatsbeginsel", date(2023, 1, 1))
    assert uitkomst.waarde == "gemeente van herkomst"
    assert [stap.sleutel for stap in uitkomst.stappen] == ["betaler.wie", "betaler.plan"]
    with pytest.raises(RegelOntbreekt):
        wie_betaalt(regeling.betalers, "woonplaatsbeginsel", date(2022, 12, 31))


@pytest.mark.bepaling("boce/woonplaats")
def test_for_an_unknown_residence_the_national_budget_adds_money(regeling: Regeling) -> None:
    uitkomst = wie_betaalt(regeling.betalers, "woonplaats_onbekend", date(2023, 1, 1))
    assert uitkomst.waarde == "de gemeente zelf, met een aanvulling uit het landelijke budget"
    assert uitkomst.stappen[-1].sleutel == "betaler.plan"


@pytest.mark.bepaling("boce/woonplaats")
def test_the_brp_says_which_municipality_somebody_comes_from(regeling: Regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "woonplaats.bron", date(2023, 1, 1))
    assert uitkomst.waarde == "Basisregistratie Personen"
