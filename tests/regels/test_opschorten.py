"""What moves the end of a term, and the sum of it in one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voordeur.regelingen.wetten import is_wetsartikel, opschortgronden, sluitingskalender, wettelijke_termijnen
from voordeur.regels.opschorten import Opschorting, Stilstand, Uitstel
from voordeur.regels.termijnen import Termijneinde, bereken_termijn
from voordeur.regels.termijnsom import schrijf_som
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import verwoord

AANVRAAG = date(2026, 3, 2)
AFGESPROKEN = ("awb/4:15-2",)


def reken(*delen: Stilstand, start: date = AANVRAAG, soort: str = "besluit") -> Uitkomst[Termijneinde]:
    return bereken_termijn(wettelijke_termijnen()[soort], start, sluitingskalender(), delen)


@pytest.mark.parametrize(
    ("start", "delen", "som", "uiterlijk"),
    [
        (AANVRAAG, [], "2 weken", date(2026, 3, 16)),
        (
            AANVRAAG, [Opschorting(date(2026, 3, 5), date(2026, 3, 10))],
            "2 weken + 6 dagen opschorting, schuift van zondag naar maandag", date(2026, 3, 23),
        ),
        (
            AANVRAAG, [Opschorting(date(2026, 3, 5), date(2026, 3, 10)), Uitstel(date(2026, 3, 6), 15, AFGESPROKEN)],
            "2 weken + 6 dagen opschorting + 15 dagen uitstel, schuift van maandag (Tweede Paasdag) naar dinsdag",
            date(2026, 4, 7),
        ),
        (AANVRAAG, [Uitstel(AANVRAAG, 1, AFGESPROKEN)], "2 weken + 1 dag uitstel", date(2026, 3, 17)),
    ],
)  # fmt: skip
def test_the_sum_says_how_the_day_came_about(start: date, delen: list[Stilstand], som: str, uiterlijk: date) -> None:
    uitkomst = reken(*delen, start=start)
    assert (schrijf_som(uitkomst), uitkomst.waarde.uiterlijk) == (som, uiterlijk)


def test_two_open_days_are_a_reason_too() -> None:
    termijn = wettelijke_termijnen()["persoonlijk-plan"]
    kort = type(termijn)(
        soort="kort", naam="Kort", grond=termijn.grond, vanaf="x", lengte=type(termijn.lengte)(dagen=3), regime="wet"
    )
    uitkomst = bereken_termijn(kort, date(2026, 4, 2), sluitingskalender())
    assert schrijf_som(uitkomst) == "3 dagen, schuift van zondag naar woensdag"


def test_what_was_agreed_names_its_own_provision() -> None:
    stap = next(deze for deze in reken(Uitstel(AANVRAAG, 14, AFGESPROKEN)).stappen if deze.sleutel == "termijn.uitstel")
    assert stap.gronden == AFGESPROKEN
    assert verwoord(stap) == "Op 2 maart 2026 is uitstel afgesproken of gegeven. Dat telt 14 dagen."


def test_a_suspension_after_an_agreed_end_is_still_in_the_term() -> None:
    later = Opschorting(date(2026, 3, 20), date(2026, 3, 22))
    assert reken(Uitstel(date(2026, 3, 10), 14, AFGESPROKEN), later).waarde.einde_ruw == date(2026, 4, 2)


@given(st.lists(st.integers(1, 60), max_size=4), st.permutations(range(4)))
def test_days_that_are_added_add_up_in_any_order(dagen: list[int], volgorde: list[int]) -> None:
    delen = [
        Uitstel(AANVRAAG + timedelta(days=volgorde[plek]), aantal, AFGESPROKEN) for plek, aantal in enumerate(dagen)
    ]
    assert reken(*delen).waarde.einde_ruw == date(2026, 3, 16) + timedelta(days=sum(dagen))


def test_every_ground_is_an_article_that_is_known_and_belongs_to_a_term() -> None:
    for (soort, _), grond in opschortgronden().items():
        assert soort in wettelijke_termijnen()
        assert all(is_wetsartikel(artikel) for artikel in grond.grond)
        assert (grond.lezing != "") is (soort == "onderzoek")
