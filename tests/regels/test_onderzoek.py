"""Subjects of the investigation, the day for a personal plan, and the change between two measurements."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regelingen.wetten import sluitingskalender, wettelijke_termijnen
from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.onderzoek import STANDEN, plan_tot, stand_van, toets_onderwerpen
from voordeur.regels.termijnen import Lengte, Termijn
from voordeur.regels.verwoorden import verwoord
from voordeur.regels.zelfredzaamheid import vergelijk

NAMEN = {"a": "wat nodig is", "b": "wat iemand kan"}
WET = wettelijke_termijnen()["persoonlijk-plan"]
EIGEN = Termijn("na-uitleg", "Na de uitleg", ("x/y",), "de uitleg", Lengte(dagen=7))


@pytest.mark.parametrize(
    ("tekst", "gekozen", "stand"),
    [
        ("", "", "onbekend"),
        ("", "besproken", "onbekend"),
        ("  ", "nvt", "onbekend"),
        ("ja", "", "besproken"),
        ("geen zus", "nvt", "nvt"),
        ("een begin", "onbekend", "onbekend"),
    ],
)
def test_a_subject_without_a_word_is_never_known(tekst: str, gekozen: str, stand: str) -> None:
    assert stand_van(tekst, gekozen) == stand


def test_a_state_that_there_is_not_is_refused() -> None:
    with pytest.raises(OngeldigFeit):
        stand_van("x", "misschien")


@given(
    st.dictionaries(st.sampled_from(sorted(NAMEN)), st.sampled_from(["", "tekst"])),
    st.dictionaries(st.sampled_from(sorted(NAMEN)), st.sampled_from(["", *STANDEN])),
)
def test_each_subject_has_a_sentence_and_what_is_open_is_named(
    teksten: dict[str, str], standen: dict[str, str]
) -> None:
    uitkomst = toets_onderwerpen(NAMEN, teksten, standen)
    zinnen = [verwoord(stap) for stap in uitkomst.stappen]
    assert len(zinnen) == len(NAMEN) + 1
    assert {f"Nog niet bekend: {NAMEN[naam]}." for naam in uitkomst.waarde} <= set(zinnen)
    assert uitkomst.waarde == tuple(n for n in NAMEN if stand_van(teksten.get(n, ""), standen.get(n, "")) == "onbekend")


@pytest.mark.parametrize(
    ("verteld", "tot"),
    [
        (None, date(2026, 3, 9)),
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 6), date(2026, 3, 13)),
    ],
)
def test_a_plan_may_come_until_the_later_of_law_and_agreement(verteld: date | None, tot: date) -> None:
    assert plan_tot(WET, EIGEN, date(2026, 3, 2), verteld, sluitingskalender()).waarde == tot
    assert plan_tot(WET, None, date(2026, 3, 2), verteld, sluitingskalender()).waarde == date(2026, 3, 9)


@pytest.mark.bepaling("drechtsteden/persoonlijk-plan")
def test_who_hears_of_the_plan_later_has_seven_days_from_then() -> None:
    from voordeur.regelingen.laden import nieuwste

    eigen = {termijn.soort: termijn for termijn in nieuwste("drechtsteden").termijnen}["persoonlijk-plan-na-uitleg"]
    uitkomst = plan_tot(WET, eigen, date(2026, 3, 2), date(2026, 3, 20), sluitingskalender())
    assert uitkomst.waarde == date(2026, 3, 27)
    assert "drechtsteden/persoonlijk-plan" in {grond for stap in uitkomst.stappen for grond in stap.gronden}


def test_what_changed_between_two_measurements() -> None:
    uitkomst = vergelijk(["a", "b", "c", "d"], {"a": 2, "b": 3, "c": 4}, {"a": 4, "b": 3, "c": 1, "d": 5})
    assert [deel.richting for deel in uitkomst.waarde] == ["beter", "gelijk", "minder", "onbekend"]
    assert [verwoord(stap) for stap in uitkomst.stappen] == [
        "Aantal leefgebieden dat beter gaat: 1. Gelijk: 1. Minder goed: 1.",
        "Aantal leefgebieden zonder twee scores: 1.",
    ]
