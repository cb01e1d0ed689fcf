"""Who may do what on a day, by the mandates of an agreement that nobody has seen."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from voordeur.regels.bevoegdheid import Bevoegdheid, Mandaat, wie_is_bevoegd
from voordeur.regels.fouten import RegelOntbreekt
from voordeur.regels.uitkomst import Stap
from voordeur.regels.verwoorden import verwoord

DAG = date(2026, 3, 2)
BESLUIT = Mandaat("besluit", "beslissen", "mandaat", "college van Zuid", "college van Noord", ("x/m1",))
SOORTEN = get_args(get_type_hints(Mandaat)["soort"])


def mandaat(aan: str, vanaf: date | None = None, tot: date | None = None) -> Mandaat:
    return Mandaat("besluit", "beslissen", "mandaat", "Zuid", aan, (f"x/{aan}",), vanaf=vanaf, tot=tot)


def test_who_acts_and_in_whose_name() -> None:
    ander = Mandaat("betalen", "betalen", "volmacht", "Zuid", "Oost", ("x/m2",))
    uitkomst = wie_is_bevoegd((BESLUIT, ander), "besluit", DAG)
    assert uitkomst.waarde == Bevoegdheid("besluit", "mandaat", "college van Noord", "college van Zuid", "")
    waarden = {"wat": "beslissen", "wie": "college van Noord", "van": "college van Zuid"}
    assert uitkomst.stappen == (Stap("bevoegdheid.mandaat", waarden, ("x/m1",)),)


def test_a_condition_is_said() -> None:
    met = Mandaat("besluit", "beslissen", "taak", "Zuid", "Noord", ("x/m1",), voorwaarde="na overleg")
    uitkomst = wie_is_bevoegd((met,), "besluit", DAG)
    assert uitkomst.waarde == Bevoegdheid("besluit", "taak", "Noord", "Zuid", "na overleg")
    assert uitkomst.stappen[0].sleutel == "bevoegdheid.taak"
    assert uitkomst.stappen[1:] == (Stap("bevoegdheid.voorwaarde", {"voorwaarde": "na overleg"}, ("x/m1",)),)


@pytest.mark.parametrize(
    ("op", "wie"),
    [
        (date(2025, 12, 31), "oud"),
        (date(2026, 1, 1), "oud"),
        (date(2026, 1, 2), "nieuw"),
        (date(2030, 1, 1), "nieuw"),
    ],
)
def test_the_mandate_of_the_day_holds(op: date, wie: str) -> None:
    mandaten = (mandaat("oud", tot=date(2026, 1, 1)), mandaat("nieuw", vanaf=date(2026, 1, 2)))
    assert wie_is_bevoegd(mandaten, "besluit", op).waarde.wie == wie
    assert wie_is_bevoegd(mandaten[::-1], "besluit", op).waarde.wie == wie


def test_of_two_mandates_that_hold_the_later_in_the_source_counts() -> None:
    assert wie_is_bevoegd((mandaat("een"), mandaat("twee")), "besluit", DAG).stappen[0].gronden == ("x/twee",)


@pytest.mark.parametrize(("handeling", "op"), [("slopen", DAG), ("besluit", date(2025, 12, 31))])
def test_without_a_mandate_the_power_stays_where_the_law_puts_it(handeling: str, op: date) -> None:
    with pytest.raises(RegelOntbreekt) as fout:
        wie_is_bevoegd((mandaat("nieuw", vanaf=date(2026, 1, 1)),), handeling, op)
    assert str(fout.value) == f"deze regeling kent geen bevoegdheid {handeling} op {op}; wel: besluit"


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_kind_of_power_can_be_worded(soort: Any) -> None:
    gegeven = Mandaat("besluit", "beslissen", soort, "Zuid", "Noord", ("x/m1",))
    zin = verwoord(wie_is_bevoegd((gegeven,), "besluit", DAG).stappen[0])
    assert "Zuid" in zin or "Noord" in zin
