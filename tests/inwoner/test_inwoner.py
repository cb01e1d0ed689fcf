"""A resident: readable for who works on the file, for nobody once forgotten, and found only by who may see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError
from pytest_django import Settings

from tests.database import OP, actor, vernietig
from voordeur.inwoner.actions import AlVernietigd, BijCollege, registreer, wijzig
from voordeur.inwoner.models import Burgerservicenummer, Gegeven, Inwoner
from voordeur.inwoner.queries import gegevens_van, zoek_op_bsn
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import GeenMandaat
from voordeur.kern.journaal import controleer, verzegel
from voordeur.kern.models import Journaalregel
from voordeur.kern.sleutels import SleutelOntbreekt, verpak_opnieuw

BSN = "123456782"
WIE = {"naam": "Šimić", "geboortedatum": "1990-05-01"}


@pytest.fixture
def consulent(regio: str) -> Actor:
    return actor(regio)


@pytest.fixture
def inwoner(consulent: Actor) -> Inwoner:
    return registreer(consulent, BijCollege("0001"), WIE, bsn=BSN, op=OP).object


def lees(wie: Actor, inwoner: Inwoner) -> dict[str, object]:
    with als(wie):
        return gegevens_van(wie, Inwoner.objects.get(pk=inwoner.pk), op=OP)


def test_facts_come_back_as_they_were_and_the_newest_counts(consulent: Actor, inwoner: Inwoner) -> None:
    wijzig(consulent, inwoner, "adres", {"plaats": "Losser"}, op=OP)
    wijzig(consulent, inwoner, "adres", {"plaats": "Borne"}, op=OP)
    assert lees(consulent, inwoner) == {"identiteit": WIE, "adres": {"plaats": "Borne"}}


def test_the_database_holds_nothing_that_can_be_read(consulent: Actor, inwoner: Inwoner) -> None:
    with als(consulent):
        opgeslagen = b"".join(
            bytes(deel.inhoud) for deel in (*Gegeven.objects.all(), *Burgerservicenummer.objects.all())
        )
        index = Burgerservicenummer.objects.get().index
    assert b"imi" not in opgeslagen
    assert BSN.encode() not in opgeslagen
    assert BSN not in index


def test_reading_and_writing_are_journaled_without_the_facts(consulent: Actor, inwoner: Inwoner) -> None:
    lees(consulent, inwoner)
    with als(consulent):
        regels = list(Journaalregel.objects.order_by("id"))
    assert [(regel.handeling, regel.uitslag) for regel in regels] == [
        ("inwoner.registreren", "gedaan"), ("inwoner.inzien", "gelezen"),
    ]  # fmt: skip
    assert not any("imi" in str(regel.__dict__) or BSN in str(regel.__dict__) for regel in regels)


def test_a_resident_without_a_bsn_is_helped(consulent: Actor) -> None:
    zonder = registreer(consulent, BijCollege("0001"), {"naam": "onbekend"}, op=OP).object
    assert lees(consulent, zonder) == {"identiteit": {"naam": "onbekend"}}


def test_a_bsn_that_cannot_be_one_leaves_nothing_behind(consulent: Actor) -> None:
    with pytest.raises(ValueError, match="klopt niet"):
        registreer(consulent, BijCollege("0001"), WIE, bsn="123456789", op=OP)
    with als(consulent):
        assert not Inwoner.objects.exists()


def test_who_works_for_the_college_finds_the_resident_by_bsn(consulent: Actor, inwoner: Inwoner) -> None:
    with als(consulent):
        assert zoek_op_bsn(consulent, "1234.56.782") == inwoner


@pytest.mark.parametrize("college", ["0002", "0003"])
def test_for_other_eyes_there_is_no_such_resident(college: str, inwoner: Inwoner, regio: str) -> None:
    ander = actor(regio, college=college)
    with als(ander):
        assert zoek_op_bsn(ander, BSN) is None
        assert not Inwoner.objects.exists()
        assert not Gegeven.objects.exists()


def test_a_double_entry_does_not_tell_of_a_shielded_dossier(inwoner: Inwoner, regio: str) -> None:
    ander = actor(regio, college="0003")
    assert registreer(ander, BijCollege("0003"), WIE, bsn=BSN, op=OP).object.pk != inwoner.pk


def test_a_row_cannot_be_put_at_a_college_that_the_actor_does_not_work_for(consulent: Actor) -> None:
    with pytest.raises(GeenMandaat):
        registreer(consulent, BijCollege("0003"), WIE, op=OP)
    with pytest.raises(DatabaseError, match="row-level security"), als(consulent):
        Inwoner.objects.create(regio_id=consulent.regio, college_code="0003", sleutel=b"x")


def test_a_destroyed_key_makes_all_unreadable_and_leaves_the_journal_whole(
    consulent: Actor, inwoner: Inwoner, regio: str
) -> None:
    beheerder = actor(regio, rol=Rol.FUNCTIONEEL_BEHEERDER)
    vernietig(beheerder, inwoner)
    with pytest.raises(SleutelOntbreekt, match="vernietigd"):
        lees(consulent, inwoner)
    with als(consulent):
        assert zoek_op_bsn(consulent, BSN) is None
        verzegel(regio)
        assert controleer(regio) == []


def test_nothing_is_added_to_somebody_who_was_forgotten(consulent: Actor, inwoner: Inwoner, regio: str) -> None:
    beheerder = actor(regio, rol=Rol.FUNCTIONEEL_BEHEERDER)
    vernietig(beheerder, inwoner)
    with pytest.raises(AlVernietigd):
        wijzig(consulent, inwoner, "adres", {}, op=OP)


def test_a_key_is_either_there_or_destroyed(consulent: Actor, inwoner: Inwoner) -> None:
    with pytest.raises(DatabaseError, match="inwoner_sleutel_of_vernietigd"), als(consulent):
        Inwoner.objects.filter(pk=inwoner.pk).update(sleutel=None)


def test_a_version_of_facts_stands_once(consulent: Actor, inwoner: Inwoner) -> None:
    with pytest.raises(DatabaseError, match="gegeven_een_versie"), als(consulent):
        eerste = Gegeven.objects.get(inwoner=inwoner)
        eerste.pk = None
        eerste.save()


def test_a_new_main_key_reads_what_the_old_one_locked(consulent: Actor, inwoner: Inwoner, settings: Settings) -> None:
    oud, nieuw = settings.VOORDEUR_HOOFDSLEUTELS[0], Fernet.generate_key().decode()
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw, oud]
    with als(consulent):
        deze = Inwoner.objects.get(pk=inwoner.pk)
        deze.sleutel = verpak_opnieuw(bytes(deze.sleutel))
        deze.save(update_fields=["sleutel"])
    settings.VOORDEUR_HOOFDSLEUTELS = [nieuw]
    assert lees(consulent, inwoner)["identiteit"] == WIE
    settings.VOORDEUR_HOOFDSLEUTELS = [oud]
    with pytest.raises(SleutelOntbreekt):
        lees(replace(consulent), inwoner)
