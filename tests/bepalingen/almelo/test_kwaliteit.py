"""Quality, supervision, figures, and the chain of MO."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.parameters import ParameterOpen, parameter_op


@pytest.mark.bepaling("almelo/kwaliteitseisen")
def test_a_provider_of_bw_meets_six_demands_in_a_yearly_agreement(toets, momenten) -> None:
    eisen = ("ondersteuningsplan", "opleiding", "inzet", "calamiteiten", "tevredenheid", "kwaliteitssysteem")
    goed = dict.fromkeys(eisen, True)
    assert toets("aanbieder", goed).voldaan == "ja"
    assert toets("aanbieder", {**goed, "kwaliteitssysteem": False}).niet_voldaan == ("kwaliteitssysteem",)
    assert [dag.uiterlijk for dag in momenten("uitvoeringsovereenkomsten")] == [date(2021, 12, 31)]


def test_preventive_supervision_visits_reads_and_asks(toets, bevoegd) -> None:
    assert bevoegd("toezicht.uitvoeren").wie == "toezichthouder van de centrumgemeente"
    gedaan = {"locatie": True, "administratie": True, "medewerkers": True, "clienten": True}
    assert toets("preventief-toezicht", gedaan).ontbreekt == ("directie",)


def test_the_six_review_where_places_are_and_are_needed(momenten) -> None:
    (overleg,) = momenten("capaciteit")
    assert (overleg.plicht.wie, overleg.uiterlijk) == ("zes gemeenten", None)


@pytest.mark.bepaling("almelo/evaluatie-cimot")
def test_the_working_method_of_cimot_is_evaluated(momenten) -> None:
    (evaluatie,) = momenten("evaluatie-cimot")
    assert evaluatie.uiterlijk is None


def test_softer_indicators_feed_the_evaluation(regeling, momenten) -> None:
    assert len(momenten("indicatoren")) == 1
    zacht = next(deel for deel in regeling.lijsten if deel.id == "zachte-indicatoren")
    assert [deel.id for deel in zacht.onderdelen] == ["mate-van-afschaling", "afgeschaalde-clienten", "draaglast"]


def test_the_average_of_207_days_is_history_of_2018_and_no_value_for_later(regeling) -> None:
    uitkomst = parameter_op(regeling.parameters, regeling.open, "gebruiksduur.gemiddeld", date(2018, 12, 31))
    assert uitkomst.waarde == "207"
    assert uitkomst.stappen[-1].sleutel == "parameter.geschiedenis"
    with pytest.raises(ParameterOpen):
        parameter_op(regeling.parameters, regeling.open, "gebruiksduur.gemiddeld", date(2019, 1, 1))


@pytest.mark.bepaling("almelo/opvang-gezin")
def test_a_family_room_is_for_a_mother_with_child_who_has_nowhere_to_go_and_moves_on_soon(toets, bevoegd) -> None:
    assert toets("gezinskamer", {"moeder_met_kind": True, "nergens_terecht": True}).voldaan == "ja"
    assert toets("gezinskamer", {"moeder_met_kind": True, "nergens_terecht": False}).voldaan == "nee"
    assert "vrouwenopvang in Enschede" in bevoegd("opvang.gezin_doorplaatsen").voorwaarde


def test_the_chain_approach_has_seven_solutions(regeling) -> None:
    lijst = next(deel for deel in regeling.lijsten if deel.id == "ketenaanpak")
    assert [deel.naam for deel in lijst.onderdelen] == [
        "Alternatieve bewindvoering",
        "Casuïstiektafel",
        "Contactpersoon",
        "Mobility Mentoring",
        "Preventieregisseur",
        "Uitstroom MO",
        "Versnelfonds",
    ]


@pytest.mark.bepaling("almelo/regisseur-mo")
def test_the_councils_hear_how_the_pilot_with_a_director_goes(momenten) -> None:
    (bericht,) = momenten("regisseur-mo")
    assert bericht.plicht.aan == "adviesraden"


@pytest.mark.bepaling("almelo/bewindvoering")
def test_the_court_decides_on_professional_administration(bevoegd) -> None:
    bewind = bevoegd("bewind.instellen")
    assert (bewind.soort, bewind.wie) == ("eigen", "de rechter")
