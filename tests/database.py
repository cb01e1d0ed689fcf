"""A real PostgreSQL for the tests of the application, asked as the role that runs and owns nothing."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.postgresql.psycopg_any import DateRange
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pytest_django import DjangoDbBlocker

from tests.sjabloon import gemigreerde_kopie, tijdelijke_map
from voordeur.inwoner.actions import vergeet
from voordeur.inwoner.models import Inwoner
from voordeur.kern.actor import Actor, Rol, Rolbekleding, als
from voordeur.kern.models import College, Mandaatregel, Regio
from voordeur.web.settings import database

ALTIJD = DateRange(date(2020, 1, 1), None)
OP = date(2026, 3, 2)


@pytest.fixture(scope="session")
def verbindingen() -> Iterator[tuple[str, str]]:
    """The running role's and the owner's connection: to your own server by two URLs, else to an embedded one."""
    eigen = os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_OWNER_URL")
    if eigen[0] and eigen[1]:
        yield eigen[0], eigen[1]
        return
    from voordeur.kern.postgres import ingebedde_server

    with tijdelijke_map() as map_, ingebedde_server(gemigreerde_kopie(map_ / "var")) as server:
        yield server.loper, server.eigenaar


@pytest.fixture(scope="session")
def django_db_setup(verbindingen: tuple[str, str], django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A fresh database of this worker, migrated by the owner and used by the running role."""
    loper, eigenaar = verbindingen
    naam = f"toets_{os.getpid()}"
    with psycopg.connect(make_conninfo(eigenaar, dbname="postgres"), autocommit=True) as beheer:
        # as far as the one that we begin with: our own is migrated, another server's may hold anything
        begin = "template1" if "DATABASE_OWNER_URL" in os.environ else conninfo_to_dict(eigenaar)["dbname"]
        beheer.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(naam), sql.Identifier(begin)))
        # what a crash of the machine would take along is of no use to a test
        beheer.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(naam)))
    for alias, url in (("default", loper), ("apart", loper), ("eigenaar", eigenaar)):
        settings.DATABASES[alias].update(database(make_conninfo(url, dbname=naam)))
        connections[alias].settings_dict.update(settings.DATABASES[alias])
    with django_db_blocker.unblock():
        call_command("migrate", database="eigenaar", verbosity=0)
        _tel_vanaf_duizend()
        yield
        connections.close_all()
    _verbreek(loper, naam)
    with psycopg.connect(make_conninfo(eigenaar, dbname="postgres"), autocommit=True) as beheer:
        beheer.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(naam)))


def _tel_vanaf_duizend() -> None:
    """Start every number above a thousand: a page that writes a key as '1.001' is then found by any test."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        for (reeks,) in cursor.fetchall():
            cursor.execute(sql.SQL("ALTER SEQUENCE {} RESTART WITH 1001").format(sql.Identifier(reeks)))


def _verbreek(loper: str, naam: str) -> None:
    """End what threads of a test left open: the owner may not end sessions of the running role, that role may."""
    with psycopg.connect(make_conninfo(loper, dbname=naam), autocommit=True) as verbinding:
        verbinding.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()",
            [naam],
        )


@pytest.fixture
def regio(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A region of this test alone, so that real commits of other tests cannot be seen.

    Its centrumgemeente 0001 has the mandate of 0002 for `proef.besluit`, and not that of 0003.
    """
    with django_db_blocker.unblock():
        id_ = nieuwe_regio()
        with als(actor(id_)):
            centrum, buur, _ = (
                College.objects.create(regio_id=id_, code=code, naam=code, centrum=code == "0001")
                for code in ("0001", "0002", "0003")
            )
            Mandaatregel.objects.create(
                regio_id=id_, handeling="proef.besluit", van=buur, aan=centrum, periode=ALTIJD, grond="proef/a"
            )
        yield id_


def nieuwe_regio() -> str:
    """A region that nobody else uses."""
    id_ = f"proef-{uuid.uuid4().hex[:12]}"
    Regio.objects.create(id=id_, naam=id_)
    return id_


def actor(regio: str, college: str = "0001", rol: Rol = Rol.CONSULENT, account: int = 1) -> Actor:
    """Somebody with one role in one college."""
    bekleding = Rolbekleding(rol, college=college, van=date(2020, 1, 1))
    return Actor(regio, account, "Proefpersoon", (bekleding,), frozenset({college}), vanwaar="test")


def vernietig(wie: Actor, inwoner: Inwoner) -> None:
    """Forget a resident, as the last step of the management's action does."""
    with als(wie):
        vergeet(Inwoner.objects.get(pk=inwoner.pk))
