"""The journal only grows, and whoever changes it behind its back is found and named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import DatabaseError, connections
from psycopg.conninfo import make_conninfo

from tests.database import OP, actor
from voordeur.kern.actor import als
from voordeur.kern.journaal import Breuk, controleer, hoofd, schrijf, verzegel
from voordeur.kern.models import Journaalregel


@pytest.fixture
def regels(regio: str) -> list[int]:
    """Five sealed entries."""
    gemaakt = []
    for nummer in range(5):
        with als(actor(regio)) as wie:
            gemaakt.append(schrijf(wie, f"proef.{nummer}", OP, object(), "0001", "consulent", None).pk)
    with als(actor(regio)):
        assert verzegel(regio) == 5
    return gemaakt


@pytest.fixture
def inbreker(verbindingen: tuple[str, str]) -> Iterator[psycopg.Connection]:
    """Somebody who owns the tables and takes their guards off."""
    naam = connections["eigenaar"].settings_dict["NAME"]
    with psycopg.connect(make_conninfo(verbindingen[1], dbname=naam), autocommit=True) as verbinding:
        verbinding.execute("ALTER TABLE kern_journaalregel DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY")
        verbinding.execute("ALTER TABLE kern_zegel DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY")
        yield verbinding
        verbinding.execute("ALTER TABLE kern_journaalregel ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")
        verbinding.execute("ALTER TABLE kern_zegel ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")


def breuken(regio: str, bewaard: tuple[int, str] | None = None) -> list[Breuk]:
    with als(actor(regio)):
        return controleer(regio, bewaard)


@pytest.mark.parametrize("opdracht", ["UPDATE kern_journaalregel SET rol = 'x'", "DELETE FROM kern_journaalregel"])
def test_an_entry_cannot_be_changed_or_removed(opdracht: str, regels: list[int], regio: str) -> None:
    with pytest.raises(DatabaseError), als(actor(regio)), connections["default"].cursor() as cursor:
        cursor.execute(opdracht)


def test_the_owner_is_refused_by_the_trigger(regels: list[int], regio: str) -> None:
    for opdracht in ("UPDATE kern_journaalregel SET rol = 'x'", "DELETE FROM kern_journaalregel"):
        with (
            pytest.raises(DatabaseError, match="groeit alleen"),
            als(actor(regio), using="eigenaar"),
            connections["eigenaar"].cursor() as cursor,
        ):
            cursor.execute(opdracht)


def test_an_untouched_journal_is_whole(regels: list[int], regio: str) -> None:
    assert breuken(regio) == []


def test_sealing_twice_seals_nothing_twice(regels: list[int], regio: str) -> None:
    with als(actor(regio)):
        assert verzegel(regio) == 0


def test_an_entry_of_a_running_transaction_is_sealed_later(regio: str) -> None:
    with als(actor(regio)) as wie:
        schrijf(wie, "proef.nog_bezig", OP, object(), "0001", "consulent", None)
        assert verzegel(regio) == 0
    with als(actor(regio)):
        assert verzegel(regio) == 1


def test_a_changed_entry_is_found_and_named(regels: list[int], regio: str, inbreker: psycopg.Connection) -> None:
    inbreker.execute("UPDATE kern_journaalregel SET account = 99 WHERE id = %s", [regels[2]])
    assert breuken(regio) == [Breuk("gewijzigd", regels[2], 3)]


def test_a_removed_entry_is_found_and_named(regels: list[int], regio: str, inbreker: psycopg.Connection) -> None:
    inbreker.execute("DELETE FROM kern_journaalregel WHERE id = %s", [regels[1]])
    assert breuken(regio) == [Breuk("verwijderd", regels[1], 2)]


def test_an_entry_removed_with_its_seal_is_found(regels: list[int], regio: str, inbreker: psycopg.Connection) -> None:
    inbreker.execute("DELETE FROM kern_journaalregel WHERE id = %s", [regels[1]])
    inbreker.execute("DELETE FROM kern_zegel WHERE regel = %s", [regels[1]])
    assert Breuk("zegel verwijderd", None, 2) in breuken(regio)


def test_the_end_cut_off_is_found_by_the_head_that_was_kept(
    regels: list[int], regio: str, inbreker: psycopg.Connection
) -> None:
    with als(actor(regio)):
        bewaard = hoofd(regio)
    inbreker.execute("DELETE FROM kern_journaalregel WHERE id = %s", [regels[4]])
    inbreker.execute("DELETE FROM kern_zegel WHERE regel = %s", [regels[4]])
    assert breuken(regio) == []
    assert breuken(regio, bewaard) == [Breuk("einde verwijderd of vervangen", None, 5)]


def test_an_entry_put_in_with_an_old_date_is_found(regels: list[int], regio: str) -> None:
    with als(actor(regio)) as wie:
        vals = Journaalregel.objects.create(
            regio_id=wie.regio,
            om=datetime(2020, 1, 1, tzinfo=UTC),
            handeling="vals",
            op=OP,
            uitslag="gedaan",
            vanwaar="x",
        )
    assert breuken(regio) == [Breuk("ingevoegd", vals.pk, None)]
