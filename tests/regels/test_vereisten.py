"""A set of demands: all of them, or one of them; what is not known is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.uitkomst import Stap
from voordeur.regels.vereisten import Eis, Toets, Vereisten, toets_vereisten

ALLES = Vereisten(
    "plan", "Het plan", ("x/v1", "x/v2"), (Eis("doel", "een doel"), Eis("tijd", "een tijd"), Eis("wie", "een naam"))
)
EEN = replace(ALLES, een_volstaat=True)


def test_all_demands_met() -> None:
    uitkomst = toets_vereisten(ALLES, {"doel": True, "tijd": True, "wie": True})
    assert uitkomst.waarde == Toets("ja", (), ())
    waarden = {"naam": "Het plan", "niet": [], "ontbreekt": []}
    assert uitkomst.stappen == (Stap("vereisten.ja", waarden, ("x/v1", "x/v2")),)


def test_a_demand_that_is_not_met_and_one_that_is_unknown_are_named_in_words() -> None:
    uitkomst = toets_vereisten(ALLES, {"tijd": None, "doel": False})
    assert uitkomst.waarde == Toets("nee", ("doel",), ("tijd", "wie"))
    waarden = {"naam": "Het plan", "niet": ["een doel"], "ontbreekt": ["een tijd", "een naam"]}
    assert uitkomst.stappen == (Stap("vereisten.nee", waarden, ("x/v1", "x/v2")),)


@pytest.mark.parametrize(
    ("doel", "tijd", "wie", "alles", "een"),
    [
        (True, True, True, "ja", "ja"),
        (True, True, None, "onbekend", "ja"),
        (True, True, False, "nee", "ja"),
        (False, None, None, "nee", "onbekend"),
        (False, False, False, "nee", "nee"),
        (None, None, None, "onbekend", "onbekend"),
    ],
)
def test_all_of_them_or_one_of_them(
    doel: bool | None, tijd: bool | None, wie: bool | None, alles: str, een: str
) -> None:
    feiten = {"doel": doel, "tijd": tijd, "wie": wie}
    for vereisten, verwacht in ((ALLES, alles), (EEN, een)):
        uitkomst = toets_vereisten(vereisten, feiten)
        assert uitkomst.waarde.voldaan == verwacht
        assert uitkomst.stappen[0].sleutel == f"vereisten.{verwacht}"
        assert uitkomst.waarde.niet_voldaan == tuple(naam for naam, feit in feiten.items() if feit is False)


def test_the_order_is_the_one_of_the_source() -> None:
    assert toets_vereisten(ALLES, {"wie": False, "doel": False}).waarde.niet_voldaan == ("doel", "wie")


def test_a_fact_that_is_no_demand_of_this_set_is_refused() -> None:
    with pytest.raises(OngeldigFeit) as fout:
        toets_vereisten(ALLES, {"doel": True, "kleur": True})
    assert (fout.value.veld, fout.value.melding) == ("kleur", "is geen eis van Het plan; wel: doel, tijd, wie")
