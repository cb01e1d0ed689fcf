"""Going over to new keys: nobody is locked out, and everybody is still found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from pytest_django import Settings

from tests.stad import Stad
from voordeur.berichten.actions import zet_klaar
from voordeur.berichten.slot import inhoud_van
from voordeur.inwoner.actions import neem_op
from voordeur.inwoner.queries import zoek_op_bsn
from voordeur.kern.actor import als
from voordeur.kern.onderhoud import systeem
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.kern.vernieuwen import vernieuw_alles
from voordeur.web.inloggen.adapters import TweedeFactor

BSN = "123456782"


@pytest.fixture
def deze(stad: Callable[[str], Stad]) -> Stad:
    return stad("enschede")


def vernieuw(deze: Stad) -> dict[str, int]:
    with als(systeem(deze.regio)) as wie:
        return vernieuw_alles(wie)


def test_a_second_factor_works_after_the_old_main_key_is_gone(deze: Stad, settings: Settings) -> None:
    slot, (oud,) = TweedeFactor(), settings.VOORDEUR_HOOFDSLEUTELS
    factor = Authenticator.objects.create(
        user=deze.accounts["consulent"], type="totp", data={"secret": slot.encrypt("JBSWY3DP")}
    )
    codes = Authenticator.objects.create(
        user=deze.accounts["consulent"], type="recovery_codes", data={"seed": slot.encrypt("zaad"), "used_mask": 0}
    )
    nieuw = Fernet.generate_key().decode()
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw, oud]
    assert vernieuw(deze)["tweede factoren"] == 2
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw]
    factor.refresh_from_db()
    codes.refresh_from_db()
    assert slot.decrypt(factor.data["secret"]) == "JBSWY3DP"
    assert (slot.decrypt(codes.data["seed"]), codes.data["used_mask"]) == ("zaad", 0)


def test_everybody_is_found_with_a_new_index_key(deze: Stad, settings: Settings) -> None:
    with als(systeem(deze.regio)) as wie:
        inwoner = neem_op(wie, deze.centrum, {"naam": "de Wit"}, bsn=BSN)
        settings.VOORDEUR_INDEXSLEUTEL = "een andere"
        assert zoek_op_bsn(wie, BSN) is None
    gedaan = vernieuw(deze)
    assert (gedaan["burgerservicenummers"], gedaan["zoeksleutels"]) == (1, 1)
    with als(systeem(deze.regio)) as wie:
        assert zoek_op_bsn(wie, BSN) == inwoner


def test_what_waits_to_leave_is_read_with_the_new_main_key(deze: Stad, settings: Settings) -> None:
    with als(systeem(deze.regio)) as wie:
        inwoner = neem_op(wie, deze.centrum, {"naam": "de Wit"})
        brieven = [
            zet_klaar(wie, kanaal="map", aan="x", soort="y", inhoud=b"brief", over=over) for over in (None, inwoner)
        ]
    (oud,), nieuw = settings.VOORDEUR_HOOFDSLEUTELS, Fernet.generate_key().decode()
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw, oud]
    assert vernieuw(deze)["berichten die wachten"] == 1
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw]
    with als(systeem(deze.regio)):
        for brief in brieven:
            brief.refresh_from_db()
            assert inhoud_van(brief) == b"brief"


def test_with_a_key_missing_nothing_is_changed(deze: Stad, settings: Settings) -> None:
    with als(systeem(deze.regio)) as wie:
        inwoner = neem_op(wie, deze.centrum, {"naam": "de Wit"}, bsn=BSN)
    verpakt = bytes(inwoner.sleutel or b"")
    settings.VOORDEUR_HOOFDSLEUTELS = [Fernet.generate_key().decode()]
    with pytest.raises(SleutelOntbreekt):
        vernieuw(deze)
    with als(systeem(deze.regio)):
        inwoner.refresh_from_db()
        assert bytes(inwoner.sleutel or b"") == verpakt
