"""Social return: who goes first, who decides, what is reported when and with which proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.parameters import ParameterOpen, parameter_op

BAANBREKEND = "Baanbrekend Drechtsteden"


@pytest.mark.bepaling("drechtsteden/sroi-voorrang")
def test_a_candidate_lives_in_the_region_and_group_one_goes_first(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    alle_nodig("sroi-kandidaat", "woont_in_de_regio", "groep")
    lijsten = {lijst.id: [deel.id for deel in lijst.onderdelen] for lijst in regeling.lijsten}
    assert lijsten["sroi-groep-1"] == [
        "wwb-tot-2-jaar", "wwb-vanaf-2-jaar", "wajong", "wsw-begeleid", "wsw-detachering", "wwb-detachering",
    ]  # fmt: skip
    assert lijsten["sroi-groep-2"] == ["alternatief", "ww-tot-1-jaar", "ww-vanaf-1-jaar", "wia-wao", "bbl", "bol"]


@pytest.mark.bepaling("drechtsteden/sroi-voorrang")
def test_effort_may_be_anywhere_in_the_organisation_in_another_project_or_with_a_subcontractor(
    een_genoeg: Callable[..., None],
) -> None:
    een_genoeg("sroi-plaats", "organisatie", "ander_project", "onderaannemer")


@pytest.mark.bepaling("drechtsteden/sroi-melding")
def test_an_award_is_reported_within_ten_days_also_when_that_is_a_saturday(
    uiterlijk: Callable[[str, date], date], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    assert uiterlijk("sroi-melding", date(2017, 7, 19)) == date(2017, 7, 29)
    berekenen = bevoegd("sroi.berekenen")
    assert berekenen.wie == BAANBREKEND
    assert "geraamde waarde" in berekenen.voorwaarde


def test_one_plan_one_contact_and_the_same_terms_hold_for_all_contracts(alle_nodig: Callable[..., None]) -> None:
    alle_nodig(
        "sroi-plan",
        "plan_van_aanpak", "zelfde_voorwaarden", "zelfde_monitoring", "aanspreekpunt", "contractmanagement",
    )  # fmt: skip


def test_each_contract_year_is_judged_and_withholding_waits_for_the_end(
    regeling: Regeling, plichtdagen: Callable[[str, int], list[date | None]]
) -> None:
    assert len(plichtdagen("sroi-beoordeling", 2018)) == 1
    assert plichtdagen("sroi-inhouding", 2018) == [None]
    with pytest.raises(ParameterOpen, match="contractjaar"):
        parameter_op(regeling.parameters, regeling.open, "sroi.contractjaar", date(2018, 1, 1))


@pytest.mark.bepaling("drechtsteden/sroi-bewijs")
def test_a_provider_proves_candidates_and_hours_with_bsn_for_its_own_candidate(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("sroi-bewijs", "kandidaten", "uren")
    alle_nodig("sroi-eigen-kandidaat", "overleg", "gegevens", "bsn")


@pytest.mark.bepaling("drechtsteden/sroi-bewijs")
def test_work_to_work_is_proved_by_a_plan_that_the_board_approved(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("sroi-werk-naar-werk", "plan", "noodzaak", "fte", "beweging")


@pytest.mark.bepaling("drechtsteden/sroi-beslissing")
@pytest.mark.parametrize(
    ("handeling", "wie", "voorwaarde"),
    [
        ("sroi.goedkeuren", BAANBREKEND, "voordat de inzet telt"),
        ("sroi.adviseren", BAANBREKEND, "bindend"),
        ("sroi.laat_meetellen", BAANBREKEND, "afzienbare tijd"),
        ("sroi.inhouden", "opdrachtgever", "op advies"),
        ("sroi.storten", "aanbieder", "in overleg"),
    ],
)
def test_the_advice_is_binding_and_withholding_is_a_decision_of_the_client_of_the_contract(
    bevoegd: Callable[..., Bevoegdheid], handeling: str, wie: str, voorwaarde: str
) -> None:
    gevonden = bevoegd(handeling)
    assert gevonden.wie == wie
    assert voorwaarde in gevonden.voorwaarde
