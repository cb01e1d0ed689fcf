"""Sending a message once more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.database import OP
from tests.stad import Stad
from tests.web.wereld import klant
from voordeur.berichten.actions import BijBericht, opnieuw
from voordeur.berichten.models import Bericht
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.models import Journaalregel


@pytest.fixture
def enschede(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def mislukt(stad: Stad, stand: str = "mislukt") -> BijBericht:
    with als(stad.als("beheerder")):
        bericht = Bericht.objects.create(
            regio_id=stad.regio, kanaal="map", aan="x", soort="brief", inhoud=b"", stand=stand, reden="map is vol"
        )
    return BijBericht(stad.centrum, bericht.pk)


def test_a_message_that_did_not_arrive_stands_ready_again_and_the_journal_knows(enschede: Stad) -> None:
    wie, bij = enschede.als("beheerder"), mislukt(enschede)
    opnieuw(wie, bij, op=OP)
    with als(wie):
        bericht = Bericht.objects.get(pk=bij.pk)
        assert (bericht.stand, bericht.reden) == ("klaar", "")
        assert Journaalregel.objects.filter(handeling="berichten.opnieuw", object_id=str(bij.pk)).count() == 1


def test_a_message_that_is_ready_is_not_sent_twice(enschede: Stad) -> None:
    with pytest.raises(StapNietAanDeBeurt):
        opnieuw(enschede.als("beheerder"), mislukt(enschede, "klaar"), op=OP)


@pytest.mark.parametrize("wie", ["consulent", "controller", "aanbieder"])
def test_nobody_else_sends_a_message_again(enschede: Stad, wie: str) -> None:
    with pytest.raises(GeenMandaat):
        opnieuw(enschede.als(wie), mislukt(enschede), op=OP)


def test_by_the_button_of_the_page(enschede: Stad) -> None:
    bij = mislukt(enschede)
    client = klant(enschede, "beheerder")
    assert "map is vol" in client.get("/beheer/").content.decode()
    antwoord = client.post(f"/beheer/berichten/{bij.pk}/opnieuw/", follow=True)
    assert "Het bericht staat weer klaar." in antwoord.content.decode()
    assert "map is vol" not in antwoord.content.decode()
