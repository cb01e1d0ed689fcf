"""Who gets access: age and the five criteria."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from voordeur.regelingen.schema import Regeling
from voordeur.regels.toegang import Toegang, Toegangsfeiten, toets_toegang
from voordeur.regels.uitkomst import Uitkomst

VORM = "beschermd-wonen"
PEILDATUM = date(2018, 3, 1)


def toegang(
    regeling: Regeling, criteria: dict[int, bool | None], geboortedatum: date | None = date(1990, 5, 1)
) -> Uitkomst[Toegang]:
    assert regeling.toegang is not None
    feiten = Toegangsfeiten(PEILDATUM, geboortedatum, criteria={VORM: criteria})
    return toets_toegang(regeling.toegang, feiten, tuple(regeling.gemeenten_op(PEILDATUM)))


def alle_vijf(**anders: bool | None) -> dict[int, bool | None]:
    """All five criteria met, except `c1` to `c5` as named."""
    return {nummer: anders.get(f"c{nummer}", True) for nummer in range(1, 6)}


@pytest.mark.bepaling("drechtsteden/criteria")
def test_who_meets_all_five_criteria_gets_access(regeling: Regeling) -> None:
    assert toegang(regeling, alle_vijf()).waarde == Toegang("ja", {VORM: "ja"}, ())


@pytest.mark.bepaling("drechtsteden/criteria")
@pytest.mark.parametrize("nummer", [1, 2, 3, 4, 5])
def test_one_criterion_that_is_not_met_is_enough_for_no_and_an_unknown_one_is_asked(
    regeling: Regeling, nummer: int
) -> None:
    nee = toegang(regeling, alle_vijf(**{f"c{nummer}": False}))
    assert nee.waarde.toegang == "nee"
    assert nee.stappen[-1].gronden == ("drechtsteden/criteria",)
    open_ = toegang(regeling, alle_vijf(**{f"c{nummer}": None}))
    assert open_.waarde == Toegang("onbekend", {VORM: "onbekend"}, (f"{VORM}/{nummer}",))


@pytest.mark.bepaling("drechtsteden/criteria")
def test_support_on_call_may_be_at_a_distance_only_for_who_can_raise_the_alarm(
    een_genoeg: Callable[..., None],
) -> None:
    een_genoeg("hulp-op-oproep", "alarmeert_zelf", "op_de_locatie")


@pytest.mark.bepaling("drechtsteden/leeftijd")
@pytest.mark.parametrize(
    ("geboren", "antwoord"),
    [(date(2000, 3, 1), "ja"), (date(2000, 3, 2), "nee")],
)
def test_access_is_from_eighteen_years(regeling: Regeling, geboren: date, antwoord: str) -> None:
    uitkomst = toegang(regeling, alle_vijf(), geboren)
    assert uitkomst.waarde.toegang == antwoord
    assert uitkomst.stappen[0].gronden == ("drechtsteden/leeftijd",)


@pytest.mark.bepaling("drechtsteden/leeftijd")
def test_an_unknown_date_of_birth_is_asked_first(regeling: Regeling) -> None:
    assert toegang(regeling, alle_vijf(c5=None), None).waarde.ontbreekt == ("geboortedatum", f"{VORM}/5")


@pytest.mark.bepaling("drechtsteden/leeftijd")
def test_own_strength_network_and_lighter_help_come_first(alle_nodig: Callable[..., None]) -> None:
    alle_nodig("lichter-volstaat-niet", "eigen_kracht", "gebruikelijke_hulp", "mantelzorg", "netwerk", "begeleiding")
