"""Quality, calamities, supervision, information and monitoring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.parameters import ParameterOpen, parameter_op
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.vereisten import Toets


@pytest.mark.bepaling("drechtsteden/kwaliteitskader")
def test_the_norms_of_the_quality_framework_are_open(regeling: Regeling) -> None:
    with pytest.raises(ParameterOpen, match="bijlage 4"):
        parameter_op(regeling.parameters, regeling.open, "kwaliteitskader.normen", date(2018, 1, 1))


def test_a_calamity_is_reported_at_once_with_all_data_and_with_consent_where_that_applies(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("calamiteit", "onverwijld", "gegevens", "toestemming")


@pytest.mark.bepaling("drechtsteden/meldcode")
def test_a_provider_has_a_reporting_code_in_steps(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("meldcode", "vastgesteld", "stappen")


@pytest.mark.bepaling("drechtsteden/overmacht")
def test_strikes_and_illness_are_listed_as_no_force_majeure(regeling: Regeling) -> None:
    lijsten = {lijst.id: [deel.id for deel in lijst.onderdelen] for lijst in regeling.lijsten}
    assert lijsten["geen-overmacht"] == ["staking", "ziekte"]


@pytest.mark.bepaling("drechtsteden/toezicht")
def test_suspected_misspending_or_poor_quality_each_open_an_investigation(
    een_genoeg: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    een_genoeg("toezicht-aanleiding", "onrechtmatigheid", "kwaliteit")
    assert bevoegd("toezicht.onderzoeken").wie == "de gemeenten"
    assert "aanvullend onderzoek" in bevoegd("toezicht.onderzoeken").voorwaarde


@pytest.mark.bepaling("drechtsteden/toezicht")
def test_suspending_the_agreement_asks_for_an_outcome_of_the_investigation(
    bevoegd: Callable[..., Bevoegdheid],
) -> None:
    opschorten = bevoegd("overeenkomst.opschorten")
    assert opschorten.wie == "de gemeenten"
    assert "uitkomst van het onderzoek" in opschorten.voorwaarde


def test_municipalities_ask_only_what_they_need_and_sparingly(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("informatieverzoek", "nodig", "terughoudend")


def test_a_provider_informs_actively_and_passes_periodic_information_on_at_once(
    alle_nodig: Callable[..., None], plichtdagen: Callable[[str, int], list[date | None]]
) -> None:
    alle_nodig("informatie-aanbieder", "actief", "systeem")
    assert plichtdagen("periodieke-informatie", 2018) == [None]


@pytest.mark.bepaling("drechtsteden/vertrouwelijk")
@pytest.mark.parametrize(("plicht", "mag"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_confidential_information_goes_to_another_provider_only_when_the_law_obliges(
    toets: Callable[..., Uitkomst[Toets]], plicht: bool | None, mag: str
) -> None:
    assert toets("vertrouwelijke-informatie", wettelijke_plicht=plicht).waarde.voldaan == mag


def test_the_performance_of_every_provider_is_discussed_at_least_once_a_year(
    plichtdagen: Callable[[str, int], list[date | None]],
) -> None:
    assert plichtdagen("prestaties-bespreken", 2018) == [date(2018, 12, 31)]


def test_performance_is_measured_by_results_satisfaction_and_views_of_consulenten(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("kpi", "resultaten", "tevredenheid", "consulenten")
    assert bevoegd("monitoring.bijsturen").wie == "de gemeenten"
    assert bevoegd("monitoring.beheren").wie == "contractmanagement van de Sociale Dienst Drechtsteden"
