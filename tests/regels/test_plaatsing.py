"""Whether a place fits a decision: every demand is answered, with its value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from voordeur.regels.datums import Periode
from voordeur.regels.plaatsing import Plekfeiten, Recht, omvat, past_op_plek, verblijfsperiode
from voordeur.regels.verwoorden import verwoord

VAN, TOT, VANAF = date(2026, 3, 1), date(2027, 2, 28), date(2026, 3, 9)
RECHT = Recht("bw", "Beschermd wonen", "zin", Periode(VAN, TOT))
PLEK = Plekfeiten("bw", "Beschermd wonen", Periode(date(2020, 1, 1)), Periode(date(2026, 1, 1), VANAF), None)
ANDER = Periode(date(2026, 5, 1), date(2026, 6, 30))


def test_a_place_that_fits_says_every_demand_that_is_met() -> None:
    uitkomst = past_op_plek(RECHT, PLEK, None, VANAF)
    assert uitkomst.waarde.past
    assert uitkomst.waarde.periode == Periode(VANAF, TOT)
    assert [verwoord(stap) for stap in uitkomst.stappen] == [
        "Het besluit geeft zorg in natura.",
        "Het besluit geldt van 1 maart 2026 tot en met 28 februari 2027.",
        "De plek is van de soort uit het besluit: Beschermd wonen.",
        "De plek is er vanaf 1 januari 2020.",
        "De aanbieder heeft een contract op 9 maart 2026.",
        "De plek is de hele tijd vrij.",
        "De inwoner heeft in deze tijd geen andere plek.",
        "De plek past vanaf 9 maart 2026.",
    ]


@pytest.mark.parametrize(
    ("recht", "plek", "elders", "reden", "zin"),
    [
        ({"leveringsvorm": "pgb"}, {}, None, "leveringsvorm", "Het besluit geeft een pgb."),
        ({"periode": None}, {}, None, "besluit", "Er is geen besluit dat beschermd wonen toekent."),
        ({"periode": Periode(VAN, VAN)}, {}, None, "besluit", "Het besluit geldt niet op 9 maart 2026."),
        ({}, {"product": "bt", "productnaam": "Thuis"}, None, "soort", "De plek is van een andere soort: Thuis."),
        ({}, {"periode": Periode(VAN, VANAF)}, None, "open", "De plek is er niet de hele tijd."),
        ({}, {"contract": Periode(VAN, VAN)}, None, "contract", "De aanbieder heeft geen contract op 9 maart 2026."),
        ({}, {"contract": None}, None, "contract", "De aanbieder heeft geen contract op 9 maart 2026."),
        ({}, {"bezet": ANDER}, None, "vrij", "De plek is bezet vanaf 1 mei 2026 tot en met 30 juni 2026."),
        ({}, {}, Periode(VAN), "persoon", "De inwoner heeft al een plek vanaf 1 maart 2026."),
    ],
)
def test_each_demand_alone_makes_that_it_does_not_fit(
    recht: dict[str, object], plek: dict[str, object], elders: Periode | None, reden: str, zin: str
) -> None:
    uitkomst = past_op_plek(replace(RECHT, **recht), replace(PLEK, **plek), elders, VANAF)
    assert not uitkomst.waarde.past
    assert uitkomst.waarde.niet_voldaan == (reden,)
    assert zin in " ".join(verwoord(stap) for stap in uitkomst.stappen)
    assert verwoord(uitkomst.stappen[-1]) == "De plek past niet. Aantal redenen: 1."


def test_several_reasons_are_all_said() -> None:
    uitkomst = past_op_plek(RECHT, replace(PLEK, contract=None, bezet=ANDER), ANDER, VANAF)
    assert uitkomst.waarde.niet_voldaan == ("contract", "vrij", "persoon")


def test_a_stay_lasts_as_long_as_the_decision() -> None:
    assert verblijfsperiode(RECHT, VAN) == Periode(VAN, TOT)
    assert verblijfsperiode(RECHT, TOT) == Periode(TOT, TOT)
    assert verblijfsperiode(replace(RECHT, periode=Periode(VAN)), VANAF) == Periode(VANAF)
    assert verblijfsperiode(RECHT, date(2027, 3, 1)) is None


def test_a_decision_without_an_end_needs_a_place_without_an_end() -> None:
    open_ = replace(RECHT, periode=Periode(VAN))
    assert past_op_plek(open_, PLEK, None, VANAF).waarde.past
    tot = replace(PLEK, periode=Periode(VAN, TOT))
    assert past_op_plek(open_, tot, None, VANAF).waarde.niet_voldaan == ("open",)


@pytest.mark.parametrize(
    ("buiten", "binnen", "antwoord"),
    [
        (Periode(VAN, TOT), Periode(VAN, TOT), True),
        (Periode(VAN, TOT), Periode(VANAF), False),
        (Periode(VANAF, TOT), Periode(VAN, TOT), False),
        (Periode(VAN), Periode(VANAF), True),
        (Periode(VAN, VANAF), Periode(VAN, TOT), False),
    ],
)
def test_whether_a_period_lies_in_another(buiten: Periode, binnen: Periode, antwoord: bool) -> None:
    assert omvat(buiten, binnen) is antwoord
