"""What the role that runs may do with the tables of the owner; given anew after each migration."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from psycopg import sql

from .afscherming import BELEIDEN, TABELLEN, opdrachten

EIGENAAR = "eigenaar"
# beside the trigger that refuses it: the running role has no right to change or remove here either
GROEIT_ALLEEN = ("kern_journaalregel", "kern_zegel", "kern_rekenbewijs", "geld_boeking", "geld_boekingsregel")


def meld_migratie(sender: AppConfig, using: str, **_: Any) -> None:
    """Before a migration: the owner acts for no region at all, so that adding a foreign key can be checked."""
    if using == EIGENAAR:
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT set_config('voordeur.regio', '-', false)")


def geef_rechten(sender: AppConfig, using: str, **_: Any) -> None:
    """After a migration by the owner: read and write for the running role, only add where a table only grows."""
    if using != EIGENAAR:
        return
    loper = sql.Identifier(settings.DATABASES["default"]["USER"])
    groeit = sql.SQL(", ").join(map(sql.Identifier, GROEIT_ALLEEN))
    with connections[using].cursor() as cursor:
        for opdracht in (
            sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(loper),
            sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(loper),
            sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(loper),
            sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {}").format(groeit, loper),
        ):
            cursor.execute(opdracht)
        _scherm_af(cursor)


def _scherm_af(cursor: Any) -> None:
    """Every table about a person hides who is shielded, also a table that is new."""
    cursor.execute(BELEIDEN)
    er_is = set(cursor.fetchall())
    cursor.execute(TABELLEN)
    for opdracht in opdrachten(dict(cursor.fetchall()), er_is):
        cursor.execute(opdracht)
