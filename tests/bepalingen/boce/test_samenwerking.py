"""The cooperation: parties, convenant, mandate, the vision itself, consultation and the Norm."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.laden import NietGeldig, geldig_op
from voordeur.regelingen.schema import Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.vereisten import Vereisten, toets_vereisten


@pytest.mark.bepaling("boce/partijen")
def test_three_municipalities_take_part_and_emmen_is_the_centre(regeling: Regeling) -> None:
    gemeenten = {code: partij.naam for code, partij in regeling.gemeenten_op(date(2022, 1, 1)).items()}
    assert gemeenten == {"0114": "Emmen", "0109": "Coevorden", "1681": "Borger-Odoorn"}
    assert regeling.centrumgemeente(date(2022, 1, 1)) == "0114"


@pytest.mark.bepaling("boce/partijen")
@pytest.mark.parametrize(("handeling", "wie"), [("aanspreekpunt", "Emmen"), ("aanspreekpunt.tweede", "Coevorden")])
def test_emmen_speaks_first_for_the_region_and_coevorden_second(regeling: Regeling, handeling: str, wie: str) -> None:
    assert wie_is_bevoegd(regeling.mandaten, handeling, date(2022, 1, 1)).waarde.wie == wie


@pytest.mark.bepaling("boce/verdeelmodel")
def test_the_agreement_ends_with_the_path_and_is_not_prolonged(regeling: Regeling) -> None:
    assert geldig_op("boce", date(2032, 12, 31)) == (regeling, ())
    with pytest.raises(NietGeldig, match="2032-12-31"):
        geldig_op("boce", date(2033, 1, 1))


@pytest.mark.bepaling("boce/convenant")
def test_the_convenant_of_2015_carries_the_cooperation_until_2023_and_then_it_is_open(regeling: Regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "samenwerking.grondslag", date(2022, 12, 31))
    assert uitkomst.waarde == "convenant Beschermd Wonen & Opvang 2015"
    with pytest.raises(ParameterOpen, match="juridische vorm"):
        parameter_op(regeling.parameters, regeling.open, "samenwerking.grondslag", date(2023, 1, 1))


@pytest.mark.bepaling("boce/mandaat")
@pytest.mark.parametrize("handeling", ["bw.uitvoeren", "thuis_plus.uitvoeren"])
def test_the_centrumgemeente_has_the_mandate_for_classic_bw_and_for_thuis_plus(
    regeling: Regeling, handeling: str
) -> None:
    waarde = wie_is_bevoegd(regeling.mandaten, handeling, date(2022, 1, 1)).waarde
    assert (waarde.wie, waarde.soort, waarde.namens) == ("centrumgemeente", "mandaat", "regiogemeenten")


@pytest.mark.bepaling("boce/mandaat")
@pytest.mark.parametrize("situatie", ["bestaande_client_bw", "bestaande_client_thuis_plus"])
def test_existing_clients_of_both_forms_stay_on_the_budget_of_the_centre(regeling: Regeling, situatie: str) -> None:
    uitkomst = wie_betaalt(regeling.betalers, situatie, date(2022, 1, 1))
    assert uitkomst.waarde == "centrumgemeente"
    assert uitkomst.stappen[0].gronden == ("boce/mandaat",)


@pytest.mark.bepaling("boce/vaststelling")
def test_the_vision_needs_all_four_groups_and_all_three_councils(
    regeling: Regeling, eisen: dict[str, Vereisten]
) -> None:
    samenspraak = ["professionals", "inwoners", "ervaringsdeskundigen", "ketenpartijen"]
    raden = ["raad_emmen", "raad_coevorden", "raad_borger_odoorn"]
    toets = toets_vereisten(eisen["regiovisie"], dict.fromkeys(samenspraak, True)).waarde
    assert (toets.voldaan, toets.ontbreekt) == ("onbekend", tuple(raden))
    compleet = dict.fromkeys(samenspraak + raden, True)
    assert toets_vereisten(eisen["regiovisie"], compleet).waarde.voldaan == "ja"
    for eis in samenspraak + raden:
        assert toets_vereisten(eisen["regiovisie"], compleet | {eis: False}).waarde.niet_voldaan == (eis,)
    waarde = wie_is_bevoegd(regeling.mandaten, "regiovisie.vaststellen", date(2022, 1, 1)).waarde
    assert (waarde.wie, waarde.soort) == ("gemeenteraad van elke gemeente", "eigen")


@pytest.mark.bepaling("boce/bestuurlijk")
@pytest.mark.parametrize("overleg", ["kwartaaloverleg", "swp"])
def test_two_consultations_are_held_four_times_a_year(regeling: Regeling, overleg: str) -> None:
    dagen = [dag.uiterlijk for dag in jaarkalender(regeling.kalender, 2022).waarde if dag.plicht.id == overleg]
    assert dagen == [date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30), date(2022, 12, 31)]


@pytest.mark.bepaling("boce/bestuurlijk")
@pytest.mark.parametrize("overleg", ["platform", "ambtelijk-bestuurlijk"])
def test_the_periodic_consultations_have_no_day(regeling: Regeling, overleg: str) -> None:
    dagen = [dag.uiterlijk for dag in jaarkalender(regeling.kalender, 2022).waarde if dag.plicht.id == overleg]
    assert dagen == [None]


@pytest.mark.bepaling("boce/bestuurlijk")
def test_agenda_papers_and_results_are_shared_in_the_region(eisen: dict[str, Vereisten]) -> None:
    toets = toets_vereisten(eisen["overleg"], {"agenda": True, "stukken": True, "terugkoppeling": False})
    assert toets.waarde.niet_voldaan == ("terugkoppeling",)


@pytest.mark.bepaling("boce/evaluatie")
@pytest.mark.parametrize("plicht", ["evaluatie", "strategische-orientatie"])
def test_the_vision_is_evaluated_in_the_second_quarter_of_2023_only(regeling: Regeling, plicht: str) -> None:
    def in_jaar(jaar: int) -> list[tuple[date | None, date | None]]:
        return [(d.van, d.uiterlijk) for d in jaarkalender(regeling.kalender, jaar).waarde if d.plicht.id == plicht]

    assert in_jaar(2023) == [(date(2023, 4, 1), date(2023, 6, 30))]
    assert in_jaar(2022) == in_jaar(2024) == []


@pytest.mark.bepaling("boce/afspraken-2022")
def test_what_was_to_be_settled_in_2022_is_an_agenda_point_not_a_duty(regeling: Regeling) -> None:
    punten = {deel.id: deel for deel in regeling.afspraken if deel.grond == ("boce/afspraken-2022",)}
    onderwerpen = ("buiten-regio", "woonplaats", "tussenvormen", "toegang", "samenwerking")
    assert list(punten) == [f"agenda-{onderwerp}" for onderwerp in onderwerpen]
    assert {punt.stand for punt in punten.values()} == {"voornemen"}
    assert {punt.datum for punt in punten.values()} == {date(2022, 12, 31), None}
    for naam in ("toegang.bw", "tussenvormen.geld", "tussenvormen.grens", "plaatsing.buiten_regio"):
        with pytest.raises(ParameterOpen):
            parameter_op(regeling.parameters, regeling.open, naam, date(2023, 1, 1))


def test_each_of_the_eight_agreements_of_the_norm_needs_evidence(eisen: dict[str, Vereisten]) -> None:
    afspraken = [eis.id for eis in eisen["nvo"].eisen]
    assert len(afspraken) == 8
    bewezen = dict.fromkeys(afspraken, True)
    assert toets_vereisten(eisen["nvo"], bewezen).waarde.voldaan == "ja"
    zonder_governance = toets_vereisten(eisen["nvo"], bewezen | {"governance": None}).waarde
    assert (zonder_governance.voldaan, zonder_governance.ontbreekt) == ("onbekend", ("governance",))
