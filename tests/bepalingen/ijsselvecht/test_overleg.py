"""Meetings, votes, disputes and the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from voordeur.regelingen.wetten import sluitingskalender
from voordeur.regels.stemming import Stemuitslag, tel_stemmen
from voordeur.regels.termijnen import bereken_termijn
from voordeur.regels.uitkomst import Uitkomst

CODES = ("0148", "0160", "0166", "0175", "0180", "1708", "1896", "0193")


def _stem(regeling, *ronden) -> Uitkomst[Stemuitslag]:
    return tel_stemmen(regeling.stemming, ronden, "0193")


def _ronde(voor: int) -> dict[str, str]:
    """The last `voor` municipalities are in favour, so Zwolle is the first to be."""
    return {code: "voor" if nummer >= len(CODES) - voor else "tegen" for nummer, code in enumerate(CODES)}


@pytest.mark.bepaling("ijsselvecht/stemming")
def test_each_municipality_has_one_vote_and_the_majority_decides(regeling) -> None:
    uitkomst = _stem(regeling, _ronde(5))
    assert uitkomst.waarde.besluit == "aangenomen"
    assert (uitkomst.waarde.tellingen[0].voor, uitkomst.waarde.tellingen[0].tegen) == (5, 3)
    assert uitkomst.stappen[-1].gronden == ("ijsselvecht/stemming",)
    assert _stem(regeling, _ronde(3)).waarde.besluit == "verworpen"


@pytest.mark.bepaling("ijsselvecht/stemming")
def test_after_a_tie_zwolle_has_two_votes_in_a_second_round(regeling) -> None:
    assert _stem(regeling, _ronde(4)).waarde.besluit == "herstemming"
    tweede = _stem(regeling, _ronde(4), _ronde(4)).waarde
    assert tweede.besluit == "aangenomen"
    assert (tweede.tellingen[0].voor, tweede.tellingen[1].voor) == (4, 5)


@pytest.mark.bepaling("ijsselvecht/stemming")
def test_a_tie_in_the_second_round_stays_undecided(regeling) -> None:
    een_doet_niet_mee = {code: keuze for code, keuze in _ronde(4).items() if code != "1708"}
    uitslag = _stem(regeling, _ronde(4), een_doet_niet_mee).waarde
    assert (uitslag.tellingen[1].voor, uitslag.tellingen[1].tegen) == (4, 4)
    assert uitslag.besluit == "onbeslist"


@pytest.mark.bepaling("ijsselvecht/stemming")
def test_a_vote_leaves_the_powers_of_colleges_and_councils_as_they_are(bevoegd) -> None:
    assert bevoegd("beleid.vaststellen").soort == "eigen"
    assert bevoegd("budget.vaststellen").wie == "gemeenteraad van Zwolle"


@pytest.mark.bepaling("ijsselvecht/geschil")
@pytest.mark.parametrize(
    ("brief", "uiterlijk"),
    [(date(2023, 3, 1), date(2023, 3, 15)), (date(2023, 12, 11), date(2023, 12, 25))],
)
def test_views_on_a_dispute_come_within_two_weeks_of_the_date_of_the_notice(regeling, brief, uiterlijk) -> None:
    termijn = next(deel for deel in regeling.termijnen if deel.soort == "zienswijze-geschil")
    uitkomst = bereken_termijn(termijn, brief, sluitingskalender())
    assert uitkomst.waarde.uiterlijk == uiterlijk
    assert uitkomst.stappen[0].gronden == ("ijsselvecht/geschil",)


@pytest.mark.bepaling("ijsselvecht/geschil")
def test_a_dispute_is_talked_over_first_then_written_to_all_others(toets, bevoegd) -> None:
    feiten = {"overlegd": True, "schriftelijk": True, "aan_alle_anderen": True, "aanduiding": True}
    assert toets("geschil-mededeling", feiten).voldaan == "ja"
    assert toets("geschil-mededeling", {**feiten, "overlegd": False}).niet_voldaan == ("overlegd",)
    reactie = {"zienswijze": True, "aan_de_anderen": True}
    assert toets("geschil-reactie", reactie).ontbreekt == ("voorstel",)
    assert bevoegd("geschil.beslissen").soort == "samen"


@pytest.mark.bepaling("ijsselvecht/overleg")
@pytest.mark.parametrize("overleg", ["overleg-ambtelijk", "overleg-bestuurlijk"])
def test_officials_and_administrators_meet_at_least_every_quarter(momenten, overleg: str) -> None:
    assert [dag.uiterlijk for dag in momenten(overleg)] == [
        date(2023, 3, 31),
        date(2023, 6, 30),
        date(2023, 9, 30),
        date(2023, 12, 31),
    ]


@pytest.mark.bepaling("ijsselvecht/overleg")
def test_the_centrumgemeente_prepares_the_meetings_and_keeps_the_minutes(toets, bevoegd) -> None:
    assert bevoegd("overleg.voorbereiden").wie == "centrumgemeente"
    feiten = {"informatie": True, "voorbereiding": True, "verslag": False, "vertegenwoordiging": True}
    assert toets("overleg", feiten).niet_voldaan == ("verslag",)


@pytest.mark.bepaling("ijsselvecht/halfjaarcijfers")
@pytest.mark.parametrize("cijfers", ["cijfers-geld", "cijfers-toegang"])
def test_figures_on_money_and_access_come_twice_a_year(momenten, cijfers: str) -> None:
    dagen = momenten(cijfers)
    assert [dag.uiterlijk for dag in dagen] == [date(2023, 6, 30), date(2023, 12, 31)]
    assert dagen[0].plicht.aan.startswith("ambtelijk overleg")


def test_tasks_and_results_are_monitored_without_a_day_being_named(momenten) -> None:
    (moment,) = momenten("monitoring")
    assert moment.uiterlijk is None
    assert moment.plicht.wie == "centrumgemeente en regiogemeenten"


@pytest.mark.bepaling("ijsselvecht/nadere-afspraken")
def test_further_agreements_are_made_in_2023_and_only_then(momenten) -> None:
    (moment,) = momenten("nadere-afspraken")
    assert (moment.van, moment.uiterlijk) == (date(2023, 1, 1), date(2023, 12, 31))
    assert momenten("nadere-afspraken", 2024) == []


@pytest.mark.bepaling("ijsselvecht/voorbereiding")
def test_every_local_access_is_ready_for_beschermd_thuis_before_2024(momenten) -> None:
    (moment,) = momenten("voorbereiding-beschermd-thuis")
    assert (moment.plicht.wie, moment.uiterlijk) == ("elke gemeente", date(2023, 12, 31))


@pytest.mark.bepaling("ijsselvecht/zorgkantoor")
def test_the_centrumgemeente_speaks_for_the_region_and_meets_the_zorgkantoor(momenten, bevoegd) -> None:
    (moment,) = momenten("zorgkantoor")
    assert moment.plicht.wie == bevoegd("overleg.extern").wie == "centrumgemeente"
