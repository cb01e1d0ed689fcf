"""Who takes part, until when, and how the plan is made."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.laden import NietGeldig, geldig_op
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.parameters import ParameterOpen, parameter_op


@pytest.mark.bepaling("almelo/partijen")
def test_six_municipalities_take_part_and_almelo_is_the_centrumgemeente(regeling) -> None:
    dag = date(2021, 6, 1)
    assert {code: partij.naam for code, partij in regeling.gemeenten_op(dag).items()} == {
        "0141": "Almelo",
        "0163": "Hellendoorn",
        "1742": "Rijssen-Holten",
        "0183": "Tubbergen",
        "1700": "Twenterand",
        "0189": "Wierden",
    }
    assert regeling.centrumgemeente(dag) == "0141"


@pytest.mark.bepaling("almelo/partijen")
def test_they_work_together_from_2020_to_2023_and_afterwards_a_prolongation_is_only_assumed() -> None:
    assert geldig_op("almelo", date(2020, 1, 1))[1] == ()
    assert geldig_op("almelo", date(2023, 12, 31))[1] == ()
    _, (aanname,) = geldig_op("almelo", date(2024, 1, 1))
    assert aanname.sleutel == "regeling.verlenging_verondersteld"
    assert aanname.gronden == ("almelo/partijen",)
    with pytest.raises(NietGeldig):
        geldig_op("almelo", date(2019, 12, 31))


@pytest.mark.bepaling("almelo/vaststelling")
def test_the_plan_is_made_together_advised_on_and_adopted_by_each_college(toets, bevoegd) -> None:
    assert bevoegd("regioplan.voorbereiden").soort == "samen"
    assert (bevoegd("regioplan.vaststellen").soort, bevoegd("regioplan.vaststellen").wie) == ("eigen", "elk college")
    feiten = {"samen_voorbereid": True, "advies_gevraagd": True, "beantwoord": True, "colleges": True}
    assert toets("regioplan", feiten).ontbreekt == ("raad",)
    assert toets("regioplan", {**feiten, "advies_gevraagd": False}).niet_voldaan == ("advies_gevraagd",)


@pytest.mark.bepaling("almelo/stuurgroep")
def test_the_steering_group_takes_the_points_of_the_councils_along(regeling) -> None:
    punten = next(deel for deel in regeling.afspraken if deel.id == "stuurgroep")
    assert punten.wie == "stuurgroep centrumgemeentetaken en regionaal ambtelijk overleg"


@pytest.mark.bepaling("almelo/adviesraden")
def test_the_councils_are_kept_informed_and_almelo_calls_a_meeting_when_needed(momenten, bevoegd) -> None:
    (bericht,) = momenten("adviesraden")
    assert (bericht.plicht.aan, bericht.uiterlijk) == ("zes adviesraden", None)
    bijeenkomst = bevoegd("adviesraden.bijeenroepen")
    assert (bijeenkomst.wie, bijeenkomst.voorwaarde) == ("centrumgemeente", "als de ontwikkelingen daarom vragen")


@pytest.mark.bepaling("almelo/mo-bij-centrum")
def test_mo_stays_with_the_centrumgemeente_at_least_until_2026(bevoegd) -> None:
    assert bevoegd("mo.uitvoeren", date(2025, 12, 31)).wie == "centrumgemeente"
    with pytest.raises(RegelOntbreekt):
        bevoegd("mo.uitvoeren", date(2026, 1, 1))


@pytest.mark.bepaling("almelo/mo-bij-centrum")
def test_the_decentralisation_of_bw_in_2022_is_only_a_plan(regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "decentralisatie.beschermd_wonen", date(2021, 1, 1))
    assert uitkomst.waarde == "2022-01-01"
    assert uitkomst.stappen[-1].sleutel == "parameter.plan"


@pytest.mark.bepaling("almelo/mo-bij-centrum")
def test_who_decides_on_access_to_mo_is_left_open(regeling) -> None:
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "bevoegdheid.mo.besluit", date(2021, 1, 1))
