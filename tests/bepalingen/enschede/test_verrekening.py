"""The settlement of a year, article by article: its figures, and the article that its reasoning names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.regels.verrekening_reserve import Reservefeiten, Reserveverrekening, verreken_met_reserve

# 70%, 20% and 10% of the money of the Rijk: Enschede, Hengelo, Borne
SLEUTEL = {"0153": Decimal("7000000.00"), "0164": Decimal("2000000.00"), "0147": Decimal("1000000.00")}


def verreken(
    regeling: Regeling,
    *,
    resultaat: str,
    begin: str,
    plafond: str = "2500000.00",
    maatregelen: str = "0.00",
    inzetten: bool = True,
) -> Uitkomst[Reserveverrekening]:
    assert regeling.verrekening is not None
    assert regeling.verrekening.reserve is not None
    feiten = Reservefeiten(
        2023, Decimal(resultaat), Decimal(begin), Decimal(plafond), SLEUTEL, Decimal(maatregelen), inzetten
    )
    return verreken_met_reserve(regeling.verrekening.reserve, feiten)


def stap_van(uitkomst: Uitkomst[Reserveverrekening], sleutel: str) -> Stap:
    (gevonden,) = (stap for stap in uitkomst.stappen if stap.sleutel == sleutel)
    return gevonden


def delen(enschede: str, hengelo: str, borne: str) -> dict[str, Decimal]:
    return {"0153": Decimal(enschede), "0164": Decimal(hengelo), "0147": Decimal(borne)}


NIEMAND = delen("0.00", "0.00", "0.00")


@pytest.mark.bepaling("enschede/art2-1")
@pytest.mark.parametrize("resultaat", ["1250000.00", "0.00", "-2400000.00"])
def test_art_2_1_the_pooled_budget_is_neutral_all_money_ends_in_the_reserve_or_with_the_municipalities(
    regeling: Regeling, resultaat: str
) -> None:
    uitkomst = verreken(regeling, resultaat=resultaat, begin="2000000.00")
    uit = uitkomst.waarde
    assert Decimal("2000000.00") + Decimal(resultaat) + sum(uit.bijdrage.values()) == (
        uit.reserve_eind + sum(uit.uitkering.values())
    )
    begin = stap_van(uitkomst, "verrekening.begin")
    assert begin.waarden == {"jaar": 2023, "resultaat": resultaat, "reserve": "2000000.00"}
    assert begin.gronden == ("enschede/art2-1",)


@pytest.mark.bepaling("enschede/art2-2")
def test_art_2_2_a_surplus_goes_to_the_reserve_first(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="300000.00", begin="2000000.00")
    assert uitkomst.waarde == Reserveverrekening(
        Decimal("300000.00"), Decimal("0.00"), Decimal("2300000.00"), NIEMAND, NIEMAND
    )
    storting = stap_van(uitkomst, "verrekening.naar_reserve")
    assert storting.waarden == {"naar_reserve": "300000.00", "ruimte": "500000.00"}
    assert storting.gronden == ("enschede/art2-2",)


@pytest.mark.bepaling("enschede/art2-3")
def test_art_2_3_the_reserve_takes_no_more_than_its_ceiling(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="1250000.00", begin="2000000.00")
    assert (uitkomst.waarde.naar_reserve, uitkomst.waarde.reserve_eind) == (
        Decimal("500000.00"),
        Decimal("2500000.00"),
    )
    plafond = stap_van(uitkomst, "verrekening.plafond")
    assert (plafond.waarden, plafond.gronden) == ({"plafond": "2500000.00"}, ("enschede/art2-3",))


@pytest.mark.bepaling("enschede/art2-4")
def test_art_2_4_what_stands_above_the_ceiling_is_paid_out_by_the_money_of_the_rijk(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="1250000.00", begin="2000000.00")
    assert uitkomst.waarde.uitkering == delen("525000.00", "150000.00", "75000.00")
    assert uitkomst.waarde.bijdrage == NIEMAND
    uitkering = stap_van(uitkomst, "verrekening.uitkering")
    assert uitkering.waarden["bedrag"] == "750000.00"
    assert uitkering.waarden["sleutel"] == "de verdeling van het rijksgeld in dat jaar"
    assert uitkering.gronden == ("enschede/art2-4",)


@pytest.mark.bepaling("enschede/art2-5")
def test_art_2_5_a_deficit_is_covered_by_the_reserve_first(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="-400000.00", begin="2000000.00")
    assert uitkomst.waarde == Reserveverrekening(
        Decimal("0.00"), Decimal("400000.00"), Decimal("1600000.00"), NIEMAND, NIEMAND
    )
    gedekt = stap_van(uitkomst, "verrekening.uit_reserve")
    assert gedekt.waarden == {"tekort": "400000.00", "uit_reserve": "400000.00"}
    assert gedekt.gronden == ("enschede/art2-5",)


@pytest.mark.bepaling("enschede/art2-5")
def test_art_2_5_unless_the_municipalities_have_agreed_otherwise(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="-400000.00", begin="2000000.00", inzetten=False)
    assert uitkomst.waarde == Reserveverrekening(
        Decimal("0.00"), Decimal("0.00"), Decimal("2000000.00"), NIEMAND, delen("280000.00", "80000.00", "40000.00")
    )
    assert stap_van(uitkomst, "verrekening.reserve_niet_ingezet").gronden == ("enschede/art2-5",)


@pytest.mark.bepaling("enschede/art2-6")
def test_art_2_6_the_reserve_is_never_negative(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="-400000.00", begin="300000.00")
    assert (uitkomst.waarde.uit_reserve, uitkomst.waarde.reserve_eind) == (Decimal("300000.00"), Decimal("0.00"))
    eind = stap_van(uitkomst, "verrekening.reserve_eind")
    assert eind.waarden == {"reserve_eind": "0.00", "plafond": "2500000.00"}
    assert eind.gronden == ("enschede/art2-6",)


@pytest.mark.bepaling("enschede/art2-7")
def test_art_2_7_measures_come_before_sharing_what_the_reserve_does_not_cover(regeling: Regeling) -> None:
    uitkomst = verreken(regeling, resultaat="-400000.00", begin="300000.00", maatregelen="40000.00")
    assert uitkomst.waarde.bijdrage == delen("42000.00", "12000.00", "6000.00")
    maatregelen = stap_van(uitkomst, "verrekening.maatregelen")
    bijdrage = stap_van(uitkomst, "verrekening.bijdrage")
    assert maatregelen.waarden == {"tekort": "100000.00", "maatregelen": "40000.00"}
    assert (bijdrage.waarden["bedrag"], bijdrage.waarden["sleutel"]) == (
        "60000.00",
        "de verdeling van het rijksgeld in dat jaar",
    )
    assert maatregelen.gronden == bijdrage.gronden == ("enschede/art2-7",)
