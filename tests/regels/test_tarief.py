"""Prices of an agreement that nobody has seen: a day as the unit, variants of housing, indexation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.tarief import (
    Eenheid,
    EldersGeregeld,
    Indexering,
    Opslag,
    Prijs,
    Tarief,
    Tarieven,
    bereken_tarief,
)
from voordeur.regels.uitkomst import Stap, Uitkomst


def bedragen(**waarden: str) -> dict[str, Decimal]:
    return {naam: Decimal(waarde) for naam, waarde in waarden.items()}


BED = Prijs("bed", "Een bed", bedragen(licht="10.00", zwaar="25.55"), ("x/bed",))
HUUR = Prijs("huis", "Huis met huur", bedragen(licht="30.00"), ("x/huis",), bedragen(licht="2.99"), "incl")
KAAL = Prijs("huis", "Huis kaal", bedragen(licht="20.00", midden="21.00"), ("x/huis",), huisvesting="excl")
OUD = Prijs("oud", "Oude vorm", bedragen(zwaar="1.00"), ("x/oud",), alleen_voor="wie het al had")
REGEL = Tarieven(
    Eenheid("etmaal", 1),
    ("x/tarief",),
    (BED, HUUR, KAAL, OUD),
    Opslag(Decimal("0.15"), "toeslag huur", ("x/opslag",)),
    Indexering(7, 17, 2024, "het bureau voor cijfers", ("x/index",)),
    (EldersGeregeld("straat", "de regeling voor buiten", ("x/elders",)),),
)
VOOR = date(2024, 7, 16)


def tarief(
    arrangement: str = "bed",
    zwaarte: str = "zwaar",
    huisvesting: str | None = None,
    op: date = VOOR,
    index: dict[int, str] | None = None,
    regel: Tarieven = REGEL,
) -> Uitkomst[Tarief]:
    cijfers = {jaar: Decimal(cijfer) for jaar, cijfer in (index or {}).items()}
    return bereken_tarief(
        regel, arrangement=arrangement, zwaarte=zwaarte, huisvesting=huisvesting, op=op, indexcijfers=cijfers
    )


def test_before_the_first_indexation_the_table_is_the_price() -> None:
    uitkomst = tarief()
    assert uitkomst.waarde == Tarief(Decimal("25.55"), Decimal("0.00"), Decimal("25.55"), "etmaal")
    assert str(uitkomst.waarde.opslag) == "0.00"
    tabel = {"naam": "Een bed", "zwaarte": "zwaar", "basis": "25.55", "eenheid": "etmaal"}
    totaal = {"basis": "25.55", "opslag": "0.00", "totaal": "25.55", "eenheid": "etmaal"}
    assert uitkomst.stappen == (
        Stap("tarief.tabel", tabel, ("x/bed",)),
        Stap("tarief.geen_opslag", {}, ("x/bed",)),
        Stap("tarief.totaal", totaal, ("x/bed",)),
    )


def test_a_surcharge_is_taken_as_it_was_printed() -> None:
    uitkomst = tarief("huis", "licht", "incl")
    assert uitkomst.waarde == Tarief(Decimal("30.00"), Decimal("2.99"), Decimal("32.99"), "etmaal")
    opslag = {"opslag": "2.99", "naam": "toeslag huur"}
    totaal = {"basis": "30.00", "opslag": "2.99", "totaal": "32.99", "eenheid": "etmaal"}
    assert uitkomst.stappen[1:] == (
        Stap("tarief.opslag_tabel", opslag, ("x/opslag",)),
        Stap("tarief.totaal", totaal, ("x/huis",)),
    )


def test_the_variant_without_a_surcharge_has_its_own_price() -> None:
    assert tarief("huis", "licht", "excl").waarde.totaal == Decimal("20.00")
    assert tarief("huis", "midden", "excl").waarde.totaal == Decimal("21.00")


def test_each_indexation_rounds_to_cents_and_the_surcharge_follows_the_new_price() -> None:
    uitkomst = tarief("huis", "licht", "incl", date(2025, 7, 17), {2024: "0.0312", 2025: "-0.0105"})
    assert uitkomst.waarde == Tarief(Decimal("30.62"), Decimal("4.59"), Decimal("35.21"), "etmaal")
    eerste = {"jaar": 2024, "index": "0.0312", "was": "30.00", "wordt": "30.94"}
    tweede = {"jaar": 2025, "index": "-0.0105", "was": "30.94", "wordt": "30.62"}
    opslag = {"opslag": "4.59", "aandeel": "0.15", "naam": "toeslag huur"}
    assert uitkomst.stappen[1:4] == (
        Stap("tarief.indexering", eerste, ("x/index",)),
        Stap("tarief.indexering", tweede, ("x/index",)),
        Stap("tarief.opslag_aandeel", opslag, ("x/opslag",)),
    )


def test_half_a_cent_is_rounded_up() -> None:
    assert tarief("bed", "licht", op=date(2024, 7, 17), index={2024: "0.0005"}).waarde.basis == Decimal("10.01")
    assert tarief("bed", "licht", op=date(2024, 7, 17), index={2024: "0.00049"}).waarde.basis == Decimal("10.00")


@pytest.mark.parametrize(
    ("op", "jaren"),
    [
        (date(2020, 1, 1), ()),
        (date(2024, 7, 16), ()),
        (date(2024, 7, 17), (2024,)),
        (date(2024, 8, 1), (2024,)),
        (date(2025, 7, 16), (2024,)),
        (date(2025, 6, 30), (2024,)),
        (date(2025, 7, 17), (2024, 2025)),
        (date(2026, 12, 31), (2024, 2025, 2026)),
    ],
)
def test_exactly_the_figures_up_to_the_day_are_needed(op: date, jaren: tuple[int, ...]) -> None:
    cijfers = dict.fromkeys(jaren, "0.10")
    assert [stap.waarden.get("jaar") for stap in tarief(op=op, index=cijfers).stappen[1:-2]] == list(jaren)
    for jaar in jaren:
        zonder = {ander: cijfer for ander, cijfer in cijfers.items() if ander != jaar}
        with pytest.raises(OngeldigFeit) as fout:
            tarief(op=op, index=zonder)
        melding = f"het indexcijfer van {jaar} ontbreekt (het bureau voor cijfers)"
        assert (fout.value.veld, fout.value.melding) == ("index", melding)


@pytest.mark.parametrize("jaar", [2023, 2026])
def test_a_figure_of_another_year_is_refused(jaar: int) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        tarief(op=date(2025, 12, 31), index={2024: "0.01", 2025: "0.01", jaar: "0.01"})
    assert (fout.value.veld, fout.value.melding) == ("index", f"voor {jaar} hoort geen indexcijfer bij deze datum")


def test_prices_that_never_rise_need_no_figure_and_take_none() -> None:
    vast = replace(REGEL, indexering=None)
    assert tarief(op=date(2099, 1, 1), regel=vast).waarde.totaal == Decimal("25.55")
    with pytest.raises(OngeldigFeit, match=r"^index: voor 2024 hoort geen indexcijfer bij deze datum$"):
        tarief(op=date(2099, 1, 1), index={2024: "0.01"}, regel=vast)


@pytest.mark.parametrize(
    ("vraag", "veld", "melding"),
    [
        (("boot", "licht", None), "arrangement", "boot staat niet in de tabel; wel: bed, huis, oud"),
        (("straat", "licht", None), "arrangement", "de prijs van straat staat in de regeling voor buiten"),
        (("huis", "licht", None), "huisvesting", "kies voor huis uit: incl, excl"),
        (("huis", "licht", "half"), "huisvesting", "kies voor huis uit: incl, excl"),
        (("bed", "licht", "incl"), "huisvesting", "bij bed is er geen keuze in huisvesting"),
        (("bed", "midden", None), "zwaarte", "midden is niet van toepassing bij bed; dit past wel: huis"),
        (("huis", "zwaar", "incl"), "zwaarte", "zwaar is niet van toepassing bij huis; dit past wel: bed"),
        (("oud", "licht", None), "zwaarte", "licht is niet van toepassing bij oud; dit past wel: bed, huis"),
        (("bed", "geen", None), "zwaarte", "kies uit: licht, zwaar, midden"),
    ],
)
def test_what_the_table_has_not_is_refused_with_what_it_has(vraag: Any, veld: str, melding: str) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        tarief(*vraag)
    assert (fout.value.veld, fout.value.melding) == (veld, melding)


def test_a_price_for_running_cases_only_is_still_a_price() -> None:
    assert tarief("oud", "zwaar").waarde.totaal == Decimal("1.00")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.decimals("-0.20", "0.20", places=4), st.decimals("0", "0.10", places=4))
def test_a_higher_figure_never_gives_a_lower_price(index: Decimal, meer: Decimal) -> None:
    laag, hoog = (
        tarief("huis", "licht", "incl", date(2024, 7, 17), {2024: str(cijfer)}).waarde
        for cijfer in (index, index + meer)
    )
    assert laag.basis <= hoog.basis
    assert laag.opslag <= hoog.opslag
    assert laag.totaal == laag.basis + laag.opslag
