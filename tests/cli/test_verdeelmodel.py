"""`voordeur verdeelmodel`: the growth path of the annex, and a scenario of one's own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.hulp import heel, met, redenen, vraag, weiger, zonder
from tests.cli.voorbeelden import KRIMP, SCENARIO

EMMEN, COEVORDEN, BORGER_ODOORN = "0114", "0109", "1681"
# bijlage II: year | region historic, objective, total | total of Emmen | Coevorden | Borger-Odoorn
BIJLAGE = """
2021 | 13691613 |        0 | 13691613 | 13691613 |       0 |       0
2022 | 13181651 |        0 | 13181651 | 13181651 |       0 |       0
2023 | 11879780 |  1438059 | 13317839 | 12795462 |  298810 |  223567
2024 |  8872794 |  4580066 | 13452860 | 11789144 |  951679 |  712038
2025 |  6373395 |  7215501 | 13588896 | 10967854 | 1499288 | 1121754
2026 |  4295458 |  9429843 | 13725301 | 10299895 | 1959400 | 1466006
2027 |  2565215 | 11290550 | 13855765 |  9754454 | 2346031 | 1755280
2028 |  1127057 | 12859173 | 13986230 |  9315114 | 2671970 | 1999145
2029 |        0 | 14116694 | 14116694 |  8988782 | 2933267 | 2194645
2030 |        0 | 14247159 | 14247159 |  9071855 | 2960376 | 2214928
2031 |        0 | 14377623 | 14377623 |  9154928 | 2987485 | 2235210
2032 |        0 | 14508087 | 14508087 |  9238001 | 3014593 | 2255493
"""
RIJEN = [[int(cel) for cel in rij.split("|")] for rij in BIJLAGE.strip().splitlines()]


def jaren(invoer: dict[str, Any]) -> dict[int, dict[str, Any]]:
    antwoord = heel("verdeelmodel", invoer=invoer)
    assert antwoord["regeling"] is None
    return {jaar["jaar"]: jaar for jaar in antwoord["uitkomst"]["jaren"]}


def in_euro(bedrag: str) -> int:
    assert bedrag.endswith(".00")
    return int(bedrag[:-3])


@pytest.fixture(scope="module")
def boce() -> list[dict[str, Any]]:
    return vraag("verdeelmodel", "boce")["jaren"]


def test_boce_runs_from_2021_to_2032(boce: list[dict[str, Any]]) -> None:
    assert [jaar["jaar"] for jaar in boce] == list(range(2021, 2033))


@pytest.mark.parametrize("rij", RIJEN, ids=[str(rij[0]) for rij in RIJEN])
def test_every_figure_of_the_annex_comes_out_within_one_euro(boce: list[dict[str, Any]], rij: list[int]) -> None:
    jaar, *verwacht = rij
    uitkomst = boce[jaar - 2021]
    regio, gemeenten = uitkomst["regio"], uitkomst["gemeenten"]
    gegeven = [regio[naam] for naam in ("historisch", "objectief", "totaal")]
    gegeven += [gemeenten[code]["totaal"] for code in (EMMEN, COEVORDEN, BORGER_ODOORN)]
    assert all(abs(in_euro(bedrag) - euro) <= 1 for bedrag, euro in zip(gegeven, verwacht, strict=True)), gegeven


def test_the_parts_add_up_to_the_region(boce: list[dict[str, Any]]) -> None:
    for jaar in boce:
        for naam in ("historisch", "objectief", "totaal"):
            delen = sum(in_euro(deel[naam]) for deel in jaar["gemeenten"].values())
            assert delen == in_euro(jaar["regio"][naam]), (jaar["jaar"], naam)


def test_the_historic_money_goes_to_the_centre_alone(boce: list[dict[str, Any]]) -> None:
    for jaar in boce:
        assert jaar["gemeenten"][EMMEN]["historisch"] == jaar["regio"]["historisch"]
        assert {jaar["gemeenten"][code]["historisch"] for code in (COEVORDEN, BORGER_ODOORN)} == {"0.00"}


def test_the_path_is_called_a_plan() -> None:
    assert "plan" in redenen("verdeelmodel", "boce")


def test_the_scenario_of_the_example() -> None:
    regio = jaren(SCENARIO)[2023]["regio"]
    assert regio == {"historisch": "11879775.00", "objectief": "1438059.00", "totaal": "13317834.00"}


def test_up_to_the_start_all_money_is_historic() -> None:
    # 0.00924547 x 1,425,741,000 = 13,181,645.64...
    regio = jaren(SCENARIO)[2022]["regio"]
    assert regio == {"historisch": "13181646.00", "objectief": "0.00", "totaal": "13181646.00"}


def test_from_the_end_on_no_money_is_historic() -> None:
    voorraad = met(SCENARIO["voorraad"], einde=2024)
    regio = jaren(met(SCENARIO, voorraad=voorraad))[2024]["regio"]
    # share 0.00924547 + 0.00091356 x 2/10 = 0.009428182; x 1,426,877,000 = 13,452,856.04...
    assert regio == {"historisch": "0.00", "objectief": "13452856.00", "totaal": "13452856.00"}


def test_a_negative_objective_amount_is_shared_by_its_absolute_value() -> None:
    jaar = jaren(KRIMP)[2023]
    assert jaar["regio"] == {"historisch": "500000.00", "objectief": "-100000.00", "totaal": "400000.00"}
    assert [jaar["gemeenten"][code]["objectief"] for code in (EMMEN, COEVORDEN, BORGER_ODOORN)] == [
        "-50000.00",
        "-30000.00",
        "-20000.00",
    ]
    assert jaar["gemeenten"][EMMEN]["totaal"] == "450000.00"
    assert jaar["gemeenten"][COEVORDEN] == {"historisch": "0.00", "objectief": "-30000.00", "totaal": "-30000.00"}


def test_the_odd_euro_of_a_negative_amount_goes_to_the_largest_remainder() -> None:
    # 1,000,010 x 0.4 - 500,005 = -100,001: absolute parts 50,000.5, 30,000.3 and 20,000.2
    jaar = jaren(met(KRIMP, macro={"2022": "1.00", "2023": "1000010.00"}))[2023]
    delen = {code: deel["objectief"] for code, deel in jaar["gemeenten"].items()}
    assert delen == {EMMEN: "-50001.00", COEVORDEN: "-30000.00", BORGER_ODOORN: "-20000.00"}


def test_a_tie_goes_to_the_lowest_code_and_nothing_is_never_negative() -> None:
    # 10 x 0.4 - 5 = -1, shared by two equal weights
    invoer = met(KRIMP, macro={"2022": "1.00", "2023": "10.00"}, sleutel={EMMEN: "0.5", COEVORDEN: "0.5"})
    delen = {code: deel["objectief"] for code, deel in jaren(invoer)[2023]["gemeenten"].items()}
    assert delen == {EMMEN: "0.00", COEVORDEN: "-1.00"}


def test_half_a_euro_is_rounded_away_from_zero() -> None:
    # 5 x 0.4 - 2.5 = -0.5; historic 2.5
    jaar = jaren(met(KRIMP, macro={"2022": "1.00", "2023": "5.00"}))[2023]
    assert jaar["regio"] == {"historisch": "3.00", "objectief": "-1.00", "totaal": "2.00"}


def test_every_municipality_of_the_key_appears_also_with_nothing() -> None:
    invoer = met(KRIMP, sleutel={EMMEN: "1", COEVORDEN: "0"})
    assert jaren(invoer)[2023]["gemeenten"][COEVORDEN] == {"historisch": "0.00", "objectief": "0.00", "totaal": "0.00"}


@pytest.mark.parametrize(
    ("anders", "genoemd"),
    [
        ({"macro": zonder(SCENARIO["macro"], "2023")}, "macro.2023"),
        ({"macro": met(SCENARIO["macro"], **{"2025": "1.00"})}, "macro.2025"),
        ({"macro": met(SCENARIO["macro"], **{"2021": "1.00"})}, "macro.2021"),
        ({"macro": met(SCENARIO["macro"], **{"vorig": "1.00"})}, "macro"),
        ({"macro": {}}, "macro"),
        ({"centrum": "0153"}, "centrum"),
        ({"sleutel": {EMMEN: "0.5", COEVORDEN: "0.4"}}, "sleutel"),
        ({"sleutel": {EMMEN: "0.5", COEVORDEN: "0.500002"}}, "sleutel"),
        ({"sleutel": {}}, "sleutel"),
        ({"sleutel": {EMMEN: "1.5", COEVORDEN: "-0.5"}}, "sleutel"),
        ({"tot": 2021}, "tot"),
        ({"wlz_uitname": "-1.00"}, "wlz_uitname"),
    ],
)
def test_a_scenario_that_does_not_fit_together_is_refused(anders: dict[str, Any], genoemd: str) -> None:
    assert genoemd in weiger("verdeelmodel", invoer=met(SCENARIO, **anders))


@pytest.mark.parametrize("laatste", ["0.500001", "0.499999", "0.5"])
def test_the_key_may_be_a_millionth_off(laatste: str) -> None:
    assert jaren(met(KRIMP, sleutel={EMMEN: "0.5", COEVORDEN: laatste}))


def test_either_a_regeling_or_a_scenario() -> None:
    weiger("verdeelmodel")
    weiger("verdeelmodel", "boce", invoer=SCENARIO)
