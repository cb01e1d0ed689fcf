"""What BW, MO and Beschermd Thuis are, who is a new client, and who is responsible for a client."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regels.betalers import wie_betaalt
from voordeur.regels.datums import Periode
from voordeur.regels.nieuwe_client import NieuweClient, bepaal_nieuwe_client
from voordeur.regels.uitkomst import Uitkomst


def _bepaal(regeling, melding: date, aanvragen=(), gebruik=()) -> Uitkomst[NieuweClient]:
    return bepaal_nieuwe_client(
        regeling.nieuwe_client,
        meldingsdatum=melding,
        gemeente="0166",
        centrumgemeente="0193",
        aanvragen=aanvragen,
        gebruik=gebruik,
    )


@pytest.mark.bepaling("ijsselvecht/nieuwe-client")
def test_new_is_who_neither_asked_nor_used_anything_in_365_days(regeling) -> None:
    uitkomst = _bepaal(regeling, date(2024, 5, 1), [date(2023, 5, 1)], [Periode(date(2020, 1, 1), date(2023, 5, 1))])
    assert uitkomst.waarde.venster == Periode(date(2023, 5, 2), date(2024, 4, 30))
    assert uitkomst.waarde.nieuw
    assert uitkomst.stappen[0].gronden == ("ijsselvecht/nieuwe-client",)


@pytest.mark.bepaling("ijsselvecht/nieuwe-client")
def test_a_request_or_a_day_of_use_in_the_window_makes_somebody_an_existing_client(regeling) -> None:
    assert not _bepaal(regeling, date(2024, 5, 1), [date(2023, 5, 2)]).waarde.nieuw
    assert not _bepaal(regeling, date(2024, 5, 1), gebruik=[Periode(date(2019, 1, 1), date(2023, 5, 2))]).waarde.nieuw


@pytest.mark.bepaling("ijsselvecht/doordecentralisatie")
def test_a_new_client_is_the_municipalitys_own_from_the_planned_start(regeling) -> None:
    voor = _bepaal(regeling, date(2023, 12, 31)).waarde
    assert (voor.verantwoordelijk, voor.code) == ("centrumgemeente", "0193")
    uitkomst = _bepaal(regeling, date(2024, 1, 1))
    assert (uitkomst.waarde.verantwoordelijk, uitkomst.waarde.code) == ("gemeente", "0166")
    gepland = next(deel for deel in uitkomst.stappen if deel.sleutel == "nieuwe_client.start_is_plan")
    assert gepland.waarden["start"] == "2024-01-01"
    assert gepland.gronden == ("ijsselvecht/doordecentralisatie",)


@pytest.mark.bepaling("ijsselvecht/doordecentralisatie")
def test_existing_clients_stay_with_the_centrumgemeente_and_the_money_follows(regeling) -> None:
    bestaand = wie_betaalt(regeling.betalers, "bestaande_client", date(2024, 2, 1))
    assert bestaand.waarde == "centrumgemeente"
    nieuw = wie_betaalt(regeling.betalers, "nieuwe_client", date(2024, 2, 1))
    assert nieuw.waarde.startswith("de gemeente van de cliënt")
    assert nieuw.stappen[-1].sleutel == "betaler.plan"


@pytest.mark.bepaling("ijsselvecht/begrippen")
def test_bw_is_living_in_an_institution_for_who_cannot_hold_their_own(toets) -> None:
    feiten = {
        "accommodatie": True,
        "toezicht_en_begeleiding": True,
        "doel": True,
        "problemen": True,
        "niet_op_eigen_kracht": True,
    }
    assert toets("beschermd-wonen", feiten).voldaan == "ja"
    assert toets("beschermd-wonen", {**feiten, "accommodatie": False}).niet_voldaan == ("accommodatie",)
    assert toets("beschermd-wonen", {**feiten, "problemen": None}).voldaan == "onbekend"


@pytest.mark.bepaling("ijsselvecht/begrippen")
def test_mo_is_a_roof_and_guidance_for_who_left_home(toets) -> None:
    feiten = {"onderdak_en_begeleiding": True, "thuis_verlaten": True, "niet_op_eigen_kracht": True}
    assert toets("maatschappelijke-opvang", feiten).voldaan == "ja"
    assert toets("maatschappelijke-opvang", {**feiten, "thuis_verlaten": False}).voldaan == "nee"


@pytest.mark.bepaling("ijsselvecht/beschermd-thuis")
def test_who_needs_somebody_near_day_and_night_does_not_fit_in_beschermd_thuis(toets) -> None:
    feiten = {"lokaal": True, "kwetsbaarheid": True, "ondersteuning": True, "geen_24_7_nabij": True}
    assert toets("beschermd-thuis", feiten).voldaan == "ja"
    assert toets("beschermd-thuis", {**feiten, "geen_24_7_nabij": False}).niet_voldaan == ("geen_24_7_nabij",)


def test_beschermd_thuis_is_a_product_of_its_own_and_no_bw(regeling) -> None:
    product = next(deel for deel in regeling.producten if deel.id == "beschermd-thuis")
    assert (product.voorziening, product.beschermd_wonen) == ("BT", False)
