"""Steps in words: amounts, days and shares as people in the Netherlands write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels import verwoorden
from voordeur.regels.uitkomst import Stap, stap
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum, verwoord

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        ("0.00", f"€{NBSP}0,00"),
        ("1.5", f"€{NBSP}1,50"),
        ("999.99", f"€{NBSP}999,99"),
        ("1000", f"€{NBSP}1.000,00"),
        ("1250000.00", f"€{NBSP}1.250.000,00"),
        ("-0.01", f"\u2212€{NBSP}0,01"),
        ("-1234.50", f"\u2212€{NBSP}1.234,50"),
    ],
)
def test_an_amount_as_people_read_it(bedrag: str, tekst: str) -> None:
    assert schrijf_bedrag(Decimal(bedrag)) == tekst


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        (date(2026, 1, 31), "31 januari 2026"),
        (date(2026, 3, 2), "2 maart 2026"),
        (date(2024, 8, 9), "9 augustus 2024"),
        (date(2026, 12, 1), "1 december 2026"),
    ],
)
def test_a_day_in_full(dag: date, tekst: str) -> None:
    assert schrijf_datum(dag) == tekst


def test_the_months_are_the_twelve_of_the_year() -> None:
    maanden = [schrijf_datum(date(2026, maand, 1)).split()[1] for maand in range(1, 13)]
    assert " ".join(maanden) == (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )


@pytest.mark.parametrize(
    ("tekst", "waarde", "zin"),
    [
        ("{x:euro}", Decimal("12.30"), f"€{NBSP}12,30"),
        ("{x:datum}", date(2026, 3, 2), "2 maart 2026"),
        ("{x:pct}", Decimal("0.02"), "2%"),
        ("{x:pct}", Decimal("0.0312"), "3,12%"),
        ("{x:pct}", Decimal("-0.0105"), "-1,05%"),
        ("{x:pct}", Decimal("0.10"), "10%"),
        ("{x:pct}", Decimal("1"), "100%"),
        ("{x:pct}", Decimal("0"), "0%"),
        ("{x:pct}", Decimal("12.5"), "1250%"),
        ("{x:getal}", Decimal("1.2"), "1,2"),
        ("{x:getal}", 3, "3"),
        ("{x:lijst}", ["een ding.", "iets anders"], "een ding; iets anders"),
        ("{x:lijst}", [2023, 2024], "2023; 2024"),
        ("{x:lijst}", ["groep X.", "..."], "groep X; "),
        ("{x:lijst}", [], "niets"),
        ("{x}", "gewoon", "gewoon"),
        ("{x}", 1234, "1234"),
        ("{x} en {x}", 5, "5 en 5"),
    ],
)
def test_each_way_of_writing(monkeypatch: pytest.MonkeyPatch, tekst: str, waarde: object, zin: str) -> None:
    monkeypatch.setattr(verwoorden, "TEKSTEN", {"x.y": f"Zie: {tekst}!"})
    assert verwoord(stap("x.y", x=waarde)) == f"Zie: {zin}!"


def test_a_step_in_words() -> None:
    gezet = stap("nieuwe_client.venster", ("x/a1",), dagen=365, van=date(2022, 5, 1), tot=date(2023, 4, 30))
    zin = "Gekeken is naar de 365 dagen voor de melding: 1 mei 2022 tot en met 30 april 2023."
    assert verwoord(gezet) == zin


def test_a_step_without_a_text_or_a_text_without_its_value_is_no_sentence() -> None:
    with pytest.raises(KeyError, match=r"bestaat\.niet"):
        verwoord(Stap("bestaat.niet", {}, ()))
    with pytest.raises(KeyError, match="wie"):
        verwoord(Stap("route.stap", {"wat": "Iets."}, ()))


def test_an_unknown_way_of_writing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verwoorden, "TEKSTEN", {"x.y": "{x:hoofdletters}"})
    with pytest.raises(KeyError, match="hoofdletters"):
        verwoord(stap("x.y", x="a"))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.integers(-(10**14), 10**14))
def test_an_amount_reads_back_to_the_cent(centen: int) -> None:
    bedrag = Decimal(centen) / 100
    tekst = schrijf_bedrag(bedrag)
    terug = tekst.replace("\u2212", "-").replace(f"€{NBSP}", "").replace(".", "").replace(",", ".")
    assert Decimal(terug) == bedrag
