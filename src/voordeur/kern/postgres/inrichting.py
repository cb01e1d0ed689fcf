"""The roles, their rights and the database of a new server.

The rights are set in `template1`, so a database that the owner makes for tests has the same ones. Doing it again is
harmless: what a killed process left half is done on the next start.
"""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

from .gebruiker import Gebruiker
from .geheimen import bestand_van, maak_wachtwoord, schrijf_eigen
from .mappen import Mappen
from .verbindingen import BEHEERDER, DATABASE, EIGENAAR, LOPER, url

VERSIE = "1"  # raise it when the rights below change; running servers are then set up again
WACHT = 30  # seconds for a connection

Verbinding = psycopg.Connection[tuple[object, ...]]

ROLLEN = {
    LOPER: sql.SQL("LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"),
    # CREATEDB because the owner makes and removes the databases of the tests
    EIGENAAR: sql.SQL("LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS CREATEDB NOCREATEROLE NOREPLICATION"),
}
STANDAARDRECHTEN = (
    sql.SQL("ALTER SCHEMA public OWNER TO {eigenaar}"),
    sql.SQL("REVOKE ALL ON SCHEMA public FROM PUBLIC"),
    sql.SQL("GRANT USAGE ON SCHEMA public TO {loper}"),
    sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} GRANT USAGE ON SCHEMAS TO {loper}"),
    sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {loper}"),
    sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} GRANT USAGE ON SEQUENCES TO {loper}"),
    sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"),
    sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {eigenaar} GRANT EXECUTE ON FUNCTIONS TO {loper}"),
)
TOEGANG = (
    sql.SQL("REVOKE ALL ON DATABASE {database}, template1, postgres FROM PUBLIC"),
    sql.SQL("GRANT CONNECT ON DATABASE {database} TO {loper}"),
    sql.SQL("GRANT CONNECT ON DATABASE postgres TO {eigenaar}"),  # from where a database for tests is made
)
NAMEN = {naam: sql.Identifier(rol) for naam, rol in (("database", DATABASE), ("eigenaar", EIGENAAR), ("loper", LOPER))}


def richt_in(mappen: Mappen, gebruiker: Gebruiker, socketmap: Path) -> None:
    """Make roles, rights and database when that has not been done yet. Raises psycopg.Error and OSError."""
    merk = mappen.data / "voordeur_ingericht"  # in the data folder: it goes where the data go
    if _is_gedaan(mappen, merk):
        return
    with _als_beheerder(mappen, socketmap, "postgres") as verbinding:
        for rol in ROLLEN:
            _zorg_voor_rol(verbinding, rol, maak_wachtwoord(mappen, rol, gebruiker))
    with _als_beheerder(mappen, socketmap, "template1") as verbinding:
        _voer_uit(verbinding, STANDAARDRECHTEN)
    with _als_beheerder(mappen, socketmap, "postgres") as verbinding:
        _zorg_voor_database(verbinding)
        _voer_uit(verbinding, TOEGANG)
    schrijf_eigen(merk, VERSIE + "\n", gebruiker)


def _is_gedaan(mappen: Mappen, merk: Path) -> bool:
    bestanden = [bestand_van(mappen, rol) for rol in ROLLEN]  # a lost password is made and set again
    return all(bestand.exists() for bestand in (merk, *bestanden)) and merk.read_text("utf-8").strip() == VERSIE


def _als_beheerder(mappen: Mappen, socketmap: Path, database: str) -> Verbinding:
    return psycopg.connect(url(mappen, socketmap, BEHEERDER, database), autocommit=True, connect_timeout=WACHT)


def _zorg_voor_rol(verbinding: Verbinding, rol: str, wachtwoord: str) -> None:
    """Send the password as a SCRAM verifier, so that the server never sees it, nor its log."""
    bestaat = verbinding.execute("SELECT FROM pg_roles WHERE rolname = %s", [rol]).fetchone() is not None
    verhaspeld = verbinding.pgconn.encrypt_password(wachtwoord.encode(), rol.encode(), b"scram-sha-256").decode()
    opdracht = sql.SQL("{doe} ROLE {rol} {kenmerken} PASSWORD {wachtwoord}").format(
        doe=sql.SQL("ALTER") if bestaat else sql.SQL("CREATE"),
        rol=sql.Identifier(rol),
        kenmerken=ROLLEN[rol],
        wachtwoord=sql.Literal(verhaspeld),
    )
    verbinding.execute(opdracht)


def _zorg_voor_database(verbinding: Verbinding) -> None:
    if verbinding.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
        _voer_uit(verbinding, (sql.SQL("CREATE DATABASE {database} OWNER {eigenaar}"),))


def _voer_uit(verbinding: Verbinding, opdrachten: tuple[sql.SQL, ...]) -> None:
    for opdracht in opdrachten:
        verbinding.execute(opdracht.format(**NAMEN))
