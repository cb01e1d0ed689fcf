"""A vote of a region that nobody has seen: two votes each, and four for the centre in a second round."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.stemming import Herstemming, Stemregel, Stemuitslag, Telling, tel_stemmen
from voordeur.regels.uitkomst import Stap, Uitkomst

REGEL = Stemregel(1, ("x/stem",), Herstemming(2, ("x/tweede",)))
CENTRUM = "9001"
GELIJK: dict[str, Any] = {"9001": "voor", "9002": "tegen", "9003": "onthouding"}


def stem(*ronden: Any, regel: Stemregel = REGEL) -> Uitkomst[Stemuitslag]:
    return tel_stemmen(regel, ronden, CENTRUM)


@pytest.mark.parametrize(
    ("ronde", "besluit", "telling"),
    [
        ({"9001": "voor", "9002": "voor", "9003": "tegen"}, "aangenomen", Telling(2, 1, 0)),
        ({"9001": "tegen", "9002": "voor", "9003": "tegen"}, "verworpen", Telling(1, 2, 0)),
        ({"9001": "voor"}, "aangenomen", Telling(1, 0, 0)),
        ({"9001": "voor", "9002": "onthouding", "9003": "onthouding"}, "aangenomen", Telling(1, 0, 2)),
        (GELIJK, "herstemming", Telling(1, 1, 1)),
        ({}, "herstemming", Telling(0, 0, 0)),
        ({"9002": "onthouding"}, "herstemming", Telling(0, 0, 1)),
    ],
)
def test_the_majority_of_the_votes_for_and_against_decides(ronde: Any, besluit: str, telling: Telling) -> None:
    uitkomst = stem(ronde)
    assert uitkomst.waarde == Stemuitslag(besluit, (telling,))  # type: ignore[arg-type]
    waarden = {"voor": telling.voor, "tegen": telling.tegen, "onthouding": telling.onthouding, "centrum": 1}
    assert uitkomst.stappen == (
        Stap("stemming.ronde", waarden, ("x/stem",)),
        Stap(f"stemming.{besluit}", {}, ("x/stem",)),
    )


@pytest.mark.parametrize(
    ("tweede", "besluit", "telling"),
    [
        (GELIJK, "aangenomen", Telling(2, 1, 1)),
        ({"9001": "tegen", "9002": "voor"}, "verworpen", Telling(1, 2, 0)),
        ({"9001": "voor", "9002": "tegen", "9003": "tegen"}, "onbeslist", Telling(2, 2, 0)),
        ({"9001": "onthouding", "9002": "tegen"}, "verworpen", Telling(0, 1, 2)),
        ({}, "onbeslist", Telling(0, 0, 0)),
    ],
)
def test_in_a_second_round_the_centre_has_more_votes(tweede: Any, besluit: str, telling: Telling) -> None:
    uitkomst = stem(GELIJK, tweede)
    assert uitkomst.waarde == Stemuitslag(besluit, (Telling(1, 1, 1), telling))  # type: ignore[arg-type]
    waarden = {"voor": telling.voor, "tegen": telling.tegen, "onthouding": telling.onthouding, "centrum": 2}
    assert uitkomst.stappen[1:] == (
        Stap("stemming.tweede_ronde", waarden, ("x/tweede",)),
        Stap(f"stemming.{besluit}", {}, ("x/tweede",)),
    )


@pytest.mark.parametrize("ronden", [(), (GELIJK, GELIJK, GELIJK)])
def test_there_are_one_or_two_rounds(ronden: Any) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        stem(*ronden)
    assert (fout.value.veld, fout.value.melding) == ("ronden", "geef minstens 1 en ten hoogste 2 ronde(n)")


@pytest.mark.parametrize("keuze", ["voor", "tegen"])
def test_after_a_round_that_decided_there_is_no_second(keuze: str) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        stem({"9002": keuze}, GELIJK)
    melding = "na een beslissende eerste ronde volgt geen tweede"
    assert (fout.value.veld, fout.value.melding) == ("ronden[1]", melding)


def test_without_a_second_round_a_tie_stays_a_tie() -> None:
    eenmaal = replace(REGEL, herstemming=None)
    uitkomst = stem(GELIJK, regel=eenmaal)
    assert uitkomst.waarde.besluit == "onbeslist"
    assert uitkomst.stappen[-1] == Stap("stemming.onbeslist", {}, ("x/stem",))
    with pytest.raises(OngeldigFeit, match=r"^ronden: geef minstens 1 en ten hoogste 1 ronde\(n\)$"):
        stem(GELIJK, GELIJK, regel=eenmaal)


def test_another_number_of_votes_is_a_parameter() -> None:
    regel = Stemregel(3, ("x/stem",), Herstemming(7, ("x/tweede",)))
    uitkomst = stem(GELIJK, GELIJK, regel=regel)
    assert uitkomst.waarde.tellingen == (Telling(3, 3, 3), Telling(7, 3, 3))
    assert [stap.waarden.get("centrum") for stap in uitkomst.stappen] == [3, 7, None]


keuzes = st.sampled_from(("voor", "tegen", "onthouding"))
ronden = st.dictionaries(st.sampled_from(("9001", "9002", "9003", "9004", "9005")), keuzes)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(ronden, st.sampled_from(("9001", "9002", "9003")))
def test_one_more_vote_for_never_turns_a_yes_into_a_no(ronde: dict[str, Any], gemeente: str) -> None:
    volgorde = ["verworpen", "herstemming", "aangenomen"]
    voor, na = stem(ronde).waarde.besluit, stem({**ronde, gemeente: "voor"}).waarde.besluit
    assert volgorde.index(na) >= volgorde.index(voor)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(ronden)
def test_swapping_for_and_against_swaps_the_outcome(ronde: dict[str, Any]) -> None:
    om = {"voor": "tegen", "tegen": "voor", "onthouding": "onthouding"}
    andersom = {"aangenomen": "verworpen", "verworpen": "aangenomen", "herstemming": "herstemming"}
    assert (
        stem({code: om[keuze] for code, keuze in ronde.items()}).waarde.besluit == andersom[stem(ronde).waarde.besluit]
    )
