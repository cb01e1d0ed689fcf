"""Errors compose their own Dutch sentence, and all of them have one root."""

from __future__ import annotations

import pytest

from voordeur.regels.fouten import DatumBuitenKalender, Onberekenbaar, OngeldigFeit, RegelOntbreekt, eis


def test_a_fact_that_does_not_fit_names_its_field() -> None:
    fout = OngeldigFeit("reserve.begin", "is te laag")
    assert (str(fout), fout.veld, fout.melding) == ("reserve.begin: is te laag", "reserve.begin", "is te laag")


def test_a_fault_of_the_question_as_a_whole_has_no_field() -> None:
    assert str(OngeldigFeit("", "is leeg")) == "is leeg"


def test_a_part_that_the_agreement_has_is_given_back_also_when_it_is_nothing() -> None:
    assert eis("iets", "regel") == "iets"
    assert eis(0, "regel") == 0


def test_a_part_that_the_agreement_has_not_is_named() -> None:
    with pytest.raises(RegelOntbreekt) as fout:
        eis(None, "stemregel")
    assert (str(fout.value), fout.value.wat) == ("deze regeling kent geen stemregel", "stemregel")


def test_every_error_is_a_question_without_an_answer() -> None:
    for soort in (OngeldigFeit, RegelOntbreekt, DatumBuitenKalender):
        assert issubclass(soort, Onberekenbaar)
