"""A resident sees and does what is of the own file, whatever the code around it forgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError

from tests.stad import Stad
from tests.toegang.weg import OP, breng_tot
from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.inwoner.models import Gegeven, Inwoner, Machtiging, Toegangscode
from voordeur.kern.actor import Rol, als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Aanstelling, Account
from voordeur.toegang.models import Besluit, Dossier

STAD = Callable[[str], Stad]


@handeling("proef.eigen", rollen={Rol.INWONER})
def doe_iets(wie: object, dossier: Dossier, *, op: object) -> Gedaan[Dossier]:
    """Something that a resident does with the own case."""
    return Gedaan(dossier)


@pytest.fixture
def zaken(stad: STAD) -> tuple[Stad, Dossier, Dossier]:
    """A case of somebody, and one of a neighbour of the same municipality."""
    deze = stad("enschede")
    return deze, breng_tot(deze, "genomen"), breng_tot(deze, "genomen")


def inwoner(stad: Stad, dossier: Dossier) -> Account:
    return Account.objects.create(
        regio_id=stad.regio, email=f"{dossier.pk}@inwoner.invalid", naam="inwoner", soort="inwoner",
        inwoner=dossier.inwoner_id,
    )  # fmt: skip


def test_a_resident_sees_the_own_file_and_nothing_of_the_neighbour(zaken: tuple[Stad, Dossier, Dossier]) -> None:
    stad, eigen, _ = zaken
    with als(actor_van_inwoner(inwoner(stad, eigen))):
        assert set(Inwoner.objects.values_list("pk", flat=True)) == {eigen.inwoner_id}
        assert set(Dossier.objects.values_list("pk", flat=True)) == {eigen.pk}
        assert set(Besluit.objects.values_list("dossier", flat=True)) == {eigen.pk}
        assert set(Gegeven.objects.values_list("inwoner", flat=True)) == {eigen.inwoner_id}


def test_an_account_without_a_file_sees_nothing(zaken: tuple[Stad, Dossier, Dossier]) -> None:
    stad, eigen, _ = zaken
    account = inwoner(stad, eigen)
    account.inwoner = None
    with als(actor_van_inwoner(account)):
        assert not Dossier.objects.exists()


def test_a_resident_acts_on_the_own_case_only(zaken: tuple[Stad, Dossier, Dossier]) -> None:
    stad, eigen, buur = zaken
    wie = actor_van_inwoner(inwoner(stad, eigen))
    assert doe_iets(wie, eigen, op=OP).object == eigen
    with pytest.raises(GeenMandaat):
        doe_iets(wie, buur, op=OP)
    with pytest.raises(GeenMandaat):
        doe_iets(replace(wie, inwoner=None), eigen, op=OP)


def test_staff_does_not_act_as_a_resident(zaken: tuple[Stad, Dossier, Dossier]) -> None:
    stad, eigen, _ = zaken
    with pytest.raises(GeenMandaat):
        doe_iets(stad.als("consulent"), eigen, op=OP)


def test_nobody_is_appointed_as_a_resident() -> None:
    assert {rol for rol, _ in Aanstelling._meta.get_field("rol").choices or ()}.isdisjoint({"inwoner", "gemachtigde"})


def test_nobody_gives_oneself_a_power_or_a_code_on_the_file_of_another(zaken: tuple[Stad, Dossier, Dossier]) -> None:
    stad, eigen, buur = zaken
    wie = actor_van_inwoner(inwoner(stad, eigen))
    velden = {
        "regio_id": stad.regio, "college_code": buur.college_code, "inwoner_id": buur.inwoner_id,
        "account_id": wie.account,
    }  # fmt: skip
    with pytest.raises(DatabaseError, match="row-level security"), als(wie):
        Machtiging.objects.create(**velden, soort="wettelijk", mag="handelen", van=OP)
    with pytest.raises(DatabaseError, match="row-level security"), als(wie):
        Toegangscode.objects.create(**velden, hash="x", gemaakt_op=OP, tot=OP)
    with als(stad.als("consulent")):
        gegeven = Machtiging.objects.create(**velden, soort="helper", mag="lezen", van=OP)
    with als(wie):
        assert Machtiging.objects.get() == gegeven
        assert Machtiging.objects.filter(pk=gegeven.pk).update(ingetrokken_op=OP) == 1
        assert gegeven.delete()[0] == 0
