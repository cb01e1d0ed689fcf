"""What the database itself refuses, each constraint by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, models

from tests.geld.opzet import (
    JAAR,
    NU,
    VAN,
    begroting,
    blokverblijf,
    bouwer,
    contract,
    indexbegroting,
    subsidie,
    verleende_subsidie,
)
from tests.geld.test_declaraties import dien_in
from tests.geld.test_jaren import gesloten_jaar
from tests.stad import Stad
from voordeur.geld.actions import bereid_verrekening_voor, zet_voorschot_klaar
from voordeur.geld.boeken import boek
from voordeur.geld.models import (
    Begroting,
    Betaling,
    Boeking,
    Boekingsregel,
    Declaratie,
    Rekening,
    Subsidie,
    Verrekening,
)
from voordeur.geld.rekeningen import BANK, LASTEN, RIJK, rekeningen
from voordeur.kern.actor import als


@pytest.fixture
def regio_stad(stad: Callable[[str], Stad]) -> Stad:
    gebouwd = stad("enschede")
    contract(gebouwd)
    return gebouwd


def breek(stad: Stad, naam: str, doe: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError, match=naam), als(bouwer(stad)):
        doe()


def verander(stad: Stad, naam: str, rij: models.Model, **velden: Any) -> None:
    """Break a constraint by changing a row."""
    breek(stad, naam, lambda: type(rij)._default_manager.filter(pk=rij.pk).update(**velden))


def kopie(stad: Stad, naam: str, rij: models.Model, **velden: Any) -> None:
    """Break a constraint by a second row that differs in some fields."""

    def maak() -> None:
        nieuw = type(rij)._default_manager.get(pk=rij.pk)
        nieuw.pk = None
        for veld, waarde in velden.items():
            setattr(nieuw, veld, waarde)
        nieuw.save(force_insert=True)

    breek(stad, naam, maak)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("subsidie_een_nummer", {"jaar": 2030}),
        ("subsidie_een_per_jaar", {"nummer": "ander"}),
    ],
)
def test_a_subsidy_is_there_once(regio_stad: Stad, naam: str, velden: dict[str, Any]) -> None:
    kopie(regio_stad, naam, subsidie(regio_stad), **velden)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("subsidie_bedrag_boven_nul", {"verleend_bedrag": 0}),
        ("subsidie_vastgesteld_is_volledig", {"stand": "vastgesteld"}),
        ("subsidie_vier_ogen_vaststelling", {"vaststelling_door": 7, "vastgesteld_door": 7}),
    ],
)
def test_a_subsidy_holds_together(regio_stad: Stad, naam: str, velden: dict[str, Any]) -> None:
    verander(regio_stad, naam, subsidie(regio_stad), **velden)


def test_who_prepared_a_subsidy_cannot_have_granted_it(regio_stad: Stad) -> None:
    rij = subsidie(regio_stad)
    verander(regio_stad, "subsidie_vier_ogen_verlening", rij, verleend_door=rij.voorbereid_door)


def voorschot(stad: Stad) -> Betaling:
    gemaakt: Betaling = zet_voorschot_klaar(
        stad.als("contractbeheerder"), verleende_subsidie(stad), termijn=1, op=VAN
    ).object
    return gemaakt


@pytest.mark.parametrize(
    ("naam", "velden"),
    [("betaling_niet_nul", {"bedrag": 0}), ("betaling_goedgekeurd_is_geboekt", {"stand": "goedgekeurd"})],
)
def test_a_payment_holds_together(regio_stad: Stad, naam: str, velden: dict[str, Any]) -> None:
    verander(regio_stad, naam, voorschot(regio_stad), **velden)


def test_a_payment_is_there_once_and_assessed_by_another(regio_stad: Stad) -> None:
    rij = voorschot(regio_stad)
    kopie(regio_stad, "betaling_een_nummer", rij, termijn=2)
    kopie(regio_stad, "betaling_een_voorschot_per_termijn", rij, nummer="ander")
    verander(regio_stad, "betaling_vier_ogen", rij, beoordeeld_door=rij.klaargezet_door)


@pytest.fixture
def declaratie(stad: Callable[[str], Stad]) -> tuple[Stad, Declaratie]:
    dorp = stad("drechtsteden")
    contract(dorp, soort="inkoop")
    indexbegroting(dorp)
    return dorp, dien_in(dorp, blokverblijf(dorp))


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("declaratie_bedrag_boven_nul", {"bedrag": 0}),
        ("declaratie_goedgekeurd_is_geboekt", {"stand": "goedgekeurd", "beoordeeld_door": 0}),
        ("declaratie_afgekeurd_met_reden", {"stand": "afgekeurd"}),
    ],
)
def test_a_claim_holds_together(declaratie: tuple[Stad, Declaratie], naam: str, velden: dict[str, Any]) -> None:
    verander(*(declaratie[0], naam, declaratie[1]), **velden)


def test_a_claim_is_there_once_and_assessed_by_another(declaratie: tuple[Stad, Declaratie]) -> None:
    dorp, rij = declaratie
    kopie(dorp, "declaratie_een_nummer", rij, blok=1)
    kopie(dorp, "declaratie_een_per_blok", rij, nummer="ander")
    verander(dorp, "declaratie_vier_ogen", rij, beoordeeld_door=rij.ingediend_door)


def test_a_year_has_one_budget_that_is_not_below_zero(regio_stad: Stad) -> None:
    rij = begroting(regio_stad)
    kopie(regio_stad, "begroting_een_per_jaar", rij)
    verander(regio_stad, "begroting_niet_onder_nul", rij, rijksbudget=-1)


def test_a_settlement_is_set_by_somebody_else(regio_stad: Stad) -> None:
    rij = bereid_verrekening_voor(regio_stad.als("controller"), gesloten_jaar(regio_stad), op=NU).object
    verander(regio_stad, "verrekening_vier_ogen", rij, vastgesteld_door=rij.voorbereid_door)
    verander(regio_stad, "verrekening_vastgesteld_door_iemand", rij, vastgesteld_op=NU)
    kopie(regio_stad, "geld_verrekening_begroting_id_key", rij)


def test_an_account_is_there_once_and_of_a_known_kind(regio_stad: Stad) -> None:
    with als(bouwer(regio_stad)):
        rij = rekeningen(regio_stad.regio)[LASTEN]
    kopie(regio_stad, "rekening_een_code", rij)
    verander(regio_stad, "rekening_soort_bekend", rij, soort="anders")


def test_a_line_is_not_zero_and_an_entry_has_its_own_number_and_one_storno(regio_stad: Stad) -> None:
    begroting(regio_stad)
    with als(bouwer(regio_stad)):
        eerste = Boeking.objects.get()
        regel = Boekingsregel.objects.order_by("id")[0]
    kopie(regio_stad, "boekingsregel_niet_nul", regel, bedrag=0)
    kopie(regio_stad, "boeking_een_nummer", eerste)

    def twee_keer() -> None:
        for nummer in ("a", "b"):
            velden = {"op": NU, "jaar": JAAR, "omschrijving": "x", "bron": "x", "storno_van": eerste}
            Boeking.objects.create(regio_id=regio_stad.regio, nummer=nummer, **velden)

    breek(regio_stad, "geld_boeking_storno_van_id_key", twee_keer)


def test_a_closed_year_refuses_an_entry_also_when_nobody_looked(regio_stad: Stad) -> None:
    gesloten_jaar(regio_stad)
    velden = {"op": NU, "jaar": JAAR, "omschrijving": "x", "bron": "betaling 1"}
    breek(regio_stad, "boeking_jaar_open", lambda: Boeking.objects.create(
        regio_id=regio_stad.regio, nummer="laat", **velden
    ))  # fmt: skip


def test_rows_of_another_region_are_not_seen(regio_stad: Stad, stad: Callable[[str], Stad]) -> None:
    gesloten = gesloten_jaar(regio_stad)
    bereid_verrekening_voor(regio_stad.als("controller"), gesloten, op=NU)
    elders = stad("enschede")
    with als(bouwer(elders)):
        for model in (Begroting, Betaling, Boeking, Boekingsregel, Rekening, Subsidie, Verrekening):
            assert not model._default_manager.exists(), model


def test_each_constraint_of_this_room_is_broken_here() -> None:
    from pathlib import Path

    from django.apps import apps

    hier = Path(__file__).read_text("utf-8")
    namen = {eis.name for model in apps.get_app_config("geld").get_models() for eis in model._meta.constraints}
    assert sorted(naam for naam in namen if naam not in hier) == []


def test_an_entry_in_an_open_year_is_taken(regio_stad: Stad) -> None:
    begroting(regio_stad)
    with als(regio_stad.als("controller")) as wie:
        regels = [(BANK, regio_stad.centrum, Decimal(1)), (RIJK, regio_stad.centrum, Decimal(-1))]
        assert boek(wie, op=VAN + timedelta(days=1), jaar=JAAR, omschrijving="x", bron="x", regels=regels).pk
