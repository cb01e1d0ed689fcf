"""Who does what: the centrumgemeente, each municipality, or all together."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.fouten import RegelOntbreekt


@pytest.mark.bepaling("ijsselvecht/contractering")
def test_the_centrumgemeente_contracts_care_in_kind(bevoegd) -> None:
    taak = bevoegd("contractering")
    assert (taak.soort, taak.wie) == ("taak", "centrumgemeente")
    assert "doelmatig en rechtmatig" in taak.voorwaarde


@pytest.mark.bepaling("ijsselvecht/inkoop")
def test_joint_procurement_starts_on_1_july_2023_and_zwolle_leads_it(bevoegd) -> None:
    with pytest.raises(RegelOntbreekt):
        bevoegd("inkoop.contracteren", date(2023, 6, 30))
    assert bevoegd("inkoop.contracteren", date(2023, 7, 1)).soort == "samen"
    assert bevoegd("inkoop.penvoeren").wie == "Zwolle"


def test_the_centrumgemeente_makes_pgbs_available_and_deals_with_the_svb(bevoegd) -> None:
    assert bevoegd("pgb.beschikbaar_stellen").wie == "centrumgemeente"
    assert bevoegd("svb.pgb").wie == "centrumgemeente"


@pytest.mark.bepaling("ijsselvecht/cak")
def test_the_contribution_for_care_in_kind_is_the_centrumgemeentes_work(bevoegd) -> None:
    assert bevoegd("cak.zin").wie == "centrumgemeente"


@pytest.mark.bepaling("ijsselvecht/cak")
@pytest.mark.parametrize("handeling", ["cak.pgb", "cak.vpt", "cak.extramuraal"])
def test_the_contribution_for_pgb_vpt_and_extramural_care_is_each_municipalitys_own(bevoegd, handeling: str) -> None:
    taak = bevoegd(handeling)
    assert (taak.soort, taak.wie) == ("eigen", "elke gemeente")


@pytest.mark.bepaling("ijsselvecht/toezichthouder")
def test_the_municipalities_appoint_a_supervisor_together(bevoegd, toets) -> None:
    assert bevoegd("toezicht.aanwijzen").soort == "samen"
    gezien = {"calamiteiten": True, "incidenten": True, "kwaliteit": True}
    assert toets("toezicht", gezien).ontbreekt == ("rechtmatigheid",)


@pytest.mark.bepaling("ijsselvecht/centrale-toegang")
def test_the_centrale_toegang_is_named_together_and_contracted_by_the_centrumgemeente(bevoegd) -> None:
    assert bevoegd("toegang.orgaan_aanwijzen").soort == "samen"
    assert bevoegd("toegang.overeenkomst").wie == "centrumgemeente"


@pytest.mark.bepaling("ijsselvecht/centrale-toegang")
def test_a_service_agreement_goes_with_a_processing_agreement(toets) -> None:
    feiten = {"aangewezen": True, "dienstverleningsovereenkomst": True, "prestatieafspraken": True}
    assert toets("centrale-toegang", feiten).ontbreekt == ("verwerkingsovereenkomst",)
    assert toets("centrale-toegang", {**feiten, "verwerkingsovereenkomst": False}).voldaan == "nee"


def test_each_municipality_carries_out_its_own_plan_on_the_regional_vision(bevoegd) -> None:
    taak = bevoegd("uitvoeringsplan.uitvoeren")
    assert (taak.soort, taak.wie, taak.voorwaarde) == ("eigen", "elke gemeente", "op basis van de regiovisie")


@pytest.mark.bepaling("ijsselvecht/aanspreekpunt")
@pytest.mark.parametrize(
    ("handeling", "gemeente"),
    [
        ("aanspreekpunt", "Zwolle"),
        ("aanspreekpunt.ambtelijk", "Zwolle"),
        ("aanspreekpunt.eerste_vervanger", "Hardenberg"),
        ("aanspreekpunt.tweede_vervanger", "Steenwijkerland"),
    ],
)
def test_zwolle_speaks_for_the_region_with_two_deputies(bevoegd, handeling: str, gemeente: str) -> None:
    assert bevoegd(handeling).wie == gemeente


@pytest.mark.bepaling("ijsselvecht/lokaal-aanbod")
def test_local_offer_prevents_signals_early_and_leads_to_beschermd_thuis(toets) -> None:
    feiten = {"voorzieningen": True, "vroegsignalering": True, "voorkomen": True}
    assert toets("lokaal-aanbod", feiten).ontbreekt == ("toeleiding",)
    assert toets("lokaal-aanbod", {**feiten, "toeleiding": True}).voldaan == "ja"


@pytest.mark.bepaling("ijsselvecht/woningen")
def test_each_municipality_sees_to_homes_for_outflow(regeling) -> None:
    woningen = next(deel for deel in regeling.afspraken if deel.id == "woningen")
    assert (woningen.wie, woningen.stand) == ("elke gemeente", "geldt")
