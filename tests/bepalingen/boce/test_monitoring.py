"""What is recorded, followed and accounted for."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Lijst, Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.parameters import parameter_op
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.vereisten import Vereisten, toets_vereisten


def test_the_client_system_shows_five_things(eisen: dict[str, Vereisten]) -> None:
    velden = ("aantallen", "indicatie", "financiering", "gemeente_van_herkomst", "duur")
    toets = toets_vereisten(eisen["clientvolgsysteem"], dict.fromkeys(velden, True))
    assert toets.waarde.voldaan == "ja"
    assert toets.stappen[0].gronden == ("boce/clientvolgsysteem",)


def test_a_field_that_is_not_filled_yet_is_named(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["clientvolgsysteem"], {"aantallen": True, "indicatie": True, "duur": True}).waarde
    assert (toets.voldaan, toets.ontbreekt) == ("onbekend", ("financiering", "gemeente_van_herkomst"))
    with pytest.raises(OngeldigFeit):
        toets_vereisten(eisen["clientvolgsysteem"], {"nationaliteit": True})


def test_the_combined_monitor_holds_both_groups_and_the_shifts_between_them(
    regeling: Regeling, eisen: dict[str, Vereisten]
) -> None:
    assert toets_vereisten(eisen["monitor"], {}).waarde.ontbreekt == ("bw", "mo", "verschuivingen")
    assert "monitor" in [dag.plicht.id for dag in jaarkalender(regeling.kalender, 2021).waarde]
    assert "monitor" not in [dag.plicht.id for dag in jaarkalender(regeling.kalender, 2020).waarde]


def test_shelter_was_not_counted_between_the_end_of_2016_and_2021(regeling: Regeling) -> None:
    def telling(dag: date) -> str:
        return parameter_op(regeling.parameters, regeling.open, "mo.telling", dag).waarde

    assert telling(date(2016, 12, 31)) == "Daklozenmonitor"
    assert telling(date(2021, 1, 1)) == "gecombineerde monitor BW en MO"
    for dag in (date(2017, 1, 1), date(2020, 12, 31)):
        with pytest.raises(RegelOntbreekt):
            telling(dag)


@pytest.mark.bepaling("boce/regiobeeld")
def test_the_regional_picture_is_an_intention_for_2022_with_wmo_and_youth_data(
    regeling: Regeling, lijsten: dict[str, Lijst]
) -> None:
    assert [deel.id for deel in lijsten["regiobeeld"].onderdelen] == ["wmo", "jeugd"]
    beeld = next(deel for deel in regeling.afspraken if deel.id == "regiobeeld")
    assert (beeld.datum, beeld.stand) == (date(2022, 12, 31), "voornemen")


def test_the_transformation_agenda_is_evaluated_in_the_spring_of_2022(regeling: Regeling) -> None:
    dagen = {dag.plicht.id: (dag.van, dag.uiterlijk) for dag in jaarkalender(regeling.kalender, 2022).waarde}
    assert dagen["transformatieagenda-evaluatie"] == (date(2022, 3, 1), date(2022, 5, 31))
    assert dagen["transformatie-voortgang"] == (None, None)


def test_the_agenda_goes_with_the_extended_contract_and_emmen_is_the_providers_contact(regeling: Regeling) -> None:
    for dag in (date(2021, 1, 1), date(2022, 12, 31)):
        agenda = parameter_op(regeling.parameters, regeling.open, "transformatieagenda", dag)
        assert agenda.waarde == "Transformatieagenda Beschermd Wonen 2021-2022"
        assert wie_is_bevoegd(regeling.mandaten, "aanspreekpunt.aanbieders", dag).waarde.wie == "Emmen"


def test_the_centre_accounts_for_the_money_to_the_rijk_and_to_the_region(regeling: Regeling) -> None:
    plichten = [dag.plicht for dag in jaarkalender(regeling.kalender, 2022).waarde]
    ontvangers = [plicht.aan for plicht in plichten if plicht.grond == ("boce/verantwoording",)]
    assert ontvangers == ["het Rijk", "regiogemeenten"]
    assert wie_is_bevoegd(regeling.mandaten, "verantwoording", date(2022, 1, 1)).waarde.wie == "centrumgemeente"
