"""Access by an agreement that nobody has seen: two forms, of three criteria and of one, and conditions of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from voordeur.regels.fouten import OngeldigFeit
from voordeur.regels.toegang import (
    Leeftijdseis,
    LokaleVoorziening,
    LokaleVoorzieningeis,
    Toegang,
    Toegangsfeiten,
    Toegangsregel,
    Vorm,
    Woonplaatseis,
    toets_toegang,
)
from voordeur.regels.uitkomst import Stap, Uitkomst

HUIS = Vorm("huis", "Een huis", ("woont alleen", "kan niet koken", "wil het"), ("x/huis", "x/samen"))
KAMER = Vorm("kamer", "Een kamer", ("is gevlucht",), ("x/kamer", "x/samen"))
REGEL = Toegangsregel(
    (HUIS, KAMER),
    Leeftijdseis(21, ("x/leeftijd",)),
    Woonplaatseis(("x/woon",), ("wmo/1.2.1",)),
    LokaleVoorzieningeis(("x/lokaal",), overgangsrecht_telt=True),
)
ALLES = Toegangsfeiten(
    peildatum=date(2026, 3, 2),
    geboortedatum=date(2005, 3, 2),
    woonplaats="9001",
    lokale_voorziening=LokaleVoorziening(onderzocht=True, volstaat=False),
    criteria={"huis": {1: True, 2: True, 3: True}, "kamer": {1: False}},
)
VORMGRONDEN = ("x/huis", "x/samen", "x/kamer")


def toets(feiten: Toegangsfeiten, regel: Toegangsregel = REGEL) -> Uitkomst[Toegang]:
    return toets_toegang(regel, feiten, ("9001", "9002"))


def met_criteria(huis: dict[int, bool | None], kamer: dict[int, bool | None]) -> Toegangsfeiten:
    return replace(ALLES, criteria={"huis": huis, "kamer": kamer})


def test_everything_known_and_met_is_a_yes_with_a_step_for_everything() -> None:
    uitkomst = toets(ALLES)
    assert uitkomst.waarde == Toegang("ja", {"huis": "ja", "kamer": "nee"}, ())
    leeftijd = {"vanaf": 21, "peildatum": "2026-03-02", "geboortedatum": "2005-03-02"}
    huis = {"vorm": "Een huis", "aantal": 3, "criteria": ["woont alleen", "kan niet koken", "wil het"]}
    assert uitkomst.stappen == (
        Stap("toegang.leeftijd_ja", leeftijd, ("x/leeftijd",)),
        Stap("toegang.woonplaats_ja", {"woonplaats": "9001"}, ("x/woon",)),
        Stap("toegang.lokale_voorziening_ja", {"onderzocht": True, "volstaat": False}, ("x/lokaal",)),
        Stap("toegang.vorm_ja", huis, ("x/huis", "x/samen")),
        Stap(
            "toegang.vorm_nee", {"vorm": "Een kamer", "aantal": 1, "criteria": ["is gevlucht"]}, ("x/kamer", "x/samen")
        ),
        Stap("toegang.ja", {"ontbreekt": [], "vormen": {"huis": "ja", "kamer": "nee"}}, VORMGRONDEN),
    )


def test_a_day_too_young_is_a_no() -> None:
    uitkomst = toets(replace(ALLES, geboortedatum=date(2005, 3, 3)))
    assert uitkomst.waarde == Toegang("nee", {"huis": "ja", "kamer": "nee"}, ())
    assert uitkomst.stappen[0].sleutel == "toegang.leeftijd_nee"
    assert uitkomst.stappen[-1].sleutel == "toegang.nee"


def test_somebody_from_elsewhere_is_a_no_that_names_the_national_route() -> None:
    uitkomst = toets(replace(ALLES, woonplaats="9003"))
    assert uitkomst.waarde.toegang == "nee"
    assert uitkomst.stappen[1] == Stap("toegang.woonplaats_nee", {"woonplaats": "9003"}, ("x/woon", "wmo/1.2.1"))


@pytest.mark.parametrize(
    ("onderzocht", "volstaat", "uitslag"),
    [
        (True, False, "ja"),
        (True, True, "nee"),
        (True, None, "onbekend"),
        (False, None, "onbekend"),
        (False, True, "nee"),
        (False, False, "onbekend"),
        (None, True, "nee"),
        (None, False, "onbekend"),
        (None, None, "onbekend"),
    ],
)
def test_a_local_facility_that_suffices_is_a_no_and_one_that_was_not_examined_is_unknown(
    onderzocht: bool | None, volstaat: bool | None, uitslag: str
) -> None:
    uitkomst = toets(replace(ALLES, lokale_voorziening=LokaleVoorziening(onderzocht, volstaat)))
    waarden = {"onderzocht": onderzocht, "volstaat": volstaat}
    assert uitkomst.stappen[2] == Stap(f"toegang.lokale_voorziening_{uitslag}", waarden, ("x/lokaal",))
    assert uitkomst.waarde.toegang == uitslag
    assert uitkomst.waarde.ontbreekt == (("lokale_voorziening",) if uitslag == "onbekend" else ())


def test_a_running_right_stands_in_for_the_local_facility_only_where_it_counts() -> None:
    recht = replace(ALLES, lokale_voorziening=LokaleVoorziening(True, True), overgangsrecht=True)
    uitkomst = toets(recht)
    assert uitkomst.waarde.toegang == "ja"
    assert uitkomst.stappen[2] == Stap("toegang.overgangsrecht", {}, ("x/lokaal",))
    strenger = replace(REGEL, lokale_voorziening=LokaleVoorzieningeis(("x/lokaal",)))
    assert toets(recht, strenger).waarde.toegang == "nee"
    assert toets(replace(recht, overgangsrecht=False)).waarde.toegang == "nee"


def test_nothing_known_asks_for_everything_general_things_first() -> None:
    uitkomst = toets(Toegangsfeiten(date(2026, 3, 2)))
    alles = ("geboortedatum", "woonplaats", "lokale_voorziening", "huis/1", "huis/2", "huis/3", "kamer/1")
    assert uitkomst.waarde == Toegang("onbekend", {"huis": "onbekend", "kamer": "onbekend"}, alles)
    leeftijd = {"vanaf": 21, "peildatum": "2026-03-02", "geboortedatum": None}
    assert uitkomst.stappen[0] == Stap("toegang.leeftijd_onbekend", leeftijd, ("x/leeftijd",))
    assert uitkomst.stappen[1] == Stap("toegang.woonplaats_onbekend", {"woonplaats": None}, ("x/woon",))
    slot = {"ontbreekt": list(alles), "vormen": {"huis": "onbekend", "kamer": "onbekend"}}
    assert uitkomst.stappen[-1] == Stap("toegang.onbekend", slot, VORMGRONDEN)


def test_a_form_names_the_criteria_that_decide_it() -> None:
    uitkomst = toets(met_criteria({1: False, 2: None, 3: False}, {1: None}))
    assert uitkomst.stappen[3].waarden["criteria"] == ["woont alleen", "wil het"]
    assert uitkomst.stappen[4].sleutel == "toegang.vorm_onbekend"
    assert uitkomst.waarde == Toegang("onbekend", {"huis": "nee", "kamer": "onbekend"}, ("kamer/1",))


def test_criteria_are_not_asked_for_once_a_form_fits() -> None:
    feiten = replace(met_criteria({1: True, 2: True, 3: True}, {}), woonplaats=None)
    assert toets(feiten).waarde == Toegang("onbekend", {"huis": "ja", "kamer": "onbekend"}, ("woonplaats",))


def test_one_form_that_fits_is_enough_and_none_is_a_no() -> None:
    assert toets(met_criteria({}, {1: True})).waarde.toegang == "ja"
    assert toets(met_criteria({2: False}, {1: False})).waarde.toegang == "nee"
    assert toets(met_criteria({1: True, 2: True}, {1: False})).waarde.ontbreekt == ("huis/3",)


def test_an_agreement_without_general_conditions_asks_only_its_criteria() -> None:
    uitkomst = toets(Toegangsfeiten(date(2026, 3, 2), woonplaats="9999"), Toegangsregel((KAMER,)))
    assert uitkomst.waarde == Toegang("onbekend", {"kamer": "onbekend"}, ("kamer/1",))
    assert [stap.sleutel for stap in uitkomst.stappen] == ["toegang.vorm_onbekend", "toegang.onbekend"]


def test_only_the_conditions_that_an_agreement_has_can_fail() -> None:
    kind = replace(ALLES, geboortedatum=date(2020, 1, 1), woonplaats="9999")
    assert toets(kind, replace(REGEL, leeftijd=None, woonplaats=None)).waarde.toegang == "ja"
    assert toets(kind, replace(REGEL, leeftijd=None)).waarde.toegang == "nee"
    assert toets(kind, replace(REGEL, woonplaats=None, lokale_voorziening=None)).waarde.toegang == "nee"


@pytest.mark.parametrize(
    ("criteria", "veld", "melding"),
    [
        ({"boot": {1: True}}, "criteria.boot", "deze vorm is er niet; wel: huis, kamer"),
        ({"boot": {}}, "criteria.boot", "deze vorm is er niet; wel: huis, kamer"),
        ({"huis": {4: True}}, "criteria.huis.4", "deze vorm heeft criteria 1 tot en met 3"),
        ({"huis": {0: None}}, "criteria.huis.0", "deze vorm heeft criteria 1 tot en met 3"),
        ({"kamer": {1: True, 2: True}}, "criteria.kamer.2", "deze vorm heeft criteria 1 tot en met 1"),
    ],
)
def test_a_form_or_criterion_that_is_not_there_is_refused(
    criteria: dict[str, dict[int, bool | None]], veld: str, melding: str
) -> None:
    with pytest.raises(OngeldigFeit) as fout:
        toets(replace(ALLES, criteria=criteria))
    assert (fout.value.veld, fout.value.melding) == (veld, melding)


def test_nobody_is_born_after_the_day_of_the_question() -> None:
    assert toets(replace(ALLES, geboortedatum=ALLES.peildatum)).waarde.toegang == "nee"
    with pytest.raises(OngeldigFeit) as fout:
        toets(replace(ALLES, geboortedatum=date(2026, 3, 3)))
    assert (fout.value.veld, fout.value.melding) == ("geboortedatum", "ligt na de peildatum")


def test_a_running_right_is_not_assumed() -> None:
    assert Toegangsfeiten(date(2026, 3, 2)).overgangsrecht is False
    assert Toegangsfeiten(date(2026, 3, 2)).lokale_voorziening == LokaleVoorziening(None, None)
