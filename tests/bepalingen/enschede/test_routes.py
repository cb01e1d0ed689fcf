"""The ways in: by a care organisation, by a municipality, from outside the region; the list and the bridging care."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.routes import kies_route
from voordeur.regels.vereisten import Toets

DAG = date(2024, 3, 1)


def stappen(regeling: Regeling, melder: str) -> list[str]:
    return [stap.id for stap in kies_route(regeling.routes, voorziening="BW", melder=melder).waarde]


@pytest.mark.bepaling("enschede/route-zorginstelling")
@pytest.mark.parametrize("melder", ["zorgaanbieder", "verwijzer"])
def test_after_a_report_by_a_provider_or_referrer_the_local_municipality_is_consulted_before_the_decision(
    regeling: Regeling, melder: str
) -> None:
    uitkomst = kies_route(regeling.routes, voorziening="BW", melder=melder)
    volgorde = [stap.id for stap in uitkomst.waarde]
    assert volgorde.index("melding") < volgorde.index("afstemming") < volgorde.index("besluit")
    afstemming = uitkomst.waarde[volgorde.index("afstemming")]
    assert afstemming.wie == "centrumgemeente"
    assert "is beschermd wonen nodig, wat weet zij van de situatie" in afstemming.wat
    assert uitkomst.stappen[0].gronden == ("enschede/route-zorginstelling",)


@pytest.mark.bepaling("enschede/route-gemeente")
def test_a_municipality_gathers_the_basics_and_may_advise_and_the_centrumgemeente_decides(regeling: Regeling) -> None:
    uitkomst = kies_route(regeling.routes, voorziening="BW", melder="gemeente")
    wie = {stap.id: stap.wie for stap in uitkomst.waarde}
    volgorde = list(wie)
    assert volgorde.index("basisinformatie") < volgorde.index("advies") < volgorde.index("besluit")
    assert (wie["basisinformatie"], wie["advies"]) == ("gemeente van herkomst", "gemeente van herkomst")
    assert wie["besluit"] == "centrumgemeente"
    assert "enschede/route-gemeente" in next(stap for stap in uitkomst.waarde if stap.id == "besluit").grond


@pytest.mark.bepaling("enschede/overdracht")
@pytest.mark.parametrize("melder", ["zorgaanbieder", "gemeente"])
def test_in_both_routes_the_municipality_hands_over_and_hears_of_the_placement(regeling: Regeling, melder: str) -> None:
    volgorde = stappen(regeling, melder)
    assert volgorde[-4:] == ["overdracht", "besluit", "plaatsing", "bericht"]


@pytest.mark.bepaling("enschede/overdracht")
def test_a_hand_over_is_not_complete_without_a_local_contact_person(toets) -> None:
    assert toets("overdracht", {"overgedragen": True, "contactpersoon": True}).voldaan == "ja"
    zonder = toets("overdracht", {"overgedragen": True, "contactpersoon": False})
    assert zonder == Toets("nee", ("contactpersoon",), ())


def test_a_line_of_the_waiting_list_needs_origin_reason_and_the_facility_before(toets) -> None:
    volledig = {"gemeente_van_herkomst": True, "reden": True, "vorige_voorziening": True}
    assert toets("aanmeldlijst", volledig) == Toets("ja", (), ())
    assert toets("aanmeldlijst", {"reden": True}) == Toets(
        "onbekend", (), ("gemeente_van_herkomst", "vorige_voorziening")
    )


@pytest.mark.bepaling("enschede/overbrugging")
def test_bridging_care_is_paid_from_the_budget_for_protected_living(regeling: Regeling) -> None:
    uitkomst = wie_betaalt(regeling.betalers, "overbruggingszorg", DAG)
    assert uitkomst.waarde == "het gezamenlijke budget voor beschermd wonen"
    assert uitkomst.stappen[0].gronden == ("enschede/overbrugging",)


@pytest.mark.bepaling("enschede/landelijk")
def test_for_somebody_from_outside_payment_is_agreed_first_and_a_conflict_goes_to_the_national_team(
    regeling: Regeling,
) -> None:
    uitkomst = kies_route(regeling.routes, voorziening="BW", melder="buiten de regio")
    assert [stap.id for stap in uitkomst.waarde] == ["afspraak-herkomst", "bemiddeling"]
    assert "wie betaalt en hoe lang" in uitkomst.waarde[0].wat
    assert "landelijke team" in uitkomst.waarde[1].wat


@pytest.mark.bepaling("enschede/landelijk")
def test_who_pays_for_somebody_from_outside_follows_from_the_agreement_with_the_municipality_of_origin(
    regeling: Regeling,
) -> None:
    uitkomst = wie_betaalt(regeling.betalers, "van_elders_hier", DAG)
    assert uitkomst.waarde == "volgens de afspraak met de gemeente van herkomst"
    assert uitkomst.stappen[0].gronden == ("enschede/landelijk",)
