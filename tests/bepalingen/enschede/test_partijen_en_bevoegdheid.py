"""Who takes part in the agreement of Enschede, and who may do what."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.laden import NietGeldig, geldig_op
from voordeur.regelingen.schema import Regeling
from voordeur.regels.bevoegdheid import wie_is_bevoegd

DAG = date(2024, 5, 1)


@pytest.mark.bepaling("enschede/partijen")
def test_eight_municipalities_take_part_and_enschede_is_also_the_centrumgemeente() -> None:
    regeling, _ = geldig_op("enschede", date(2022, 1, 1))
    gemeenten = regeling.gemeenten_op(date(2022, 1, 1))
    assert {code: gemeente.naam for code, gemeente in gemeenten.items()} == {
        "0147": "Borne",
        "1774": "Dinkelland",
        "0153": "Enschede",
        "0158": "Haaksbergen",
        "0164": "Hengelo",
        "1735": "Hof van Twente",
        "0168": "Losser",
        "0173": "Oldenzaal",
    }
    assert regeling.centrumgemeente(date(2022, 1, 1)) == "0153"
    assert [gemeente.naam for gemeente in gemeenten.values() if gemeente.centrum] == ["Enschede"]


@pytest.mark.bepaling("enschede/partijen")
def test_the_agreement_starts_on_1_january_2022_and_names_no_end() -> None:
    with pytest.raises(NietGeldig, match="2022-01-01"):
        geldig_op("enschede", date(2021, 12, 31))
    regeling, gezegd = geldig_op("enschede", date(2040, 12, 31))
    assert regeling.looptijd is not None
    assert (regeling.looptijd.van, regeling.looptijd.tot, gezegd) == (date(2022, 1, 1), None, ())


@pytest.mark.bepaling("enschede/kaders")
def test_the_municipalities_adopt_frameworks_and_year_plans_together() -> None:
    regeling, _ = geldig_op("enschede", DAG)
    uitkomst = wie_is_bevoegd(regeling.mandaten, "kaders.vaststellen", DAG)
    assert (uitkomst.waarde.soort, uitkomst.waarde.wie) == ("samen", "de acht gemeenten")
    assert uitkomst.stappen[0].gronden == ("enschede/kaders",)


@pytest.mark.bepaling("enschede/kaders")
def test_carrying_out_within_the_frameworks_is_mandated_to_the_centrumgemeente(regeling: Regeling) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "kaders.uitvoeren", DAG).waarde
    assert (bevoegd.soort, bevoegd.wie, bevoegd.namens) == ("mandaat", "centrumgemeente", "de acht gemeenten")


@pytest.mark.bepaling("enschede/mandaat")
def test_the_centrumgemeente_decides_in_mandate_by_the_rules_of_the_residents_own_municipality(
    regeling: Regeling,
) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "toegang.besluit", DAG)
    assert (uitkomst.waarde.soort, uitkomst.waarde.wie) == ("mandaat", "centrumgemeente")
    assert "gemeente van de inwoner" in uitkomst.waarde.namens
    for regel in ("wet", "verordening", "nadere regels", "beleidsregels van die gemeente"):
        assert regel in uitkomst.waarde.voorwaarde
    assert [stap.sleutel for stap in uitkomst.stappen] == ["bevoegdheid.mandaat", "bevoegdheid.voorwaarde"]
    assert all(stap.gronden == ("enschede/mandaat",) for stap in uitkomst.stappen)


@pytest.mark.bepaling("enschede/beleid")
def test_the_centrumgemeente_drafts_policy_and_each_municipality_adopts_it_alike(regeling: Regeling) -> None:
    opstellen = wie_is_bevoegd(regeling.mandaten, "beleid.opstellen", DAG).waarde
    vaststellen = wie_is_bevoegd(regeling.mandaten, "beleid.vaststellen", DAG).waarde
    assert (opstellen.soort, opstellen.wie) == ("taak", "centrumgemeente")
    assert (vaststellen.soort, vaststellen.wie) == ("eigen", "elke gemeente")
    assert "gelijk" in vaststellen.voorwaarde


@pytest.mark.bepaling("enschede/regisseur")
def test_access_names_who_directs_the_case(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "casus.regisseur_aanwijzen", DAG)
    assert uitkomst.waarde.wie == "toegang"
    assert "voor, tijdens en na de plaatsing" in uitkomst.stappen[0].waarden["wat"]


@pytest.mark.bepaling("enschede/regisseur")
def test_one_fixed_person_can_push_through_at_a_bottleneck_but_never_without_the_local_contact(
    regeling: Regeling,
) -> None:
    bevoegd = wie_is_bevoegd(regeling.mandaten, "casus.doorzetten", DAG).waarde
    assert "vaste persoon" in bevoegd.wie
    assert bevoegd.voorwaarde == "altijd in overleg met de contactpersoon van de lokale gemeente"


@pytest.mark.bepaling("enschede/toezichthouders")
def test_the_centrumgemeente_appoints_the_supervisors_of_the_wmo(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "toezicht.aanwijzen", DAG)
    assert uitkomst.waarde.wie == "centrumgemeente"
    assert "beschermd wonen en opvang (Wmo 6.1)" in uitkomst.stappen[0].waarden["wat"]
    assert uitkomst.stappen[0].gronden == ("enschede/toezichthouders",)


@pytest.mark.bepaling("enschede/art5")
def test_municipalities_steer_on_the_goal_and_the_centrumgemeente_chooses_how(regeling: Regeling) -> None:
    doel = wie_is_bevoegd(regeling.mandaten, "doel.sturen", DAG).waarde
    hoe = wie_is_bevoegd(regeling.mandaten, "uitvoering.kiezen", DAG).waarde
    assert (doel.wie, hoe.wie) == ("de acht gemeenten", "centrumgemeente")
    assert hoe.voorwaarde == "binnen de wet en de overeenkomst, en open over de werkwijze"


def test_the_centrumgemeente_keeps_grip_on_costs_and_keeps_those_of_execution_low(regeling: Regeling) -> None:
    uitkomst = wie_is_bevoegd(regeling.mandaten, "budget.beheren", DAG)
    assert uitkomst.waarde.wie == "centrumgemeente"
    assert uitkomst.waarde.voorwaarde == "de kosten van de uitvoering blijven zo laag mogelijk"
    assert "bijsturen" in uitkomst.stappen[0].waarden["wat"]
