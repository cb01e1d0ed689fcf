"""The file for outside: no formula, and no figure that points to a person."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from voordeur.verantwoording.kwartalen import Kwartaal
from voordeur.verantwoording.tellen import Kwartaalcijfers
from voordeur.verantwoording.uitvoer import NIET_GEGEVEN, VERBORGEN, als_csv, veilige_tekst

Q1 = Kwartaal(2026, 1)
Rijen = dict[str, dict[str, str]]


def lees(cijfers: dict[str, Kwartaalcijfers], namen: dict[str, str] | None = None) -> Rijen:
    tekst = als_csv(Q1, cijfers, namen or {}, "vastgesteld op 10 april 2026")
    return {rij["gemeente"]: rij for rij in csv.DictReader(io.StringIO(tekst), delimiter=";")}


@pytest.mark.parametrize("tekst", ["=1+1", "+31", "-1", "@som", "\tx", "\rx", "\nx", "  =1"])
def test_a_spreadsheet_takes_no_name_for_a_formula(tekst: str) -> None:
    assert veilige_tekst(tekst) == f"'{tekst}"
    assert f"'{tekst}" in lees({"0001": Kwartaalcijfers()}, {"0001": tekst})


@pytest.mark.parametrize("tekst", ["Aldervoorde", "'s-Brinkum", "Brinkum a/d =", ""])
def test_an_ordinary_name_stays_as_it_is(tekst: str) -> None:
    assert veilige_tekst(tekst) == tekst


def test_a_count_under_five_is_hidden_and_the_total_does_not_tell_it() -> None:
    rijen = lees({code: Kwartaalcijfers(meldingen=aantal) for code, aantal in (("a", 3), ("b", 9), ("c", 7), ("d", 0))})
    assert {naam: rij["meldingen"] for naam, rij in rijen.items()} == {
        "a": VERBORGEN, "b": "9", "c": NIET_GEGEVEN, "d": "0", "Samen": "19",
    }  # fmt: skip


def test_where_no_other_municipality_can_hide_it_the_total_does_not_tell_it_either() -> None:
    rijen = lees({"a": Kwartaalcijfers(meldingen=3), "b": Kwartaalcijfers()})
    assert [rijen[naam]["meldingen"] for naam in ("a", "b", "Samen")] == [VERBORGEN, "0", VERBORGEN]


def test_a_flow_is_hidden_as_a_whole_because_its_parts_tell_each_other() -> None:
    klein = Kwartaalcijfers(in_zorg_begin=20, instroom=3, uitstroom=6, in_zorg_eind=17, lasten=Decimal("12.50"))
    groot = Kwartaalcijfers(in_zorg_begin=30, instroom=9, uitstroom=5, in_zorg_eind=34, lasten=Decimal("80.00"))
    rijen = lees({"a": klein, "b": groot, "c": groot})
    assert rijen["a"]["instroom"] == VERBORGEN
    for veld in ("in_zorg_begin", "uitstroom", "in_zorg_eind", "lasten"):
        assert rijen["a"][veld] == rijen["b"][veld] == NIET_GEGEVEN
    assert (rijen["c"]["in_zorg_eind"], rijen["Samen"]["lasten"]) == ("34", "172,50")


def test_larger_figures_are_given_and_the_file_says_what_it_is() -> None:
    rij = lees({"0001": Kwartaalcijfers(meldingen=5, lasten=Decimal("-12.50"))}, {"0001": "Brinkum"})["Brinkum"]
    assert (rij["meldingen"], rij["lasten"], rij["kwartaal"]) == ("5", "-12,50", "2026-1")
    assert rij["stand"] == "vastgesteld op 10 april 2026"
