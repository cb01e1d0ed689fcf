"""Amounts: rounding away from zero, and sharing to the last cent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.bedragen import CENT, EURO, NUL, Getal, Verdeling, deel, in_eenheden, rond, verdeel
from voordeur.regels.fouten import OngeldigFeit

REUSACHTIG = Decimal("123456789012345678901234567890123456789.01")  # 41 digits: more than a Decimal sum keeps

eenheden = st.sampled_from([CENT, EURO])
codes = st.integers(0, 9999).map(lambda getal: f"{getal:04}")
gewichten = st.builds(Fraction, st.integers(0, 1000), st.integers(1, 1000))
sleutels = st.dictionaries(codes, gewichten, min_size=1, max_size=12).filter(lambda sleutel: any(sleutel.values()))
totalen = st.one_of(
    st.integers(-50, 50).map(lambda centen: Decimal(f"{centen}e-2")),
    st.integers(-(10**40), 10**40).map(lambda centen: Decimal(f"{centen}e-2")),
    st.builds(Fraction, st.integers(-(10**6), 10**6), st.integers(1, 997)),
)
rustig = settings(deadline=None)


def gelijk(*codes: str) -> dict[str, Decimal]:
    return dict.fromkeys(codes, Decimal(1))


@pytest.mark.parametrize(
    ("getal", "uit"),
    [
        (Decimal("0.004"), "0.00"),
        (Decimal("0.005"), "0.01"),
        (Decimal("0.015"), "0.02"),
        (Decimal("0.0149999"), "0.01"),
        (Decimal("-0.005"), "-0.01"),
        (Decimal("-0.015"), "-0.02"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(-1, 200), "-0.01"),
        (Decimal("288.762"), "288.76"),
        (Decimal("6.35"), "6.35"),
        (7, "7.00"),
    ],
)
def test_a_half_cent_is_rounded_away_from_zero(getal: Getal, uit: str) -> None:
    assert str(rond(getal)) == uit


@pytest.mark.parametrize(
    ("getal", "uit"), [("0.49", "0.00"), ("0.50", "1.00"), ("1.50", "2.00"), ("-0.50", "-1.00"), ("-2.49", "-2.00")]
)
def test_whole_euros_are_rounded_in_the_same_way_and_written_with_two_decimals(getal: str, uit: str) -> None:
    assert str(rond(Decimal(getal), EURO)) == uit


@pytest.mark.parametrize("getal", [Decimal("-0.00"), Decimal("-0.004"), Fraction(-1, 1000), 0])
@pytest.mark.parametrize("eenheid", [CENT, EURO])
def test_nothing_is_never_written_with_a_minus(getal: Getal, eenheid: Decimal) -> None:
    assert str(rond(getal, eenheid)) == "0.00"


def test_a_huge_amount_keeps_its_last_cent() -> None:
    assert rond(REUSACHTIG) == REUSACHTIG
    assert str(rond(REUSACHTIG, EURO)) == "123456789012345678901234567890123456789.00"
    assert str(rond(Decimal("1e25"))) == "10000000000000000000000000.00"


def test_a_number_of_cents_or_euros_is_an_amount_with_two_decimals() -> None:
    assert [str(in_eenheden(stuks, CENT)) for stuks in (-5, 0, 100)] == ["-0.05", "0.00", "1.00"]
    assert [str(in_eenheden(stuks, EURO)) for stuks in (-5, 0, 100)] == ["-5.00", "0.00", "100.00"]


@rustig
@given(totalen, eenheden)
def test_rounding_moves_a_number_by_at_most_half_a_unit_and_twice_is_once(getal: Getal, eenheid: Decimal) -> None:
    uit = rond(getal, eenheid)
    assert abs(Fraction(uit) - Fraction(getal)) <= Fraction(eenheid) / 2
    assert rond(uit, eenheid) == uit
    assert rond(-Fraction(getal), eenheid) == uit.copy_negate()
    assert uit.as_tuple().exponent == -2


def test_the_rest_goes_to_the_largest_remainder() -> None:
    # 0.10 by 6:6:2 is 4.29, 4.29 and 1.43 cents: the third has the largest remainder
    sleutel = {"0147": Decimal(6), "0153": Decimal(6), "0158": Decimal(2)}
    assert deel(Decimal("0.10"), sleutel) == {
        "0147": Decimal("0.04"),
        "0153": Decimal("0.04"),
        "0158": Decimal("0.02"),
    }


def test_equal_remainders_go_to_the_lowest_code_however_the_key_is_ordered() -> None:
    for codes in (("0164", "0147", "0153"), ("0147", "0153", "0164"), ("0153", "0164", "0147")):
        assert list(deel(Decimal("0.05"), gelijk(*codes)).items()) == [
            ("0147", Decimal("0.02")),
            ("0153", Decimal("0.02")),
            ("0164", Decimal("0.01")),
        ]


def test_a_negative_total_is_shared_by_its_absolute_value() -> None:
    uit = deel(Decimal("-0.05"), gelijk("0153", "0147"))
    assert uit == {"0147": Decimal("-0.03"), "0153": Decimal("-0.02")}
    assert uit == {code: -waarde for code, waarde in deel(Decimal("0.05"), gelijk("0147", "0153")).items()}


def test_who_weighs_nothing_gets_nothing_but_is_named() -> None:
    uit = deel(Decimal("-0.01"), {"0147": Decimal(0), "0153": Decimal("0.3"), "0164": Decimal("0.00")})
    assert {code: str(waarde) for code, waarde in uit.items()} == {"0147": "0.00", "0153": "-0.01", "0164": "0.00"}


def test_nothing_to_share_is_nothing_for_each() -> None:
    assert {code: str(waarde) for code, waarde in deel(NUL, gelijk("0147", "0153")).items()} == {
        "0147": "0.00",
        "0153": "0.00",
    }


def test_a_huge_amount_is_shared_to_the_last_cent() -> None:
    uit = deel(REUSACHTIG, gelijk("0147", "0153"))
    assert str(uit["0147"]) == "61728394506172839450617283945061728394.51"
    assert str(uit["0153"]) == "61728394506172839450617283945061728394.50"


def test_whole_euros_are_shared_without_losing_one() -> None:
    uit = deel(Decimal("10.50"), gelijk("0147", "0153", "0164"), EURO)
    assert [str(waarde) for waarde in uit.values()] == ["4.00", "4.00", "3.00"]  # 10.50 is first 11 whole euros


@pytest.mark.parametrize(
    ("sleutel", "melding"),
    [
        ({"0147": Decimal("-0.01"), "0153": Decimal(1)}, "sleutel: een gewicht kan niet negatief zijn"),
        ({"0147": Decimal(0), "0153": Decimal("0.00")}, "sleutel: minstens een gewicht moet groter zijn dan nul"),
        ({}, "sleutel: minstens een gewicht moet groter zijn dan nul"),
    ],
)
def test_a_key_without_a_share_for_anyone_or_with_a_negative_one_is_refused(
    sleutel: dict[str, Decimal], melding: str
) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        deel(Decimal("1.00"), sleutel)
    assert (fout.value.veld, str(fout.value)) == ("sleutel", melding)


@rustig
@given(totalen, sleutels, eenheden)
def test_the_shares_are_the_total_and_none_is_a_unit_off(
    totaal: Getal, sleutel: dict[str, Fraction], eenheid: Decimal
) -> None:
    delen = deel(totaal, sleutel, eenheid)
    som, afgerond = sum(sleutel.values()), Fraction(rond(totaal, eenheid))
    assert sum(map(Fraction, delen.values())) == afgerond
    assert list(delen) == sorted(sleutel)
    for code, gewicht in sleutel.items():
        precies = afgerond * gewicht / som
        assert abs(Fraction(delen[code]) - precies) < Fraction(eenheid)
        assert (Fraction(delen[code]) / Fraction(eenheid)).denominator == 1


@rustig
@given(totalen, sleutels, st.builds(Fraction, st.integers(1, 10**9), st.integers(1, 1000)), eenheden)
def test_only_the_proportions_of_a_key_count(
    totaal: Getal, sleutel: dict[str, Fraction], factor: Fraction, eenheid: Decimal
) -> None:
    groter = {code: factor * gewicht for code, gewicht in sleutel.items()}
    assert deel(totaal, sleutel, eenheid) == deel(totaal, groter, eenheid)


@rustig
@given(totalen, sleutels)
def test_who_weighs_more_never_gets_less(totaal: Getal, sleutel: dict[str, Fraction]) -> None:
    delen = deel(abs(Fraction(totaal)), sleutel)
    op_gewicht = sorted(sleutel, key=lambda code: (sleutel[code], [-ord(teken) for teken in code]))
    assert [delen[code] for code in op_gewicht] == sorted(delen.values())


def test_a_sharing_explains_itself() -> None:
    uitkomst = verdeel(Decimal("0.05"), gelijk("0153", "0147"), ("enschede/art2-4",))
    delen = {"0147": Decimal("0.03"), "0153": Decimal("0.02")}
    assert uitkomst.waarde == Verdeling(Decimal("0.05"), delen)
    (stap,) = uitkomst.stappen
    assert (stap.sleutel, stap.gronden) == ("verdeling.in_centen", ("enschede/art2-4",))
    assert (stap.waarden["totaal"], stap.waarden["aantal"]) == ("0.05", 2)
    assert stap.waarden["delen"] == {"0147": "0.03", "0153": "0.02"}
