"""The ways in: beschermd wonen through Stichting De Toegang, opvang through the shelters."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.datums import is_jaar_oud
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.routes import kies_route
from voordeur.regels.vereisten import Vereisten, toets_vereisten


@pytest.mark.bepaling("boce/toegang-sdt")
def test_the_signed_advice_is_the_application_on_which_the_municipality_decides(regeling: Regeling) -> None:
    stappen = kies_route(regeling.routes, voorziening="BW", melder="inwoner").waarde
    volgorde = {stap.id: nummer for nummer, stap in enumerate(stappen)}
    assert volgorde["onderzoek"] < volgorde["advies"] < volgorde["aanvraag"] < volgorde["besluit"]
    wie = {stap.id: stap.wie for stap in stappen}
    assert wie["onderzoek"] == wie["advies"] == "Stichting De Toegang"
    assert wie["aanvraag"] == "inwoner"
    assert wie["besluit"] == "betrokken gemeente"


@pytest.mark.bepaling("boce/toegang-sdt")
def test_access_stays_with_the_foundation_until_2023_and_does_not_run_on_in_silence(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "toegang.onderzoek", date(2022, 12, 31))
    assert (uitkomst.waarde.wie, uitkomst.waarde.soort) == ("Stichting De Toegang", "taak")
    with pytest.raises(RegelOntbreekt):
        wie_is_bevoegd(regeling.mandaten, "toegang.onderzoek", date(2023, 1, 1))
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "toegang.bw", date(2023, 1, 1))


@pytest.mark.bepaling("boce/toegang-sdt")
def test_the_decision_on_beschermd_wonen_is_the_municipalitys_own(regeling: Regeling) -> None:
    waarde = wie_is_bevoegd(regeling.mandaten, "toegang.besluit", date(2022, 1, 1)).waarde
    assert (waarde.wie, waarde.soort) == ("betrokken gemeente", "eigen")


def test_the_foundation_tunes_with_the_local_teams_where_needed(regeling: Regeling) -> None:
    stappen = kies_route(regeling.routes, voorziening="BW", melder="inwoner").waarde
    assert [stap.id for stap in stappen if stap.grond == ("boce/afstemming-lokaal",)] == ["afstemming"]
    uitkomst = wie_is_bevoegd(regeling.mandaten, "afstemming.lokaal", date(2022, 12, 31))
    assert uitkomst.waarde.wie == "Stichting De Toegang"
    for woord in ("instroom", "doorstroom", "uitstroom"):
        assert woord in uitkomst.stappen[0].waarden["wat"]
    assert "meer zicht op de aanvragen" in uitkomst.waarde.voorwaarde


@pytest.mark.bepaling("boce/toegang-mo")
@pytest.mark.parametrize("melder", ["inwoner", "gemeente", "verwijzer"])
def test_whoever_reports_for_shelter_goes_to_the_shelter_itself(regeling: Regeling, melder: str) -> None:
    stappen = kies_route(regeling.routes, voorziening="MO", melder=melder).waarde
    assert [stap.id for stap in stappen] == ["melding", "beoordeling", "besluit"]
    assert {stap.wie for stap in stappen[1:]} == {"opvanginstelling"}


@pytest.mark.bepaling("boce/toegang-mo")
@pytest.mark.parametrize("dag", [date(2022, 1, 1), date(2024, 1, 1)])
def test_shelters_grant_or_refuse_in_mandate_of_emmen_also_after_2022(regeling: Regeling, dag: date) -> None:
    waarde = wie_is_bevoegd(regeling.mandaten, "mo.besluit", dag).waarde
    assert (waarde.wie, waarde.soort, waarde.namens) == ("opvanginstellingen", "mandaat", "Emmen")
    assert "vaste vragenlijst" in waarde.voorwaarde


def test_the_ways_into_shelter_are_a_fixed_list(lijsten: dict[str, Lijst]) -> None:
    wegen = [deel.id for deel in lijsten["mo-herkomst"].onderdelen]
    assert wegen == ["telefoon", "deur", "gevangenis", "ggz", "verslavingszorg", "uitval-bw"]


@pytest.mark.bepaling("boce/18plus")
def test_beschermd_wonen_begins_at_eighteen(regeling: Regeling) -> None:
    leeftijd = int(parameter_op(regeling.parameters, regeling.open, "leeftijd.vanaf", date(2022, 5, 1)).waarde)
    assert is_jaar_oud(date(2004, 5, 1), leeftijd, date(2022, 5, 1))
    assert not is_jaar_oud(date(2004, 5, 2), leeftijd, date(2022, 5, 1))


@pytest.mark.bepaling("boce/18plus")
def test_somebody_under_eighteen_is_not_in_the_target_group(eisen: dict[str, Vereisten]) -> None:
    feiten = {"leeftijd": True, "problematiek": True, "hulp": True}
    assert toets_vereisten(eisen["doelgroep_bw"], feiten).waarde.voldaan == "ja"
    te_jong = toets_vereisten(eisen["doelgroep_bw"], feiten | {"leeftijd": False})
    assert te_jong.waarde.niet_voldaan == ("leeftijd",)


@pytest.mark.bepaling("boce/wlz-overgang")
def test_the_wmo_indication_runs_on_while_the_ciz_has_not_decided(eisen: dict[str, Vereisten]) -> None:
    feiten = {"wmo_indicatie": True, "wlz_aangevraagd": True, "ciz_nog_bezig": True}
    verlenging = eisen["wlz_verlenging"]
    assert toets_vereisten(verlenging, feiten).waarde.voldaan == "ja"
    assert toets_vereisten(verlenging, feiten | {"ciz_nog_bezig": False}).waarde.voldaan == "nee"
    assert toets_vereisten(verlenging, feiten | {"wlz_aangevraagd": False}).waarde.voldaan == "nee"


@pytest.mark.bepaling("boce/wlz-overgang")
def test_the_transitional_rule_is_of_2021_and_its_end_is_left_open(regeling: Regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "wlz.overgangsregeling", date(2021, 6, 1))
    assert uitkomst.waarde == "2021"
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "wlz.overgangsregeling.einde", date(2021, 6, 1))


@pytest.mark.bepaling("boce/geschil-landelijk")
def test_a_dispute_on_national_access_goes_to_the_national_commission_by_its_guidelines(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "geschil.landelijk", date(2022, 1, 1))
    assert uitkomst.waarde.wie == "landelijke adviescommissie geschillen"
    assert uitkomst.waarde.voorwaarde == "volgens de landelijke richtlijnen"
    assert uitkomst.stappen[0].gronden == ("boce/geschil-landelijk",)
