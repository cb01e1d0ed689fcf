"""`voordeur verreken` with a reserve (enschede, almelo): every amount worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import met, vraag, weiger, zonder
from tests.cli.voorbeelden import VERREKEN_ALMELO, VERREKEN_ENSCHEDE

LEEG = {"0153": "0.00", "0147": "0.00"}
NEGEN_EN_EEN = zonder(VERREKEN_ENSCHEDE, "maatregelen", "reserve_inzetten")


def reserve(begin: str, plafond: str) -> dict[str, str]:
    return {"begin": begin, "plafond": plafond}


def enschede(**anders: Any) -> dict[str, Any]:
    return vraag("verreken", "enschede", invoer=met(NEGEN_EN_EEN, **anders))


def verwacht(naar: str, uit: str, eind: str, uitkering: tuple[str, str], bijdrage: tuple[str, str]) -> dict[str, Any]:
    return {
        "naar_reserve": naar,
        "uit_reserve": uit,
        "reserve_eind": eind,
        "uitkering": dict(zip(("0153", "0147"), uitkering, strict=True)),
        "bijdrage": dict(zip(("0153", "0147"), bijdrage, strict=True)),
    }


NIETS = ("0.00", "0.00")
GEVALLEN = {
    "the example: filled to the ceiling, the rest paid out nine to one": (
        {},
        verwacht("500000.00", "0.00", "2500000.00", ("675000.00", "75000.00"), NIETS),
    ),
    "a surplus that fits goes into the reserve whole": (
        {"resultaat": "500000.00"},
        verwacht("500000.00", "0.00", "2500000.00", NIETS, NIETS),
    ),
    "nothing left over and nothing short": (
        {"resultaat": "0.00"},
        verwacht("0.00", "0.00", "2000000.00", NIETS, NIETS),
    ),
    "an old excess is paid out together with the surplus": (
        {"resultaat": "100.00", "reserve": reserve("3000000.00", "2500000.00")},
        verwacht("0.00", "500000.00", "2500000.00", ("450090.00", "50010.00"), NIETS),
    ),
    "an old excess is paid out in a year without a result": (
        {"resultaat": "0.00", "reserve": reserve("2500000.10", "2500000.00")},
        verwacht("0.00", "0.10", "2500000.00", ("0.09", "0.01"), NIETS),
    ),
    "a ceiling of nothing keeps nothing": (
        {"resultaat": "10.00", "reserve": reserve("0.00", "0.00")},
        verwacht("0.00", "0.00", "0.00", ("9.00", "1.00"), NIETS),
    ),
    "measures in a year with a surplus are ignored": (
        {"maatregelen": "999.00"},
        verwacht("500000.00", "0.00", "2500000.00", ("675000.00", "75000.00"), NIETS),
    ),
    "the reserve is used in a surplus whatever was decided on deficits": (
        {"reserve_inzetten": False},
        verwacht("500000.00", "0.00", "2500000.00", ("675000.00", "75000.00"), NIETS),
    ),
    "a deficit comes out of the reserve": (
        {"resultaat": "-500000.00"},
        verwacht("0.00", "500000.00", "1500000.00", NIETS, NIETS),
    ),
    "what stands above the ceiling after a deficit is paid out": (
        {"resultaat": "-500000.00", "reserve": reserve("2000000.00", "1000000.00")},
        verwacht("0.00", "1000000.00", "1000000.00", ("450000.00", "50000.00"), NIETS),
    ),
    "then measures, then the municipalities": (
        {"resultaat": "-300000.00", "reserve": reserve("100000.00", "2500000.00"), "maatregelen": "50000.00"},
        verwacht("0.00", "100000.00", "0.00", NIETS, ("135000.00", "15000.00")),
    ),
    "measures do not make a deficit a surplus": (
        {"resultaat": "-300000.00", "reserve": reserve("100000.00", "2500000.00"), "maatregelen": "200000.01"},
        verwacht("0.00", "100000.00", "0.00", NIETS, NIETS),
    ),
    "measures do not spare the reserve": (
        {"resultaat": "-100.00", "maatregelen": "100.00"},
        verwacht("0.00", "100.00", "1999900.00", NIETS, NIETS),
    ),
    "a decision can keep the reserve out of a deficit": (
        {"resultaat": "-100000.00", "reserve_inzetten": False, "maatregelen": "20000.00"},
        verwacht("0.00", "0.00", "2000000.00", NIETS, ("72000.00", "8000.00")),
    ),
    "only then can there be a payment and a contribution at once": (
        {"resultaat": "-100000.00", "reserve_inzetten": False, "reserve": reserve("2000000.00", "1500000.00")},
        verwacht("0.00", "500000.00", "1500000.00", ("450000.00", "50000.00"), ("90000.00", "10000.00")),
    ),
}


@pytest.mark.parametrize(("anders", "uitkomst"), GEVALLEN.values(), ids=GEVALLEN.keys())
def test_enschede(anders: dict[str, Any], uitkomst: dict[str, Any]) -> None:
    gegeven = enschede(**anders)
    assert {naam: gegeven[naam] for naam in uitkomst} == uitkomst


@pytest.mark.parametrize(
    ("bedrag", "sleutel", "delen"),
    [
        ("100.00", {"0153": "1", "0158": "1", "0147": "1"}, {"0153": "33.33", "0158": "33.33", "0147": "33.34"}),
        ("0.02", {"0153": "1", "0158": "1", "0147": "1"}, {"0153": "0.01", "0158": "0.00", "0147": "0.01"}),
        ("0.01", {"0153": "0.5", "1774": "0.5", "0147": "0"}, {"0153": "0.01", "1774": "0.00", "0147": "0.00"}),
        ("10.00", {"0153": "0.333", "0147": "0.667"}, {"0153": "3.33", "0147": "6.67"}),
        # exact parts 0.285..., 0.285... and 0.428... cents short: the largest remainder gets the cent
        ("1.00", {"0153": "2", "0147": "2", "0158": "3"}, {"0153": "0.28", "0147": "0.29", "0158": "0.43"}),
    ],
)
@pytest.mark.parametrize("teken", ["", "-"])
def test_cents_go_to_the_largest_remainder_and_ties_to_the_lowest_code(
    bedrag: str, sleutel: dict[str, str], delen: dict[str, str], teken: str
) -> None:
    uitkomst = enschede(resultaat=teken + bedrag, sleutel=sleutel, reserve=reserve("0.00", "0.00"))
    kant, ander = ("bijdrage", "uitkering") if teken else ("uitkering", "bijdrage")
    assert uitkomst[kant] == delen
    assert uitkomst[ander] == dict.fromkeys(sleutel, "0.00")


def test_a_whole_number_and_one_decimal_are_amounts_too() -> None:
    assert enschede(resultaat="1250000", reserve=reserve("2000000.0", "2500000")) == enschede()


def test_the_ceiling_of_enschede_has_to_be_given() -> None:
    invoer = met(NEGEN_EN_EEN, reserve={"begin": "1.00"})
    assert "reserve.plafond" in weiger("verreken", "enschede", invoer=invoer)


ALMELO = {
    "a surplus fills the reserve to a share of the budget": (
        {},
        ("400000.00", "0.00", "500000.00", "150000.00", "50000.00", "0.00", "0.00"),
    ),
    "a deficit comes out of the reserve first": (
        {"resultaat": "-140000.00"},
        ("0.00", "100000.00", "0.00", "0.00", "0.00", "30000.00", "10000.00"),
    ),
    "measures lower what is left": (
        {"resultaat": "-140000.00", "maatregelen": "20000.00"},
        ("0.00", "100000.00", "0.00", "0.00", "0.00", "15000.00", "5000.00"),
    ),
    "a decision can keep the reserve out of it": (
        {"resultaat": "-40000.00", "reserve_inzetten": False},
        ("0.00", "0.00", "100000.00", "0.00", "0.00", "30000.00", "10000.00"),
    ),
    "the ceiling is rounded half up to the cent: 0.005 of one euro": (
        {"resultaat": "1.01", "reserve": {"begin": "0.00"}, "budget": "1.00", "egalisatie_percentage": "0.005"},
        ("0.01", "0.00", "0.01", "0.75", "0.25", "0.00", "0.00"),
    ),
    "no percentage, no reserve": (
        {"resultaat": "0.00", "egalisatie_percentage": "0"},
        ("0.00", "100000.00", "0.00", "75000.00", "25000.00", "0.00", "0.00"),
    ),
}


@pytest.mark.parametrize(("anders", "verwachting"), ALMELO.values(), ids=ALMELO.keys())
def test_almelo(anders: dict[str, Any], verwachting: tuple[str, ...]) -> None:
    invoer = met(zonder(VERREKEN_ALMELO, "maatregelen", "reserve_inzetten"), **anders)
    uitkomst = vraag("verreken", "almelo", invoer=invoer)
    uitkering, bijdrage = uitkomst["uitkering"], uitkomst["bijdrage"]
    assert (
        *(uitkomst[naam] for naam in ("naar_reserve", "uit_reserve", "reserve_eind")),
        *(uitkering["0141"], uitkering["0163"], bijdrage["0141"], bijdrage["0163"]),
    ) == verwachting


@pytest.mark.parametrize("veld", ["egalisatie_percentage", "budget", "sleutel"])
def test_what_almelo_leaves_open_has_to_be_given(veld: str) -> None:
    assert veld in weiger("verreken", "almelo", invoer=zonder(VERREKEN_ALMELO, veld))


def test_almelo_has_no_ceiling_in_euros() -> None:
    invoer = met(VERREKEN_ALMELO, reserve=reserve("100000.00", "500000.00"))
    assert "reserve.plafond" in weiger("verreken", "almelo", invoer=invoer)
