"""Dated parameters: the value on a day, what it is worth, and the plain word that something was left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args, get_type_hints

import pytest

from voordeur.regels.fouten import Onberekenbaar, RegelOntbreekt
from voordeur.regels.parameters import OpenParameter, Parameter, ParameterOpen, parameter_op
from voordeur.regels.uitkomst import Stap
from voordeur.regels.verwoorden import verwoord

BEDDEN = Parameter("bedden", "Het aantal bedden", "12", "bedden", ("x/p1",), tot=date(2026, 6, 30))
MEER = Parameter("bedden", "Het aantal bedden", "15", "bedden", ("x/p2",), vanaf=date(2026, 7, 1))
OPEN = OpenParameter("plafond", "de bron noemt geen bedrag", ("x/p3",))
DAG = date(2026, 3, 2)
STATUSSEN = get_args(get_type_hints(Parameter)["status"])


def waarde(naam: str, op: date = DAG) -> str:
    return parameter_op((BEDDEN, MEER), (OPEN,), naam, op).waarde


def test_the_value_of_the_day_as_the_source_wrote_it() -> None:
    uitkomst = parameter_op((BEDDEN, MEER), (), "bedden", DAG)
    assert uitkomst.waarde == "12"
    waarden = {"wat": "Het aantal bedden", "waarde": "12", "eenheid": "bedden", "op": "2026-03-02"}
    assert uitkomst.stappen == (Stap("parameter.waarde", waarden, ("x/p1",)),)


@pytest.mark.parametrize(
    ("op", "aantal"),
    [(date(1900, 1, 1), "12"), (date(2026, 6, 30), "12"), (date(2026, 7, 1), "15"), (date(9999, 1, 1), "15")],
)
def test_the_value_changes_on_the_day_that_the_source_names(op: date, aantal: str) -> None:
    assert waarde("bedden", op) == aantal
    assert parameter_op((MEER, BEDDEN), (), "bedden", op).waarde == aantal


def test_of_two_values_that_hold_the_later_in_the_source_counts() -> None:
    assert parameter_op((BEDDEN, replace(MEER, vanaf=None)), (), "bedden", DAG).waarde == "15"


def test_what_the_source_leaves_open_is_no_value() -> None:
    with pytest.raises(ParameterOpen) as fout:
        waarde("plafond")
    assert str(fout.value) == "plafond is niet ingevuld: de bron noemt geen bedrag"
    assert (fout.value.naam, fout.value.reden) == ("plafond", "de bron noemt geen bedrag")
    assert isinstance(fout.value, Onberekenbaar)


def test_a_value_that_a_region_filled_in_goes_before_the_word_that_it_was_open() -> None:
    ingevuld = Parameter("plafond", "Het plafond", "100", "euro", ("x/p4",), vanaf=date(2026, 1, 1))
    assert parameter_op((ingevuld,), (OPEN,), "plafond", DAG).waarde == "100"
    with pytest.raises(ParameterOpen):
        parameter_op((ingevuld,), (OPEN,), "plafond", date(2025, 12, 31))


@pytest.mark.parametrize(("naam", "op"), [("stoelen", DAG), ("bedden", date(2027, 1, 1))])
def test_what_the_agreement_has_not_is_not_open_but_absent(naam: str, op: date) -> None:
    with pytest.raises(RegelOntbreekt) as fout:
        parameter_op((BEDDEN,), (OPEN,), naam, op)
    assert str(fout.value) == f"deze regeling kent geen parameter {naam} op {op}"


@pytest.mark.parametrize("status", [status for status in STATUSSEN if status != "vast"])
def test_a_value_that_is_not_fixed_says_what_it_is_worth(status: str) -> None:
    deel = replace(BEDDEN, status=status)
    stappen = parameter_op((deel,), (), "bedden", DAG).stappen
    assert stappen[1:] == (Stap(f"parameter.{status}", {}, ("x/p1",)),)
    assert verwoord(stappen[1]).endswith(".")
