"""The settlement of a subsidy: days times the price, shared over the municipalities, less what was advanced."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.subsidie import GeleverdeDagen, Subsidiefeiten, stel_vast, voorschot_van_termijn

BEDRAG = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("9999999.99"), places=2)


def feiten(voorschot: str = "0", dagprijs: str = "100.10", verleend: str = "100000", *paren: tuple[str, int]):
    geleverd = tuple(GeleverdeDagen(*paar) for paar in paren or (("0002", 10), ("0001", 5), ("0002", 1)))
    return Subsidiefeiten(2025, Decimal(dagprijs), Decimal(verleend), Decimal(voorschot), geleverd)


def test_days_of_a_municipality_are_added_up_and_priced() -> None:
    uitkomst = stel_vast(feiten(), ("x/subsidie",))
    assert uitkomst.waarde.dagen == 16
    assert uitkomst.waarde.per_gemeente == {"0001": Decimal("500.50"), "0002": Decimal("1101.10")}
    assert uitkomst.waarde.bedrag == Decimal("1601.60")
    assert {grond for stap in uitkomst.stappen for grond in stap.gronden} == {"x/subsidie"}


@pytest.mark.parametrize(
    ("voorschot", "nabetaling", "terug", "sleutel"),
    [
        ("1601.59", "0.01", "0.00", "subsidie.nabetaling"),
        ("1601.60", "0.00", "0.00", "subsidie.gelijk"),
        ("1601.61", "0.00", "0.01", "subsidie.terugvordering"),
    ],
)
def test_the_advance_is_set_off_to_the_cent(voorschot: str, nabetaling: str, terug: str, sleutel: str) -> None:
    uitkomst = stel_vast(feiten(voorschot))
    assert (uitkomst.waarde.nabetaling, uitkomst.waarde.terugvordering) == (Decimal(nabetaling), Decimal(terug))
    assert uitkomst.stappen[-1].sleutel == sleutel


@pytest.mark.parametrize(("verleend", "gezegd"), [("1601.60", False), ("1601.59", True)])
def test_more_than_was_granted_is_said(verleend: str, gezegd: bool) -> None:
    sleutels = [stap.sleutel for stap in stel_vast(feiten("0", "100.10", verleend)).stappen]
    assert ("subsidie.boven_verlening" in sleutels) is gezegd


def test_no_days_cost_nothing_and_the_whole_advance_comes_back() -> None:
    uitkomst = stel_vast(feiten("12.00", "100", "100", ("0001", 0)))
    assert (uitkomst.waarde.per_gemeente, uitkomst.waarde.terugvordering) == ({}, Decimal("12.00"))


@pytest.mark.parametrize(
    ("vraag", "veld"),
    [
        (feiten(dagprijs="0"), "dagprijs"),
        (feiten("-0.01"), "voorschot"),
        (feiten("0", "1", "1", ("0001", -1)), "geleverd"),
    ],
)
def test_facts_that_cannot_be_are_refused(vraag: Subsidiefeiten, veld: str) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        stel_vast(vraag)
    assert fout.value.veld == veld


@given(
    prijs=BEDRAG, voorschot=BEDRAG,
    paren=st.lists(st.tuples(st.sampled_from(["0001", "0002", "0003"]), st.integers(0, 366)), max_size=20),
)  # fmt: skip
def test_the_parts_add_up_and_the_rest_closes_the_account(
    prijs: Decimal, voorschot: Decimal, paren: list[tuple[str, int]]
) -> None:
    waarde = stel_vast(
        Subsidiefeiten(2025, prijs, Decimal(1), voorschot, [GeleverdeDagen(*paar) for paar in paren])
    ).waarde
    assert sum(waarde.per_gemeente.values()) == waarde.bedrag == prijs * waarde.dagen
    assert voorschot + waarde.nabetaling - waarde.terugvordering == waarde.bedrag
    assert not (waarde.nabetaling and waarde.terugvordering)


@given(verleend=BEDRAG)
def test_twelve_terms_are_the_grant(verleend: Decimal) -> None:
    delen = [voorschot_van_termijn(verleend, termijn).waarde for termijn in range(1, 13)]
    assert sum(delen) == verleend
    assert max(delen) - min(delen) <= Decimal("0.01")


@pytest.mark.parametrize("termijn", [0, 13])
def test_there_are_twelve_terms(termijn: int) -> None:
    with pytest.raises(OngeldigFeit, match="1 tot en met 12"):
        voorschot_van_termijn(Decimal(12), termijn)
