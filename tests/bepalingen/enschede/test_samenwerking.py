"""Working together: purpose over letter, the local offer, sharing data, changing the agreement."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd
from voordeur.regels.plichten import jaarkalender
from voordeur.regels.rangorde import gaat_voor
from voordeur.regels.vereisten import Toets

DAG = date(2024, 3, 1)


@pytest.mark.bepaling("enschede/art1-3")
def test_the_purpose_of_the_cooperation_goes_before_the_letter(regeling: Regeling) -> None:
    assert regeling.rangorde is not None
    uitkomst = gaat_voor(regeling.rangorde, ["de letter van de overeenkomst", "het doel van de samenwerking"])
    assert uitkomst.waarde == "het doel van de samenwerking"
    assert uitkomst.stappen[0].gronden == ("enschede/art1-3",)


@pytest.mark.bepaling("enschede/art1-4")
def test_that_annex_2_names_the_levels_of_meeting_and_was_not_supplied_is_on_record(regeling: Regeling) -> None:
    assert {afspraak.id: afspraak.stand for afspraak in regeling.afspraken if "enschede/art1-4" in afspraak.grond} == {
        "elkaar-informeren": "geldt",
        "bijlage-2": "niet_geleverd",
    }


@pytest.mark.bepaling("enschede/lokale-infrastructuur")
def test_what_the_local_care_infrastructure_is_stays_on_the_agenda_of_the_municipalities(regeling: Regeling) -> None:
    (afspraak,) = (afspraak for afspraak in regeling.afspraken if afspraak.id == "lokale-infrastructuur")
    assert (afspraak.wie, afspraak.stand) == ("lokale gemeenten", "geldt")


@pytest.mark.bepaling("enschede/preventie")
def test_preventing_inflow_is_on_the_agenda_of_the_centrumgemeente(regeling: Regeling) -> None:
    (afspraak,) = (afspraak for afspraak in regeling.afspraken if afspraak.id == "preventie")
    assert (afspraak.wie, afspraak.stand) == ("centrumgemeente", "geldt")


def test_each_municipality_guarantees_a_basic_offer_and_the_centrumgemeente_keeps_the_overview(
    regeling: Regeling,
    toets,
) -> None:
    garantie = wie_is_bevoegd(regeling.mandaten, "basisaanbod.garanderen", DAG).waarde
    overzicht = wie_is_bevoegd(regeling.mandaten, "basisaanbod.overzicht", DAG).waarde
    assert (garantie.soort, garantie.wie, overzicht.wie) == ("eigen", "elke gemeente", "centrumgemeente")
    assert toets("basisaanbod", {"instroom": True, "uitstroom": True}).voldaan == "ja"
    assert toets("basisaanbod", {"instroom": True, "uitstroom": False}).niet_voldaan == ("uitstroom",)


@pytest.mark.parametrize(
    ("eigen_gemeente", "kan_niet", "antwoord"),
    [(True, None, "ja"), (False, True, "ja"), (False, False, "nee"), (False, None, "onbekend")],
)
def test_a_resident_is_helped_in_the_own_municipality_unless_that_is_not_possible(
    toets, eigen_gemeente: bool, kan_niet: bool | None, antwoord: str
) -> None:
    feiten = {"eigen_gemeente": eigen_gemeente, "kan_niet": kan_niet}
    assert toets("plaats_in_de_buurt", feiten).voldaan == antwoord


def test_investing_in_an_even_spread_of_places_is_done_with_the_municipalities(regeling: Regeling) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "spreiding.investeren", DAG).waarde
    assert (bevoegd.wie, bevoegd.voorwaarde) == ("centrumgemeente", "samen met de lokale gemeenten")


@pytest.mark.parametrize("gebrek", ["tijdig", "juist", "volledig"])
def test_data_are_on_time_correct_and_complete(toets, gebrek: str) -> None:
    goed = dict.fromkeys(("tijdig", "juist", "volledig"), True)
    assert toets("gegevenslevering", goed).voldaan == "ja"
    assert toets("gegevenslevering", {**goed, gebrek: False}) == Toets("nee", (gebrek,), ())


def test_data_go_automatically_or_else_as_efficiently_as_possible(toets) -> None:
    assert toets("gegevensuitwisseling", {"automatisch": True}).voldaan == "ja"
    assert toets("gegevensuitwisseling", {"automatisch": False, "efficient": True}).voldaan == "ja"
    assert toets("gegevensuitwisseling", {"automatisch": False, "efficient": False}).voldaan == "nee"


def test_information_is_confidential_and_free_of_charge(toets) -> None:
    assert toets("informatie_delen", {"vertrouwelijk": True, "gratis": True}).voldaan == "ja"
    assert toets("informatie_delen", {"vertrouwelijk": True, "gratis": False}).niet_voldaan == ("gratis",)


def test_sharing_data_follows_the_law_and_is_secured_with_processing_agreements(toets) -> None:
    eisen = ("avg", "openbaarheid", "beschikbaarheid", "integriteit", "vertrouwelijkheid")
    verder = ("verwerkersovereenkomsten", "hele_proces")
    assert toets("informatiebeveiliging", dict.fromkeys(eisen, True)).ontbreekt == verder
    assert toets("informatiebeveiliging", dict.fromkeys(eisen + verder, True)).voldaan == "ja"


def test_the_administration_is_careful_clear_and_reliable_and_informs_the_municipalities(
    regeling: Regeling, toets
) -> None:
    assert toets("administratie", {}).ontbreekt == ("zorgvuldig", "inzichtelijk", "betrouwbaar")
    (dag,) = (dag for dag in jaarkalender(regeling.kalender, 2024).waarde if dag.plicht.id == "stuurinformatie")
    assert (dag.plicht.wie, dag.plicht.aan, dag.uiterlijk) == ("centrumgemeente", "lokale gemeenten", None)


@pytest.mark.bepaling("enschede/art7-b")
@pytest.mark.parametrize(
    ("voorstel", "eerst"), [("wijziging", ()), ("wijziging_voor_enkele", ("mogelijk",))], ids=["allen", "enkele"]
)
def test_a_change_is_tested_on_feasibility_money_and_term_and_for_some_only_on_being_possible(
    toets, voorstel: str, eerst: tuple[str, ...]
) -> None:
    nodig = (*eerst, "uitvoerbaarheid", "gevolgen_geld", "termijn", "gevolgen_overeenkomst")
    assert toets(voorstel, {}).ontbreekt == nodig
    compleet = dict.fromkeys(nodig, True)
    assert toets(voorstel, compleet) == Toets("ja", (), ())
    for eis in nodig:
        assert toets(voorstel, {**compleet, eis: False}) == Toets("nee", (eis,), ())
