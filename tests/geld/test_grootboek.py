"""The ledger: it balances whoever books, it never changes, a mistake is taken back once, and others can read it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.geld.opzet import JAAR, NU, VAN, bouwer, contract, vastgestelde_subsidie, verblijf
from tests.stad import Stad
from voordeur.geld.actions import storneer
from voordeur.geld.boeken import Regel, boek
from voordeur.geld.fouten import AlTeruggeboekt, GeenReden, NietInEvenwicht, NietsTeBoeken, OnbekendeRekening
from voordeur.geld.models import Boeking, Boekingsregel, Rekening
from voordeur.geld.queries import als_hledger, lasten_per_gemeente, saldi
from voordeur.geld.rekeningen import LASTEN, SCHEMA, TE_BETALEN, rekeningen
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat

ROND = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BEDRAG = st.decimals(min_value=Decimal("-9999999.99"), max_value=Decimal("9999999.99"), places=2)


@pytest.fixture
def regio_stad(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def boeking(stad: Stad, regels: list[Regel], wie: str = "controller", bron: str = "proef 1") -> Boeking:
    with als(stad.als(wie)) as actor:
        return boek(actor, op=VAN, jaar=JAAR, omschrijving="Proef", bron=bron, regels=regels)


def lasten(stad: Stad, bedrag: str = "10.00") -> list[Regel]:
    return [(LASTEN, stad.gemeente, Decimal(bedrag)), (TE_BETALEN, stad.centrum, -Decimal(bedrag))]


def som(stad: Stad) -> dict[tuple[str, str], Decimal]:
    with als(bouwer(stad)):
        return {(deel.rekening, deel.college_code): deel.bedrag for deel in saldi(JAAR) if deel.bedrag}


def test_the_chart_is_made_on_first_use_and_only_once(regio_stad: Stad) -> None:
    with als(regio_stad.als("controller")):
        assert set(rekeningen(regio_stad.regio)) == set(SCHEMA)
        rekeningen(regio_stad.regio)
        assert Rekening.objects.count() == len(SCHEMA)


def test_lines_of_zero_are_left_out_and_the_rest_is_kept(regio_stad: Stad) -> None:
    gemaakt = boeking(regio_stad, [*lasten(regio_stad), (LASTEN, regio_stad.centrum, Decimal(0))])
    assert gemaakt.nummer == "2025-0001"
    with als(bouwer(regio_stad)):
        assert gemaakt.regels.count() == 2


def test_an_entry_that_does_not_balance_is_refused_before_it_is_written(regio_stad: Stad) -> None:
    with pytest.raises(NietInEvenwicht, match="10,00"):
        boeking(regio_stad, lasten(regio_stad)[:1])
    with pytest.raises(NietsTeBoeken):
        boeking(regio_stad, [(LASTEN, regio_stad.gemeente, Decimal(0))])
    with pytest.raises(OnbekendeRekening, match="9999"):
        boeking(regio_stad, [("9999", regio_stad.centrum, Decimal(1)), (LASTEN, regio_stad.centrum, Decimal(-1))])


@pytest.mark.traag
@ROND
@given(reeks=st.lists(st.lists(BEDRAG, min_size=1, max_size=5), min_size=1, max_size=4), gekozen=st.data())
def test_any_series_of_entries_sums_to_zero_and_taking_back_restores_every_balance(
    regio_stad: Stad, reeks: list[list[Decimal]], gekozen: st.DataObject
) -> None:
    codes, colleges = sorted(SCHEMA), [regio_stad.centrum, regio_stad.gemeente, regio_stad.andere_gemeente]
    voor = som(regio_stad)
    gemaakt = []
    for bedragen in reeks:
        regels = [(gekozen.draw(st.sampled_from(codes)), gekozen.draw(st.sampled_from(colleges)), b) for b in bedragen]
        sluit = -sum(bedragen, Decimal(0))
        try:
            gemaakt.append(boeking(regio_stad, [*regels, (codes[0], colleges[0], sluit)]))
        except NietsTeBoeken:
            assert not any(bedragen)
    assert sum(som(regio_stad).values()) == 0
    for deel in gemaakt:
        storneer(regio_stad.als("controller"), deel, reden="Proef.", op=VAN)
    assert som(regio_stad) == voor


def test_an_entry_is_taken_back_once_with_a_reason_by_a_controller_of_the_centre(regio_stad: Stad) -> None:
    gemaakt = boeking(regio_stad, lasten(regio_stad))
    wie = regio_stad.als("controller")
    with pytest.raises(GeenReden):
        storneer(wie, gemaakt, reden=" ", op=NU)
    with pytest.raises(GeenMandaat):
        storneer(regio_stad.als("contractbeheerder"), gemaakt, reden="Fout.", op=NU)
    terug = storneer(wie, gemaakt, reden="Fout.", op=NU).object
    with als(bouwer(regio_stad)):
        assert [regel.bedrag for regel in terug.regels.order_by("id")] == [Decimal("-10.00"), Decimal("10.00")]
    for nogmaals in (gemaakt, terug):
        with pytest.raises(AlTeruggeboekt):
            storneer(wie, nogmaals, reden="Nog eens.", op=NU)


def test_a_municipality_sees_its_own_lines_while_the_entry_still_balances(regio_stad: Stad) -> None:
    gemaakt = boeking(regio_stad, lasten(regio_stad))
    with als(regio_stad.als("lokaal")):
        assert [regel.college_code for regel in gemaakt.regels.all()] == [regio_stad.gemeente]
        assert lasten_per_gemeente(JAAR) == {regio_stad.gemeente: Decimal("10.00")}
    with als(regio_stad.als("buur")):
        assert lasten_per_gemeente(JAAR) == {}


def test_nobody_books_for_a_municipality_that_gave_no_power(regio_stad: Stad) -> None:
    blind = replace(regio_stad.als("controller"), colleges=frozenset({regio_stad.centrum}))
    with pytest.raises(DatabaseError, match="row-level security"), als(blind):
        boek(blind, op=VAN, jaar=JAAR, omschrijving="Proef", bron="proef", regels=lasten(regio_stad))


@pytest.mark.parametrize("wie", ["controller", "lokaal"])
def test_a_line_in_secret_breaks_the_balance_whoever_writes_it(regio_stad: Stad, wie: str) -> None:
    gemaakt = boeking(regio_stad, lasten(regio_stad))
    with pytest.raises(DatabaseError, match="boeking_in_evenwicht"), als(regio_stad.als(wie)):
        rekening = Rekening.objects.get(code=LASTEN)
        Boekingsregel.objects.create(
            regio_id=regio_stad.regio, boeking=gemaakt, rekening=rekening, college_code=regio_stad.gemeente, bedrag=1
        )


def test_an_entry_without_lines_breaks_the_balance(regio_stad: Stad) -> None:
    with pytest.raises(DatabaseError, match="boeking_in_evenwicht"), als(regio_stad.als("controller")):
        Boeking.objects.create(regio_id=regio_stad.regio, nummer="X", op=VAN, jaar=JAAR, omschrijving="x", bron="x")


@pytest.mark.parametrize("model", [Boeking, Boekingsregel])
@pytest.mark.parametrize("wat", ["update", "delete"])
def test_entries_and_lines_are_never_changed_or_removed(regio_stad: Stad, model: type, wat: str) -> None:
    boeking(regio_stad, lasten(regio_stad))
    with pytest.raises(DatabaseError, match=r"permission denied|groeit alleen"), als(bouwer(regio_stad)):
        tabel = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {tabel}" if wat == "delete" else f"UPDATE {tabel} SET regio_id = regio_id")


def journaal(stad: Stad) -> tuple[str, dict[str, Decimal]]:
    contract(stad)
    verblijf(stad, nummer="1")
    verblijf(stad, nummer="2", tot=date(2025, 3, 3), college=stad.andere_gemeente)
    vastgestelde_subsidie(stad, bedrag="40000.00", termijnen=5)
    boeking(stad, lasten(stad, "0.01"), bron="vreemd ; | = tekens")
    with als(bouwer(stad)):
        verwacht: dict[str, Decimal] = {}
        for deel in saldi(JAAR):
            naam = f"{deel.soort}:{deel.rekening} {deel.naam}:{deel.college_code}"
            verwacht[naam] = verwacht.get(naam, Decimal(0)) + deel.bedrag
        return als_hledger(JAAR), {naam: bedrag for naam, bedrag in verwacht.items() if bedrag}


@pytest.mark.parametrize(
    "opdracht",
    [["hledger", "balance", "--flat", "--no-total", "-f"], ["ledger", "balance", "--flat", "--no-total", "-f"]],
    ids=["hledger", "ledger"],
)
def test_other_programs_read_the_same_balances_to_the_cent(
    regio_stad: Stad, tmp_path: Path, opdracht: list[str]
) -> None:
    programma = shutil.which(opdracht[0])
    if programma is None:
        pytest.skip(f"{opdracht[0]} is er niet: installeer het met 'apt-get install {opdracht[0]}'")
    tekst, verwacht = journaal(regio_stad)
    bestand = tmp_path / "boek.journal"
    bestand.write_text(tekst, "utf-8")
    uitvoer = subprocess.run([programma, *opdracht[1:], str(bestand)], capture_output=True, text=True, check=True)
    regels = re.findall(r"^\s*(-?[\d.]+) EUR\s+(.+?)\s*$", uitvoer.stdout, re.M)
    assert {naam: Decimal(bedrag) for bedrag, naam in regels} == verwacht
    assert len(verwacht) == 3
