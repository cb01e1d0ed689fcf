"""Moving the whole content of one database to another, each the storage of Voordeur and up to the same version.

Both sides are asked as their owner, who is bound by row-level security and by the triggers as everybody is. Within the
one transaction of each side both are put aside; the source is rolled back, so that nothing about it changes, and what
the target gets is compared row by row before it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from psycopg import Connection, sql

# how long to wait for whoever is still at work in a database
WACHTTIJD = "5s"
# equal on both sides by the migrations, or of work under way that is found again when the service starts
NIET_MEE = ("django_migrations", "procrastinate_")
# filled by the migrations themselves: the numbers in it belong to the rows that come along
DOOR_MIGRATIE = ("auth_permission", "django_content_type")

Verbinding = Connection[tuple[object, ...]]


class VerhuizingMislukt(Exception):
    """Nothing was moved; the sentence says why, and what to do."""


@dataclass(frozen=True)
class Verhuisd:
    """What stands in the target now: the rows of each table that has any."""

    rijen: dict[str, int]


def verhuis(van: str, naar: str) -> Verhuisd:
    """Copy everything from the database of one owner (libpq URL) into the empty one of another, or nothing at all.

    Raises VerhuizingMislukt. The source is left as it was.
    """
    try:
        with psycopg.connect(van) as bron, psycopg.connect(naar) as doel:
            bron.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            verhuisd = _verhuis(bron, doel)
            bron.rollback()
            doel.commit()
            return verhuisd
    except psycopg.errors.LockNotAvailable:
        raise VerhuizingMislukt("iemand werkt nog in de database; stop eerst Voordeur aan beide kanten") from None
    except psycopg.Error as fout:
        raise VerhuizingMislukt(" ".join(str(fout).split())) from fout


def _verhuis(bron: Verbinding, doel: Verbinding) -> Verhuisd:
    tabellen = _tabellen(bron)
    _eis_gelijk(bron, doel, tabellen)
    for kant in (bron, doel):
        _zet_wachters_opzij(kant, tabellen)
    _eis_leeg(doel, tabellen)
    rijen = {tabel: _kopieer(bron, doel, tabel) for tabel in tabellen}
    _zet_tellers(bron, doel)
    for tabel in tabellen:
        if _vingerafdruk(bron, tabel) != _vingerafdruk(doel, tabel):
            raise VerhuizingMislukt(f"tabel {tabel} kwam anders aan; er is niets verhuisd")
    _zet_wachters_terug(doel, tabellen)
    return Verhuisd({tabel: aantal for tabel, aantal in rijen.items() if aantal})


def _tabellen(kant: Verbinding) -> list[str]:
    """The tables that go along, in the order of their names: foreign keys are looked at when the transaction ends."""
    gevonden = kant.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    return [str(naam) for (naam,) in gevonden if not str(naam).startswith(NIET_MEE)]


def _eis_gelijk(bron: Verbinding, doel: Verbinding, tabellen: Sequence[str]) -> None:
    if "kern_regio" not in tabellen:
        raise VerhuizingMislukt("hier staat geen Voordeur; er valt niets te verhuizen")
    vraag = "SELECT app, name FROM django_migrations ORDER BY app, name"
    if not _tabellen(doel) or bron.execute(vraag).fetchall() != doel.execute(vraag).fetchall():
        raise VerhuizingMislukt(
            "de databases zijn niet van dezelfde versie; voer aan beide kanten uit: voordeur migreer"
        )


def _eis_leeg(doel: Verbinding, tabellen: Sequence[str]) -> None:
    for tabel in tabellen:
        if tabel in DOOR_MIGRATIE:
            continue
        if doel.execute(sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(tabel))).fetchone():
            raise VerhuizingMislukt(
                f"de nieuwe database is niet leeg (tabel {tabel}); verhuizen kan alleen naar een lege"
            )
    for tabel in DOOR_MIGRATIE:
        doel.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(tabel)))


def _zet_wachters_opzij(kant: Verbinding, tabellen: Sequence[str]) -> None:
    """For this transaction only; the lock that it takes keeps everybody else out."""
    kant.execute(f"SET LOCAL lock_timeout = '{WACHTTIJD}'")
    for tabel in tabellen:
        naam = sql.Identifier(tabel)
        kant.execute(sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(naam))
        kant.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(naam))


def _zet_wachters_terug(doel: Verbinding, tabellen: Sequence[str]) -> None:
    doel.execute("SET CONSTRAINTS ALL IMMEDIATE")
    bewaakt = {
        str(naam)
        for (naam,) in doel.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p')")
    }
    for tabel in tabellen:
        naam = sql.Identifier(tabel)
        doel.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(naam))
        if tabel in bewaakt:
            doel.execute(sql.SQL("ALTER TABLE {} FORCE ROW LEVEL SECURITY").format(naam))


def _kolommen(kant: Verbinding, tabel: str) -> sql.Composed:
    vraag = (
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
        "AND attgenerated = '' ORDER BY attname"
    )
    return sql.SQL(", ").join(sql.Identifier(str(naam)) for (naam,) in kant.execute(vraag, [f'public."{tabel}"']))


def _kopieer(bron: Verbinding, doel: Verbinding, tabel: str) -> int:
    """The rows of one table as text, which every version of PostgreSQL reads. Returns how many."""
    kolommen, naam = _kolommen(bron, tabel), sql.Identifier(tabel)
    uit = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(kolommen, naam)
    erin = sql.SQL("COPY {} ({}) FROM STDIN").format(naam, kolommen)
    with bron.cursor() as lezer, doel.cursor() as schrijver:
        with lezer.copy(uit) as stroom, schrijver.copy(erin) as ontvanger:
            for stuk in stroom:
                ontvanger.write(stuk)
        return schrijver.rowcount


def _zet_tellers(bron: Verbinding, doel: Verbinding) -> None:
    vraag = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
    for naam, laatste in bron.execute(vraag).fetchall():
        if not str(naam).startswith(NIET_MEE):
            doel.execute("SELECT setval(%s::regclass, %s)", [f'public."{naam}"', laatste])


def _vingerafdruk(kant: Verbinding, tabel: str) -> tuple[object, ...]:
    """How many rows there are, and a sum over what is in them that no order changes."""
    vraag = sql.SQL(
        "SELECT count(*), coalesce(sum(('x' || left(md5(rij::text), 15))::bit(60)::bigint::numeric), 0) "
        "FROM (SELECT {} FROM {}) AS rij"
    ).format(_kolommen(kant, tabel), sql.Identifier(tabel))
    gevonden = kant.execute(vraag).fetchone()
    assert gevonden is not None
    return gevonden
