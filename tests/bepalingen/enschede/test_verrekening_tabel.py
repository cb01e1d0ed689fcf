"""The settlement of a year against a table that was worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.verrekening_reserve import Reservefeiten, Reserveverrekening, verreken_met_reserve

# 70%, 20% and 10% of the money of the Rijk: Enschede, Hengelo, Borne; the other five are left out
SLEUTEL = {"0153": Decimal("7000000.00"), "0164": Decimal("2000000.00"), "0147": Decimal("1000000.00")}
NIEMAND = ("0.00", "0.00", "0.00")


@dataclass(frozen=True)
class Jaar:
    """A year under a ceiling of 2.5 million, and what it must come to; shares for Enschede, Hengelo and Borne."""

    wat: str
    begin: str
    resultaat: str
    naar: str
    uit: str
    eind: str
    uitkering: tuple[str, str, str] = NIEMAND
    bijdrage: tuple[str, str, str] = NIEMAND
    maatregelen: str = "0.00"
    inzetten: bool = True


TABEL = [
    # a surplus: the room under the ceiling is filled, the rest is paid out 70/20/10
    Jaar("surplus under the ceiling", "2000000.00", "300000.00", "300000.00", "0.00", "2300000.00"),
    Jaar("surplus up to the ceiling", "2000000.00", "500000.00", "500000.00", "0.00", "2500000.00"),
    Jaar(
        "surplus over the ceiling: 1,250,000 - 500,000 = 750,000 out",
        "2000000.00", "1250000.00", "500000.00", "0.00", "2500000.00",
        uitkering=("525000.00", "150000.00", "75000.00"),
    ),
    Jaar(
        "a cent over: 70% of it rounds to the cent",
        "2000000.00", "500000.01", "500000.00", "0.00", "2500000.00",
        uitkering=("0.01", "0.00", "0.00"),
    ),
    Jaar(
        "5 cents out: 3.5, 1.0 and 0.5; the tie of 0.5 goes to the lowest code, Borne",
        "2500000.00", "0.05", "0.00", "0.00", "2500000.00",
        uitkering=("0.03", "0.01", "0.01"),
    ),
    Jaar("measures in a year with a surplus do nothing", "2000000.00", "1.00", "1.00", "0.00", "2000001.00",
         maatregelen="5.00"),
    # old money above the ceiling goes out too
    Jaar(
        "old excess, no result: 100,000 out",
        "2600000.00", "0.00", "0.00", "100000.00", "2500000.00",
        uitkering=("70000.00", "20000.00", "10000.00"),
    ),
    Jaar(
        "old excess and a surplus: 100,000 + 50,000 out",
        "2600000.00", "50000.00", "0.00", "100000.00", "2500000.00",
        uitkering=("105000.00", "30000.00", "15000.00"),
    ),
    Jaar(
        "old excess and a deficit: 100,000 covered, 300,000 out",
        "2900000.00", "-100000.00", "0.00", "400000.00", "2500000.00",
        uitkering=("210000.00", "60000.00", "30000.00"),
    ),
    Jaar("a deficit that takes just the old excess", "2600000.00", "-100000.00", "0.00", "100000.00", "2500000.00"),
    # a deficit: the reserve, then measures, then the municipalities 70/20/10
    Jaar("deficit covered", "2000000.00", "-400000.00", "0.00", "400000.00", "1600000.00"),
    Jaar("deficit that empties the reserve", "2000000.00", "-2000000.00", "0.00", "2000000.00", "0.00"),
    Jaar(
        "deficit not covered: 400,000 - 300,000 = 100,000 to share",
        "300000.00", "-400000.00", "0.00", "300000.00", "0.00",
        bijdrage=("70000.00", "20000.00", "10000.00"),
    ),
    Jaar(
        "measures of 40,000: 60,000 to share",
        "300000.00", "-400000.00", "0.00", "300000.00", "0.00",
        bijdrage=("42000.00", "12000.00", "6000.00"), maatregelen="40000.00",
    ),
    Jaar("measures for more than is left", "300000.00", "-400000.00", "0.00", "300000.00", "0.00",
         maatregelen="150000.00"),
    Jaar("measures are not used when the reserve is enough", "2000000.00", "-400000.00", "0.00", "400000.00",
         "1600000.00", maatregelen="150000.00"),
    Jaar(
        "no reserve at all",
        "0.00", "-100000.00", "0.00", "0.00", "0.00",
        bijdrage=("70000.00", "20000.00", "10000.00"),
    ),
    # the municipalities decided to leave the reserve alone
    Jaar(
        "reserve not used: 400,000 to share",
        "300000.00", "-400000.00", "0.00", "0.00", "300000.00",
        bijdrage=("280000.00", "80000.00", "40000.00"), inzetten=False,
    ),
    Jaar(
        "reserve not used, measures of 150,000: 250,000 to share",
        "300000.00", "-400000.00", "0.00", "0.00", "300000.00",
        bijdrage=("175000.00", "50000.00", "25000.00"), maatregelen="150000.00", inzetten=False,
    ),
    Jaar(
        "reserve not used, old excess: 50,000 to pay and 100,000 out",
        "2600000.00", "-50000.00", "0.00", "100000.00", "2500000.00",
        uitkering=("70000.00", "20000.00", "10000.00"), bijdrage=("35000.00", "10000.00", "5000.00"), inzetten=False,
    ),
    Jaar("not using the reserve means nothing in a surplus", "2000000.00", "1.00", "1.00", "0.00", "2000001.00",
         inzetten=False),
]  # fmt: skip


@pytest.mark.parametrize("jaar", TABEL, ids=lambda jaar: jaar.wat)
def test_a_year_comes_to_what_was_worked_out_by_hand(regeling: Regeling, jaar: Jaar) -> None:
    assert regeling.verrekening is not None
    assert regeling.verrekening.reserve is not None
    feiten = Reservefeiten(
        2023,
        Decimal(jaar.resultaat),
        Decimal(jaar.begin),
        Decimal("2500000.00"),
        SLEUTEL,
        Decimal(jaar.maatregelen),
        jaar.inzetten,
    )
    assert verreken_met_reserve(regeling.verrekening.reserve, feiten).waarde == Reserveverrekening(
        Decimal(jaar.naar),
        Decimal(jaar.uit),
        Decimal(jaar.eind),
        dict(zip(SLEUTEL, map(Decimal, jaar.uitkering), strict=True)),
        dict(zip(SLEUTEL, map(Decimal, jaar.bijdrage), strict=True)),
    )
