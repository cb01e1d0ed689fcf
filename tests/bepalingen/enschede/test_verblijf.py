"""Placed and moving on: the care plan, the yearly talks, outflow and the homes for it."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.vereisten import Toets


@pytest.mark.bepaling("enschede/casusregie")
@pytest.mark.parametrize(
    ("plaatsing", "uiterlijk"),
    [
        (date(2024, 3, 15), date(2024, 5, 15)),
        (date(2024, 12, 31), date(2025, 2, 28)),
        # 19 May 2024 is Whit Sunday: a term of an agreement does not shift
        (date(2024, 3, 19), date(2024, 5, 19)),
    ],
)
def test_the_provider_makes_the_care_plan_within_two_months_of_placement(
    regeling: Regeling, plaatsing: date, uiterlijk: date
) -> None:
    (termijn,) = (termijn for termijn in regeling.termijnen if termijn.soort == "ondersteuningsplan")
    uitkomst = bereken_termijn(termijn, plaatsing, sluitingskalender())
    assert (termijn.voor, uitkomst.waarde.uiterlijk) == ("aanbieder", uiterlijk)
    assert uitkomst.stappen[0].gronden == ("enschede/casusregie",)


@pytest.mark.bepaling("enschede/casusregie")
def test_access_checks_the_plan_and_evaluates_and_talks_every_year(regeling: Regeling) -> None:
    dagen = [dag for dag in jaarkalender(regeling.kalender, 2024).waarde if "enschede/casusregie" in dag.plicht.grond]
    assert {dag.plicht.id: dag.uiterlijk for dag in dagen} == {
        "zorgplan-evaluatie": date(2024, 12, 31),
        "voortgangsgesprek": date(2024, 12, 31),
        "zorgplan-controle": None,
    }
    assert {dag.plicht.wie for dag in dagen} == {"toegang"}
    assert {dag.plicht.aan for dag in dagen if dag.plicht.id == "voortgangsgesprek"} == {
        "contactpersoon lokale gemeente"
    }


@pytest.mark.bepaling("enschede/uitstroom-aanleiding")
@pytest.mark.parametrize("aanleiding", ["evaluatieverslag", "verlenging", "client"])
def test_outflow_can_come_up_in_three_ways_and_one_is_enough(toets, aanleiding: str) -> None:
    andere = dict.fromkeys(("evaluatieverslag", "verlenging", "client"), False)
    assert toets("uitstroom_aanleiding", {**andere, aanleiding: True}).voldaan == "ja"
    assert toets("uitstroom_aanleiding", andere).voldaan == "nee"


@pytest.mark.bepaling("enschede/uitstroom")
@pytest.mark.parametrize("tegen", ["client", "aanbieder", "toegang"])
def test_outflow_starts_only_when_client_provider_and_access_are_unanimous(toets, tegen: str) -> None:
    eens = dict.fromkeys(("client", "aanbieder", "toegang"), True)
    assert toets("uitstroom", eens) == Toets("ja", (), ())
    assert toets("uitstroom", {**eens, tegen: False}) == Toets("nee", (tegen,), ())
    assert toets("uitstroom", {**eens, tegen: None}) == Toets("onbekend", (), (tegen,))


@pytest.mark.bepaling("enschede/uitstroom")
def test_access_directs_outflow_and_tunes_with_the_municipality_of_outflow(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "uitstroom.regie", date(2024, 3, 1))
    assert uitkomst.waarde.wie == "toegang"
    assert uitkomst.waarde.voorwaarde == "in afstemming met de lokale gemeente van uitstroom"
    assert uitkomst.stappen[0].gronden == ("enschede/uitstroom",)


def test_agreements_with_corporations_cover_process_homes_and_support(toets) -> None:
    assert toets("corporaties", {"proces": True, "woningen": True, "ondersteuning": True}).voldaan == "ja"
    assert toets("corporaties", {"proces": True, "woningen": True}) == Toets("onbekend", (), ("ondersteuning",))
