"""Who takes part, from when to when, and how a party leaves."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.laden import NietGeldig, geldig_op
from voordeur.regels.opzegging import bereken_opzegging

ACHT = {
    "0148": "Dalfsen",
    "0160": "Hardenberg",
    "0166": "Kampen",
    "0175": "Ommen",
    "0180": "Staphorst",
    "1708": "Steenwijkerland",
    "1896": "Zwartewaterland",
    "0193": "Zwolle",
}


@pytest.mark.bepaling("ijsselvecht/partijen")
def test_eight_municipalities_take_part_and_zwolle_counts_once(regeling) -> None:
    dag = date(2023, 6, 1)
    assert {code: partij.naam for code, partij in regeling.gemeenten_op(dag).items()} == ACHT
    assert regeling.centrumgemeente(dag) == "0193"


@pytest.mark.bepaling("ijsselvecht/looptijd")
def test_it_holds_for_the_year_2023_and_afterwards_a_prolongation_is_only_assumed() -> None:
    assert geldig_op("ijsselvecht", date(2023, 1, 1))[1] == ()
    assert geldig_op("ijsselvecht", date(2023, 12, 31))[1] == ()
    _, (aanname,) = geldig_op("ijsselvecht", date(2024, 1, 1))
    assert aanname.sleutel == "regeling.verlenging_verondersteld"
    assert aanname.waarden["tot"] == "2023-12-31"
    assert aanname.gronden == ("ijsselvecht/looptijd",)
    with pytest.raises(NietGeldig, match="2023-01-01"):
        geldig_op("ijsselvecht", date(2022, 12, 31))


@pytest.mark.bepaling("ijsselvecht/looptijd")
def test_it_starts_only_when_every_municipality_has_ratified(toets) -> None:
    alle = dict.fromkeys((naam.lower() for naam in ACHT.values()), True)
    assert toets("inwerkingtreding", alle).voldaan == "ja"
    assert toets("inwerkingtreding", {**alle, "kampen": None}).ontbreekt == ("kampen",)
    assert toets("inwerkingtreding", {**alle, "ommen": False}).voldaan == "nee"


@pytest.mark.bepaling("ijsselvecht/opzegging")
@pytest.mark.parametrize(
    ("brief", "per"),
    [
        (date(2023, 6, 30), date(2024, 1, 1)),
        (date(2023, 7, 1), date(2024, 1, 1)),
        (date(2023, 7, 2), date(2025, 1, 1)),
        (date(2023, 1, 1), date(2024, 1, 1)),
    ],
)
def test_notice_works_on_1_january_with_six_months_between(regeling, brief: date, per: date) -> None:
    uitkomst = bereken_opzegging(regeling.opzegging, brief)
    assert uitkomst.waarde.per == per
    assert uitkomst.stappen[-1].gronden == ("ijsselvecht/opzegging",)


@pytest.mark.bepaling("ijsselvecht/opzegging")
def test_zwolle_passes_a_notice_on_and_those_who_remain_decide_together(bevoegd) -> None:
    assert bevoegd("opzegging.doorgeven").wie == "Zwolle"
    besluit = bevoegd("opzegging.voortzetten")
    assert (besluit.soort, besluit.wie) == ("samen", "de gemeenten die overblijven")


@pytest.mark.bepaling("ijsselvecht/wijziging")
def test_a_change_needs_a_majority_paper_and_an_addendum(toets, bevoegd) -> None:
    goed = {"meerderheid": True, "schriftelijk": True, "addendum": True}
    assert toets("wijziging", goed).voldaan == "ja"
    assert toets("wijziging", {**goed, "schriftelijk": False}).niet_voldaan == ("schriftelijk",)
    assert toets("wijziging", {**goed, "addendum": None}).voldaan == "onbekend"
    assert bevoegd("overeenkomst.wijzigen").voorwaarde == "bij meerderheid"
