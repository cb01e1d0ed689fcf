"""An objection is work, also in a case that is closed, and is never silently late."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_besluit_vervolg import bereid, vervolg
from tests.toegang.test_bezwaar import OP_TIJD, afgewezen, doe, gehoord, ontvang
from tests.toegang.weg import OP, breng_tot
from tests.web.test_werkvoorraad import groepen, lees
from voordeur.toegang.actions import beslis_op_bezwaar


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


@pytest.fixture(autouse=True)
def _dag() -> Iterator[None]:
    with override_settings(VOORDEUR_VANDAAG=OP_TIJD):
        yield


def test_a_closed_case_with_an_objection_is_on_the_list_until_it_is_decided(enschede: Stad) -> None:
    dossier = afgewezen(enschede)
    assert groepen(enschede) == {}
    ontvang(enschede, dossier)
    assert groepen(enschede) == {"later": [dossier.nummer]}
    assert "Behandel het bezwaar" in lees(enschede)


def test_once_it_is_decided_it_is_gone(enschede: Stad) -> None:
    dossier = afgewezen(enschede)
    bezwaar = gehoord(enschede, dossier)
    doe(enschede, bezwaar, beslis_op_bezwaar, "ongegrond", "De redenen blijven staan.", wie="consulent2")
    assert groepen(enschede) == {}


def test_what_comes_after_a_grant_waits_for_a_colleague_like_any_decision(enschede: Stad) -> None:
    dossier = breng_tot(enschede, "genomen")
    bereid(enschede, dossier, vervolg("einde"), OP)
    assert groepen(enschede, "consulent") == {"wacht": [dossier.nummer]}
    assert f"/dossiers/{dossier.nummer}/ondertekenen/" in lees(enschede, "teamleider")
