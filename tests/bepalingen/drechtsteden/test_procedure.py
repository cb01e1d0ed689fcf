"""From a report to a decision: the steps, their terms, and the routes for special cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.bevoegdheid import Bevoegdheid
from voordeur.regels.routes import Routestap, kies_route


def stappen(regeling: Regeling, melder: str, leveringsvorm: str = "") -> dict[str, Routestap]:
    route = kies_route(regeling.routes, voorziening="BW", melder=melder, leveringsvorm=leveringsvorm)
    return {stap.id: stap for stap in route.waarde}


@pytest.mark.bepaling("drechtsteden/melding")
def test_anyone_can_report_by_phone_mail_or_at_the_desk(regeling: Regeling) -> None:
    route = kies_route(regeling.routes, voorziening="BW", melder="buurvrouw")
    assert (route.waarde[0].id, route.waarde[0].wie) == ("melding", "Sociale Dienst Drechtsteden of melder")
    assert "één formulier" in route.waarde[0].wat
    assert route.stappen[0].gronden == ("drechtsteden/melding",)
    lijsten = {lijst.id: [deel.id for deel in lijst.onderdelen] for lijst in regeling.lijsten}
    assert lijsten["manieren-van-melden"] == ["telefoon", "e-mail", "loket"]


@pytest.mark.bepaling("drechtsteden/screening")
def test_the_consulent_screens_right_after_the_report(regeling: Regeling, alle_nodig: Callable[..., None]) -> None:
    route = stappen(regeling, "buurvrouw")
    assert list(route)[:2] == ["melding", "screening"]
    assert route["screening"].wie == "consulent"
    alle_nodig("screening", "ontvangst", "uitleg", "vraag", "documenten", "voorliggend", "route")


@pytest.mark.bepaling("drechtsteden/keukentafel")
def test_the_talk_tells_of_plan_and_pgb_measures_and_leads_to_a_report(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    volgorde = list(stappen(regeling, "buurvrouw"))
    assert volgorde.index("screening") < volgorde.index("keukentafelgesprek") < volgorde.index("onderzoeksverslag")
    alle_nodig("keukentafelgesprek", "persoonlijk_plan", "pgb_of_natura", "zrm", "verslag")


@pytest.mark.bepaling("drechtsteden/aanvraag")
def test_a_signed_report_or_a_signed_form_is_an_application(
    regeling: Regeling, een_genoeg: Callable[..., None]
) -> None:
    een_genoeg("aanvraag", "verslag", "formulier")
    assert stappen(regeling, "buurvrouw")["aanvraag"].wie == "cliënt"


@pytest.mark.bepaling("drechtsteden/procedure")
def test_the_investigation_takes_six_weeks_and_the_decision_two(
    regeling: Regeling, uiterlijk: Callable[[str, date], date]
) -> None:
    termijnen = {stap.id: stap.termijn for stap in stappen(regeling, "buurvrouw").values() if stap.termijn}
    assert termijnen == {
        "keukentafelgesprek": "toegang-onderzoek",
        "onderzoeksverslag": "toegang-onderzoek",
        "besluit": "toegang-besluit",
    }
    volgorde = list(stappen(regeling, "buurvrouw"))
    assert volgorde[:6] == ["melding", "screening", "keukentafelgesprek", "onderzoeksverslag", "aanvraag", "besluit"]
    assert uiterlijk("toegang-onderzoek", date(2017, 8, 7)) == date(2017, 9, 18)
    assert uiterlijk("toegang-besluit", date(2017, 9, 18)) == date(2017, 10, 2)


@pytest.mark.bepaling("drechtsteden/persoonlijk-plan")
def test_a_client_has_seven_days_for_a_personal_plan(uiterlijk: Callable[[str, date], date]) -> None:
    assert uiterlijk("persoonlijk-plan-na-uitleg", date(2017, 8, 14)) == date(2017, 8, 21)


@pytest.mark.bepaling("drechtsteden/besluit-duur")
def test_the_consulent_sets_the_duration_and_may_grant_a_transition(
    alle_nodig: Callable[..., None], bevoegd: Callable[..., Bevoegdheid]
) -> None:
    alle_nodig("besluit", "recht", "ondersteuning", "resultaat", "duur")
    assert bevoegd("besluit.duur").wie == "consulent"
    assert "afbouw" in bevoegd("besluit.overgangsperiode").voorwaarde


@pytest.mark.bepaling("drechtsteden/tussentijds")
def test_an_interim_investigation_asks_for_a_request_and_support_that_does_not_suffice(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("tussentijds-onderzoek", "verzoek", "niet_toereikend")


@pytest.mark.bepaling("drechtsteden/spoed")
def test_urgent_care_asks_for_request_talk_consent_and_something_unforeseen(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("spoed", "aanvraag", "overleg", "goedkeuring", "niet_te_voorzien")


@pytest.mark.bepaling("drechtsteden/toegang-toeleiding")
def test_allocation_and_monitoring_are_for_care_in_kind_only(regeling: Regeling) -> None:
    natura, pgb = stappen(regeling, "buurvrouw", "zin"), stappen(regeling, "buurvrouw", "pgb")
    assert {"besluit", "toewijzing", "monitoring"} <= natura.keys()
    assert "besluit" in pgb
    assert not {"toewijzing", "monitoring"} & pgb.keys()


@pytest.mark.bepaling("drechtsteden/landelijk")
def test_somebody_from_outside_the_region_goes_by_the_national_route(
    regeling: Regeling, bevoegd: Callable[..., Bevoegdheid]
) -> None:
    assert list(stappen(regeling, "buiten de regio")) == ["criteria", "herkomst", "besluit"]
    assert bevoegd("landelijk.besluit").wie == "centrumgemeente"


@pytest.mark.bepaling("drechtsteden/landelijk")
def test_the_national_investigation_is_done_within_six_weeks(uiterlijk: Callable[[str, date], date]) -> None:
    assert uiterlijk("landelijk-onderzoek", date(2017, 7, 17)) == date(2017, 8, 28)


@pytest.mark.bepaling("drechtsteden/landelijk")
def test_criteria_a_to_c_are_all_weighed_with_the_client_and_the_municipality_of_origin(
    alle_nodig: Callable[..., None],
) -> None:
    alle_nodig("landelijk-afweging", "a", "b-i", "b-ii", "c-i", "c-ii", "c-iii", "c-iv", "c-v", "c-vi")
    alle_nodig("landelijk-zorgvuldig", "client", "herkomst")


@pytest.mark.bepaling("drechtsteden/forensisch")
def test_after_a_forensic_title_a_client_reports_in_time_and_goes_through_normal_access(
    regeling: Regeling, alle_nodig: Callable[..., None]
) -> None:
    route = stappen(regeling, "cliënt met een forensische titel", "zin")
    assert list(route) == ["melding", "toegang", "toewijzing"]
    assert "één op één" in route["toewijzing"].wat
    assert "toewijzing" not in stappen(regeling, "cliënt met een forensische titel", "pgb")
    alle_nodig("forensisch", "op_tijd", "gewone_toegang")


@pytest.mark.bepaling("drechtsteden/forensisch")
def test_a_forensic_place_is_bought_by_the_ministry(regeling: Regeling) -> None:
    betaler = wie_betaalt(regeling.betalers, "forensische_plaats", date(2018, 1, 1))
    assert betaler.waarde == "ministerie van Veiligheid en Justitie"
