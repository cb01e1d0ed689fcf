"""Who gets in: the two forms with their criteria, and the general conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.toegang import LokaleVoorziening, Toegang, Toegangsfeiten, toets_toegang
from voordeur.regels.uitkomst import Uitkomst

DAG = date(2024, 3, 1)
# somebody of 33 from Borne, for whom a local facility was examined and does not suffice, and who needs all-inclusive
INWONER = Toegangsfeiten(
    peildatum=DAG,
    geboortedatum=date(1990, 5, 1),
    woonplaats="0147",
    lokale_voorziening=LokaleVoorziening(onderzocht=True, volstaat=False),
    criteria={"all-inclusive": {1: True, 2: True, 3: True, 4: True}, "modulair": {2: False}},
)


def toets(regeling: Regeling, feiten: Toegangsfeiten) -> Uitkomst[Toegang]:
    assert regeling.toegang is not None
    return toets_toegang(regeling.toegang, feiten, tuple(regeling.gemeenten_op(feiten.peildatum)))


@pytest.mark.bepaling("enschede/criteria-all-inclusive")
def test_all_inclusive_asks_all_four_criteria(regeling: Regeling) -> None:
    assert toets(regeling, INWONER).waarde == Toegang("ja", {"all-inclusive": "ja", "modulair": "nee"}, ())
    for nummer in (1, 2, 3, 4):
        een_niet = {**{1: True, 2: True, 3: True, 4: True}, nummer: False}
        uitkomst = toets(regeling, replace(INWONER, criteria={"all-inclusive": een_niet, "modulair": {2: False}}))
        assert uitkomst.waarde.toegang == "nee"


@pytest.mark.bepaling("enschede/criteria-all-inclusive")
def test_an_unknown_criterion_of_all_inclusive_is_asked_for_and_is_no_refusal(regeling: Regeling) -> None:
    onbekend = replace(INWONER, criteria={"all-inclusive": {1: True, 2: None}, "modulair": {2: False}})
    uitkomst = toets(regeling, onbekend)
    assert uitkomst.waarde.toegang == "onbekend"
    assert uitkomst.waarde.ontbreekt == ("all-inclusive/2", "all-inclusive/3", "all-inclusive/4")
    assert any("voordeur achter de voordeur" in str(stap.waarden) for stap in uitkomst.stappen)


@pytest.mark.bepaling("enschede/criteria-modulair")
def test_modulair_asks_all_six_criteria(regeling: Regeling) -> None:
    alle_zes = dict.fromkeys(range(1, 7), True)
    alleen_modulair = {"all-inclusive": {2: False}, "modulair": alle_zes}
    assert toets(regeling, replace(INWONER, criteria=alleen_modulair)).waarde.vormen["modulair"] == "ja"
    for nummer in alle_zes:
        een_niet = {"all-inclusive": {2: False}, "modulair": {**alle_zes, nummer: False}}
        assert toets(regeling, replace(INWONER, criteria=een_niet)).waarde.toegang == "nee"


@pytest.mark.bepaling("enschede/criteria-modulair")
def test_the_answer_on_modulair_names_its_criteria_as_its_ground(regeling: Regeling) -> None:
    uitkomst = toets(regeling, replace(INWONER, criteria={"all-inclusive": {2: False}}))
    assert uitkomst.waarde.ontbreekt == tuple(f"modulair/{nummer}" for nummer in range(1, 7))
    stappen = [stap for stap in uitkomst.stappen if stap.gronden == ("enschede/criteria-modulair",)]
    assert [stap.sleutel for stap in stappen] == ["toegang.vorm_onbekend"]


@pytest.mark.bepaling("enschede/toekenning")
@pytest.mark.parametrize(
    ("geboren", "antwoord"), [(date(2006, 3, 1), "ja"), (date(2006, 3, 2), "nee"), (None, "onbekend")]
)
def test_access_is_from_the_eighteenth_birthday(regeling: Regeling, geboren: date | None, antwoord: str) -> None:
    uitkomst = toets(regeling, replace(INWONER, geboortedatum=geboren))
    assert uitkomst.waarde.toegang == antwoord
    assert uitkomst.stappen[0].gronden == ("enschede/toekenning",)


@pytest.mark.bepaling("enschede/toekenning")
def test_access_is_for_residents_of_each_of_the_eight_municipalities(regeling: Regeling) -> None:
    for code in ("0147", "0153", "0158", "0164", "0168", "0173", "1735", "1774"):
        uitkomst = toets(regeling, replace(INWONER, woonplaats=code))
        assert uitkomst.waarde.toegang == "ja"
        assert uitkomst.stappen[1].gronden == ("enschede/toekenning",)


@pytest.mark.bepaling("enschede/toekenning")
@pytest.mark.parametrize(
    ("lokaal", "overgangsrecht", "antwoord"),
    [
        (LokaleVoorziening(onderzocht=True, volstaat=False), False, "ja"),
        (LokaleVoorziening(onderzocht=True, volstaat=True), False, "nee"),
        (LokaleVoorziening(onderzocht=True, volstaat=True), True, "ja"),
        (LokaleVoorziening(onderzocht=False), False, "onbekend"),
    ],
)
def test_a_local_facility_was_examined_and_does_not_suffice_unless_a_running_right_counts(
    regeling: Regeling, lokaal: LokaleVoorziening, overgangsrecht: bool, antwoord: str
) -> None:
    uitkomst = toets(regeling, replace(INWONER, lokale_voorziening=lokaal, overgangsrecht=overgangsrecht))
    assert uitkomst.waarde.toegang == antwoord
    assert uitkomst.stappen[2].gronden == ("enschede/toekenning",)


@pytest.mark.bepaling("enschede/landelijk")
def test_somebody_from_elsewhere_gets_no_on_residence_and_is_led_to_the_national_route(regeling: Regeling) -> None:
    uitkomst = toets(regeling, replace(INWONER, woonplaats="0363"))
    woonplaats = next(stap for stap in uitkomst.stappen if stap.sleutel == "toegang.woonplaats_nee")
    assert uitkomst.waarde.toegang == "nee"
    assert "enschede/landelijk" in woonplaats.gronden
