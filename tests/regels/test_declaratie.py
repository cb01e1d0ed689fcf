"""The check of a claim on prices and blocks that nobody has seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regels.datums import Periode
from voordeur.regels.declaratie import (
    Declaratiefeiten,
    aantal_dagen,
    dagen_van_blok,
    doorsnede,
    stukken,
    toets_declaratie,
)
from voordeur.regels.fouten import OngeldigFeit, RegelOntbreekt
from voordeur.regels.perioden import Periodeblokken
from voordeur.regels.tarief import Eenheid, Indexering, Prijs, Tarieven

BEGIN = date(2024, 1, 1)
BLOKKEN = Periodeblokken(BEGIN, 28, ("x/blok",))
PRIJS = Prijs("bed", "Een bed", {"licht": Decimal("280.00")}, ("x/bed",))
VAST = Tarieven(Eenheid("blok", 28), ("x/tarief",), (PRIJS,))
# the price rises on the 15th day of the first block
STIJGT = replace(VAST, indexering=Indexering(1, 15, 2024, "elders", ("x/index",)))
ALTIJD = Periode(date(2020, 1, 1), None)
FEITEN = Declaratiefeiten(
    blok=1, op=date(2024, 3, 1), plaatsing=ALTIJD, besluit=ALTIJD, arrangement="bed", zwaarte="licht",
    huisvesting=None, indexcijfers={}, bedrag=Decimal("280.00"),
)  # fmt: skip


def toets(tarieven: Tarieven = VAST, **anders: object):
    return toets_declaratie(BLOKKEN, tarieven, replace(FEITEN, **anders), ("x/besluit",))


def fout(**anders: object) -> set[str]:
    return {deel.onderwerp for deel in toets(**anders).waarde.controles if not deel.klopt}


def test_a_whole_block_at_one_price_costs_that_price() -> None:
    waarde = toets().waarde
    assert (waarde.dagen, waarde.verwacht, waarde.goed) == (28, Decimal("280.00"), True)
    assert waarde.blok == Periode(BEGIN, date(2024, 1, 28))


@pytest.mark.parametrize(
    ("anders", "gevonden"),
    [
        ({"bedrag": Decimal("280.01")}, {"bedrag"}),
        ({"op": date(2024, 1, 28)}, {"periode"}),
        ({"op": date(2024, 1, 29)}, set()),
        ({"plaatsing": Periode(date(2024, 1, 29))}, {"plaatsing", "besluit", "bedrag"}),
        ({"besluit": None}, {"besluit", "bedrag"}),
        ({"besluit": Periode(date(2024, 1, 2))}, {"besluit", "bedrag"}),
        ({"bedrag": None}, set()),
    ],
)
def test_each_reason_for_refusal_is_found(anders: dict[str, object], gevonden: set[str]) -> None:
    assert fout(**anders) == gevonden


def test_days_count_that_are_lived_and_decided() -> None:
    uitkomst = toets(plaatsing=Periode(date(2024, 1, 8), date(2024, 1, 14)), bedrag=Decimal("70.00"))
    assert (uitkomst.waarde.dagen, uitkomst.waarde.verwacht, uitkomst.waarde.goed) == (7, Decimal("70.00"), True)
    assert [stap.waarden for stap in uitkomst.stappen if stap.sleutel == "declaratie.naar_dagen"] == [
        {"dagen": 7, "per": 28, "prijs": "280.00"}
    ]
    half = toets(besluit=Periode(date(2024, 1, 1), date(2024, 1, 7)))
    assert (half.waarde.dagen, half.waarde.verwacht) == (7, Decimal("70.00"))
    assert [stap.waarden for stap in half.stappen if stap.sleutel == "declaratie.zonder_besluit"] == [
        {"dagen": 7, "zonder": 21}
    ]


def test_each_day_costs_the_price_of_that_day() -> None:
    waarde = toets(STIJGT, indexcijfers={2024: Decimal("0.10")}).waarde
    assert waarde.verwacht == Decimal("294.00")
    later = toets(STIJGT, blok=2, indexcijfers={2024: Decimal("0.10")}).waarde
    assert later.verwacht == Decimal("308.00")


def test_a_figure_of_a_later_year_is_left_alone_and_a_missing_one_stops() -> None:
    assert toets(STIJGT, blok=2, indexcijfers={2024: Decimal(0), 2025: Decimal(9), 2023: Decimal(9)}).waarde.goed
    with pytest.raises(OngeldigFeit, match="indexcijfer van 2024 ontbreekt"):
        toets(STIJGT)


def test_an_unknown_price_and_a_unit_that_is_no_number_of_days_stop() -> None:
    with pytest.raises(OngeldigFeit, match="staat niet in de tabel"):
        toets(arrangement="stoel")
    with pytest.raises(RegelOntbreekt, match="vast aantal dagen"):
        toets(replace(VAST, eenheid=Eenheid("uur")))


def test_without_a_day_to_pay_no_price_is_asked() -> None:
    assert toets(besluit=None, arrangement="stoel").waarde.verwacht == 0


@pytest.mark.parametrize("nummer", [0, -1])
def test_blocks_start_with_one(nummer: int) -> None:
    with pytest.raises(OngeldigFeit, match="het eerste blok is nummer 1"):
        dagen_van_blok(BLOKKEN, nummer)


@given(st.integers(1, 400))
def test_blocks_follow_each_other(nummer: int) -> None:
    een, volgende = dagen_van_blok(BLOKKEN, nummer), dagen_van_blok(BLOKKEN, nummer + 1)
    assert een.tot is not None
    assert volgende.van == een.tot + timedelta(days=1)
    assert aantal_dagen(een) == 28


DAG = st.dates(date(2023, 1, 1), date(2027, 1, 1))


@given(van=DAG, lengte=st.integers(0, 900))
def test_pieces_cover_a_period_without_a_gap(van: date, lengte: int) -> None:
    periode = Periode(van, van + timedelta(days=lengte))
    delen = stukken(STIJGT, periode)
    assert (delen[0].van, delen[-1].tot) == (periode.van, periode.tot)
    assert sum(map(aantal_dagen, delen)) == lengte + 1
    assert all(deel.van == date(deel.van.year, 1, 15) for deel in delen[1:])


@given(dagen=st.integers(1, 27))
def test_two_parts_of_a_block_are_the_block(dagen: int) -> None:
    knip = BEGIN + timedelta(days=dagen)
    eerst = toets(plaatsing=Periode(BEGIN, knip - timedelta(days=1))).waarde
    daarna = toets(plaatsing=Periode(knip)).waarde
    assert eerst.dagen + daarna.dagen == 28
    assert abs(eerst.verwacht + daarna.verwacht - Decimal("280.00")) <= Decimal("0.01")


def test_periods_that_do_not_meet_have_no_days() -> None:
    assert doorsnede(Periode(BEGIN, BEGIN), Periode(BEGIN + timedelta(days=1))) is None
    assert doorsnede(ALTIJD, Periode(BEGIN)) == Periode(BEGIN)
    assert aantal_dagen(None) == 0
