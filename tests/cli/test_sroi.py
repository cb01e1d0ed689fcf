"""`voordeur sroi`: what each group is worth, the duty, the shortfall and what is carried on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import met, vraag, weiger, zonder
from tests.cli.voorbeelden import SROI

MET_COMPENSATIE = {
    "wwb-tot-2-jaar": 30000,
    "wwb-vanaf-2-jaar": 35000,
    "wajong": 35000,
    "wsw-begeleid": 35000,
    "ww-tot-1-jaar": 10000,
    "ww-vanaf-1-jaar": 15000,
    "wia-wao": 30000,
}
ZONDER_COMPENSATIE = {
    "bbl": 10000,
    "bol": 5000,
    "werk-naar-werk-eigen": 10000,
    "werk-naar-werk-binnen-sector": 5000,
    "werk-naar-werk-buiten-sector": 10000,
    "werk-naar-werk-buiten-sector-beide": 5000,
    "flexpool": 10000,
}
MET_FACTUUR = ("wsw-detachering", "wwb-detachering", "drechtwerk", "onderlinge-opdracht")


def sroi(**anders: Any) -> dict[str, Any]:
    return vraag("sroi", "drechtsteden", invoer=met(SROI, **anders))


def waarde(**inzet: Any) -> str:
    """What one effort is worth."""
    return sroi(inzet=[inzet])["gerealiseerd"]


def factuur(bedrag: str) -> list[dict[str, str]]:
    return [{"groep": "drechtwerk", "bedrag": bedrag}]


def test_the_example() -> None:
    uitkomst = sroi()
    assert (uitkomst["verplichting"], uitkomst["gerealiseerd"]) == ("125000.00", "27000.00")
    assert (uitkomst["tekort"], uitkomst["meenemen"]) == ("98000.00", "0.00")


def test_carried_amount_and_wage_compensation_may_be_left_out() -> None:
    inzet = [zonder(SROI["inzet"][0], "looncompensatie"), *SROI["inzet"][1:]]
    assert vraag("sroi", "drechtsteden", invoer=met(zonder(SROI, "meegenomen"), inzet=inzet)) == sroi()


@pytest.mark.parametrize(("groep", "jaarwaarde"), [*MET_COMPENSATIE.items(), *ZONDER_COMPENSATIE.items()])
def test_a_person_is_worth_an_amount_per_fte_and_year(groep: str, jaarwaarde: int) -> None:
    assert waarde(groep=groep, fte="1", maanden=12) == f"{jaarwaarde}.00"
    assert waarde(groep=groep, fte="0.5", maanden=6) == f"{jaarwaarde // 4}.00"
    assert waarde(groep=groep, fte="2.00", maanden=3) == f"{jaarwaarde // 2}.00"


@pytest.mark.parametrize("groep", MET_COMPENSATIE)
def test_wage_compensation_lowers_the_value_but_not_below_zero(groep: str) -> None:
    vol = MET_COMPENSATIE[groep]
    assert waarde(groep=groep, fte="1", maanden=12, looncompensatie="1000.50") == f"{vol - 1001}.50"
    assert waarde(groep=groep, fte="1", maanden=12, looncompensatie="99999.00") == "0.00"


@pytest.mark.parametrize("groep", MET_FACTUUR)
def test_an_invoice_counts_as_it_is(groep: str) -> None:
    assert waarde(groep=groep, bedrag="1234.56") == "1234.56"


def test_volunteers_are_worth_two_hundred_for_each_half_day_of_each_person() -> None:
    assert waarde(groep="vrijwilligers", dagdelen=3, personen=4) == "2400.00"
    assert waarde(groep="vrijwilligers", dagdelen=0, personen=4) == "0.00"


def test_a_place_for_participation_is_worth_fifteen_hundred_a_year() -> None:
    assert waarde(groep="participatieplek", plekken=3, maanden=4) == "1500.00"
    assert waarde(groep="participatieplek", plekken=0, maanden=12) == "0.00"


def test_each_effort_is_rounded_half_up_by_itself() -> None:
    half = {"groep": "wwb-tot-2-jaar", "fte": "0.000002", "maanden": 1}  # 30,000 x 0.000002 / 12 = 0.005
    assert sroi(inzet=[half])["gerealiseerd"] == "0.01"
    assert sroi(inzet=[half, half])["gerealiseerd"] == "0.02"
    assert waarde(groep="wwb-tot-2-jaar", fte="0.333", maanden=7) == "5827.50"
    assert waarde(groep="bbl", fte="1", maanden=1) == "833.33"


@pytest.mark.parametrize(
    ("contractwaarde", "jaarwaarde", "verplichting"),
    [
        ("99999.99", "99999.99", "0.00"),
        ("100000.00", "100000.00", "5000.00"),
        ("100000.00", "20000.00", "1000.00"),
        ("100000.00", "100000.10", "5000.01"),
        ("100000.00", "0.00", "0.00"),
    ],
)
def test_the_duty_is_five_percent_of_the_year_from_a_contract_of_a_hundred_thousand(
    contractwaarde: str, jaarwaarde: str, verplichting: str
) -> None:
    uitkomst = sroi(contractwaarde=contractwaarde, jaarwaarde=jaarwaarde, inzet=[])
    assert (uitkomst["verplichting"], uitkomst["tekort"]) == (verplichting, verplichting)


@pytest.mark.parametrize(
    ("ingezet", "meegenomen", "tekort", "meenemen"),
    [
        ("8000.00", "1000.00", "0.00", "4000.00"),
        ("3000.00", "4000.00", "0.00", "2000.00"),
        ("500.00", "6000.00", "0.00", "500.00"),
        ("0.00", "6000.00", "0.00", "0.00"),
        ("4000.00", "1000.00", "0.00", "0.00"),
        ("4000.00", "999.99", "0.01", "0.00"),
    ],
)
def test_what_is_above_the_duty_goes_on_at_most_the_efforts_of_this_year(
    ingezet: str, meegenomen: str, tekort: str, meenemen: str
) -> None:
    uitkomst = sroi(contractwaarde="100000.00", jaarwaarde="100000.00", meegenomen=meegenomen, inzet=factuur(ingezet))
    assert (uitkomst["tekort"], uitkomst["meenemen"]) == (tekort, meenemen)


@pytest.mark.parametrize(
    ("inzet", "genoemd"),
    [
        ({"groep": "wajong", "maanden": 12}, "inzet[0].fte"),
        ({"groep": "wajong", "fte": "1"}, "inzet[0].maanden"),
        ({"groep": "wajong", "fte": "1", "maanden": 0}, "inzet[0].maanden"),
        ({"groep": "wajong", "fte": "1", "maanden": 13}, "inzet[0].maanden"),
        ({"groep": "wajong", "fte": "1", "maanden": "12"}, "inzet[0].maanden"),
        ({"groep": "wajong", "fte": "-1", "maanden": 12}, "inzet[0].fte"),
        ({"groep": "wajong", "fte": 1, "maanden": 12}, "inzet[0].fte"),
        ({"groep": "wajong", "fte": "1", "maanden": 12, "bedrag": "1.00"}, "inzet[0].bedrag"),
        ({"groep": "wajong", "fte": "1", "maanden": 12, "looncompensatie": "-1.00"}, "inzet[0].looncompensatie"),
        ({"groep": "bbl", "fte": "1", "maanden": 12, "looncompensatie": "1.00"}, "inzet[0].looncompensatie"),
        ({"groep": "drechtwerk"}, "inzet[0].bedrag"),
        ({"groep": "drechtwerk", "bedrag": "-1.00"}, "inzet[0].bedrag"),
        ({"groep": "drechtwerk", "bedrag": "1.00", "fte": "1"}, "inzet[0].fte"),
        ({"groep": "vrijwilligers", "dagdelen": 1}, "inzet[0].personen"),
        ({"groep": "vrijwilligers", "dagdelen": -1, "personen": 1}, "inzet[0].dagdelen"),
        ({"groep": "vrijwilligers", "dagdelen": 1, "personen": 1.0}, "inzet[0].personen"),
        ({"groep": "participatieplek", "plekken": True, "maanden": 12}, "inzet[0].plekken"),
        ({"groep": "participatieplek", "plekken": 1}, "inzet[0].maanden"),
        ({"groep": "tovenaars", "fte": "1", "maanden": 12}, "inzet[0].groep"),
        ({"fte": "1", "maanden": 12}, "inzet[0].groep"),
    ],
)
def test_an_effort_that_does_not_fit_its_group_is_refused_by_its_path(inzet: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("sroi", "drechtsteden", invoer=met(SROI, inzet=[inzet]))


def test_the_path_counts_from_zero() -> None:
    inzet = [*SROI["inzet"][:2], {"groep": "wajong", "maanden": 12}]
    assert "inzet[2].fte" in weiger("sroi", "drechtsteden", invoer=met(SROI, inzet=inzet))
