"""The order, the choice of a provider, the support plan, bridging care and following up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.routes import kies_route
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.vereisten import Toets

DOMEINEN = [
    "financiën", "werk en opleiding", "tijdsbesteding", "huisvesting", "huiselijke relaties", "geestelijke gezondheid",
    "lichamelijke gezondheid", "middelengebruik", "basale adl", "instrumentele adl", "sociaal netwerk",
    "maatschappelijke participatie", "justitie",
]  # fmt: skip


def wie_doet(regeling: Regeling, leveringsvorm: str) -> dict[str, str]:
    """By whom each step of the route is taken, in order."""
    route = kies_route(regeling.routes, voorziening="BW", melder="cliënt", leveringsvorm=leveringsvorm)
    return {stap.id: stap.wie for stap in route.waarde}


def stapnamen(regeling: Regeling, leveringsvorm: str) -> list[str]:
    return list(wie_doet(regeling, leveringsvorm))


@pytest.mark.bepaling("drechtsteden/opdracht")
def test_an_order_names_client_provider_and_results_and_is_talked_over(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("opdracht", "client", "aanbieder", "resultaten", "overleg")


@pytest.mark.bepaling("drechtsteden/geen-besluit")
@pytest.mark.parametrize(("besluit", "recht"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_without_a_decision_there_is_no_care_and_no_payment(
    toets: Callable[..., Uitkomst[Toets]], besluit: bool | None, recht: str
) -> None:
    assert toets("recht-op-betaling", besluit=besluit).waarde.voldaan == recht


@pytest.mark.bepaling("drechtsteden/keuzevrijheid")
def test_a_client_in_kind_chooses_among_the_contracted_providers(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("keuze", "natura", "gecontracteerd")
    assert bevoegd("aanbieder.kiezen").wie == "cliënt, gemachtigde of regievoerder"


@pytest.mark.bepaling("drechtsteden/keuzevrijheid")
def test_not_carrying_out_an_order_needs_a_special_case_three_reasons_and_a_decision(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("niet-uitvoeren", "bijzonder_geval", "reden_client", "reden_aanbieder", "reden_gemeente", "besluit")


@pytest.mark.bepaling("drechtsteden/kennismaking")
def test_an_introduction_is_possible_before_care_and_the_client_has_to_fit(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    volgorde = stapnamen(regeling, "zin")
    assert volgorde.index("toewijzing") < volgorde.index("kennismaking") < volgorde.index("monitoring")
    assert wie_doet(regeling, "zin")["kennismaking"] == "cliënt, gemeente en aanbieder"
    assert "kennismaking" not in stapnamen(regeling, "pgb")
    alle_nodig("passend", "past")


@pytest.mark.bepaling("drechtsteden/onderaannemer")
def test_lead_and_subcontractors_are_made_known_and_the_lead_answers_for_them(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("combinatie", "penvoerder", "onderaannemers", "mededinging")
    assert bevoegd("onderaannemers.verantwoorden").wie == "hoofdaannemer of penvoerder"


@pytest.mark.bepaling("drechtsteden/ondersteuningsplan")
@pytest.mark.parametrize("soort", ["ondersteuningsplan", "ondertekening-ondersteuningsplan"])
def test_the_support_plan_is_drawn_up_and_signed_within_two_months_of_the_decision(
    uiterlijk: Callable[[str, date], date], soort: str
) -> None:
    assert uiterlijk(soort, date(2017, 8, 10)) == date(2017, 10, 10)
    assert uiterlijk(soort, date(2017, 12, 31)) == date(2018, 2, 28)


@pytest.mark.bepaling("drechtsteden/ondersteuningsplan")
def test_client_provider_and_sociale_dienst_all_sign(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("ondertekening", "client", "aanbieder", "sociale_dienst")


@pytest.mark.bepaling("drechtsteden/plan-inhoud")
def test_the_plan_holds_results_activities_terms_supervision_key_and_openness_to_guidance(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    alle_nodig(
        "plan-inhoud", "resultaten", "activiteiten", "termijnen", "toezicht", "sleutel_en_regie", "begeleidbaarheid"
    )
    with pytest.raises(ParameterOpen, match="minimale eisen"):
        parameter_op(regeling.parameters, regeling.open, "ondersteuningsplan.minimale_eisen", date(2018, 1, 1))


@pytest.mark.bepaling("drechtsteden/overbrugging")
def test_without_a_place_the_municipality_gives_bridging_care_by_a_decision_of_its_own(
    regeling: Regeling, alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("overbruggingszorg", "geen_plek", "gewenst_of_niets_anders", "eigen_besluit")
    assert bevoegd("overbruggingszorg").wie == "gemeente"
    volgorde = stapnamen(regeling, "zin")
    assert volgorde.index("besluit") < volgorde.index("overbruggingszorg")
    assert volgorde.count("melding") == 1


@pytest.mark.bepaling("drechtsteden/toewijzing")
def test_a_client_is_allocated_by_criteria_set_beforehand_or_waits_on_a_list(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    alle_nodig("toewijzing", "criteria", "wens", "plek")
    assert {"wachtlijst", "toewijzing"} <= set(stapnamen(regeling, "zin"))
    with pytest.raises(ParameterOpen, match="beleidsregels"):
        parameter_op(regeling.parameters, regeling.open, "toewijzing.criteria", date(2018, 1, 1))


@pytest.mark.bepaling("drechtsteden/opvolging")
def test_a_late_plan_support_that_does_not_suffice_or_an_end_each_call_for_monitoring(
    regeling: Regeling, een_genoeg: Callable[..., None]
) -> None:
    een_genoeg("monitoring-moment", "plan_later", "niet_toereikend", "einde")
    assert list(wie_doet(regeling, "zin").items())[-1] == ("monitoring", "consulent, cliënt en aanbieder")


def test_self_sufficiency_is_measured_over_thirteen_domains_at_least_at_start_and_end(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    assert regeling.zelfredzaamheidsmatrix is not None
    assert [domein.lower() for domein in regeling.zelfredzaamheidsmatrix.domeinen] == DOMEINEN
    assert regeling.zelfredzaamheidsmatrix.metingen == ("intake", "voortgang", "uitstroom")
    alle_nodig("zrm-metingen", "start", "eind")


@pytest.mark.bepaling("drechtsteden/evaluatie")
def test_a_plan_is_evaluated_every_year_and_a_change_of_arrangement_is_reported_at_once(
    plichtdagen: Callable[[str, int], list[date | None]],
) -> None:
    assert plichtdagen("plan-evaluatie", 2018) == [date(2018, 12, 31)]
    assert plichtdagen("stoplichtrapportage", 2018) == [date(2018, 12, 31)]
    assert plichtdagen("wijziging-arrangement", 2018) == [None]


def test_there_are_results_for_every_domain_and_lighter_help_that_reaches_them_goes_first(
    regeling: Regeling, een_genoeg: Callable[..., None]
) -> None:
    assert [gebied.domein.lower() for gebied in regeling.resultaatgebieden if gebied.resultaten] == DOMEINEN
    een_genoeg("resultaat-lichter-bereikbaar", "begeleiding", "groep", "eigen_kracht", "algemeen")
