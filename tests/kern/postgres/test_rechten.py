"""The two roles: the owner makes, the running role works, and cannot get around row-level security."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.kern.postgres.hulp import vraag
from tests.sjabloon import tijdelijke_map
from voordeur.kern.postgres import Verbindingen, ingebedde_server

pytestmark = pytest.mark.traag

AFGESCHERMD = """
CREATE SCHEMA IF NOT EXISTS deel;
CREATE TABLE dossier (id bigint GENERATED ALWAYS AS IDENTITY, regio int);
CREATE TABLE deel.taak (id bigserial, tekst text);
INSERT INTO dossier (regio) VALUES (1), (2);
ALTER TABLE dossier ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
CREATE POLICY eigen ON dossier USING (regio = current_setting('app.regio')::int);
CREATE FUNCTION optellen(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b';
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Verbindingen]:
    with tijdelijke_map() as map_, ingebedde_server(map_) as server:
        vraag(server.eigenaar, AFGESCHERMD)
        yield server


def test_the_roles_can_do_no_more_than_they_must(server: Verbindingen) -> None:
    rollen = vraag(
        server.loper,
        "SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolcreaterole, rolreplication "
        "FROM pg_roles WHERE rolname IN ('voordeur', 'voordeur_eigenaar') ORDER BY 1",
    )
    assert rollen == [
        ("voordeur", True, False, False, False, False, False, False),
        ("voordeur_eigenaar", True, False, False, False, True, False, False),
    ]
    assert vraag(server.loper, "SELECT * FROM pg_auth_members WHERE member::regrole::text LIKE 'voordeur%'") == []


def test_the_owner_owns_the_database_and_the_schema_and_the_running_role_owns_nothing(server: Verbindingen) -> None:
    eigenaren = vraag(
        server.loper,
        "SELECT (SELECT datdba::regrole::text FROM pg_database WHERE datname = current_database()), "
        "(SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'public')",
    )
    assert eigenaren == [("voordeur_eigenaar", "voordeur_eigenaar")]
    bezit = "SELECT 1 FROM pg_shdepend WHERE refobjid = 'voordeur'::regrole AND deptype = 'o'"
    assert vraag(server.loper, bezit) == []


@pytest.mark.parametrize(
    "opdracht",
    [
        "CREATE TABLE eigen (id int)",
        "CREATE TEMP TABLE eigen (id int)",
        "CREATE SCHEMA eigen",
        "CREATE TABLE deel.eigen (id int)",
        "CREATE FUNCTION eigen() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE DATABASE eigen",
        "CREATE ROLE eigen",
        "ALTER TABLE dossier DISABLE ROW LEVEL SECURITY",
        "DROP POLICY eigen ON dossier",
        "TRUNCATE dossier",
        "ALTER ROLE voordeur BYPASSRLS",
        "SET ROLE voordeur_eigenaar",
        "SET SESSION AUTHORIZATION voordeur_eigenaar",
        "SELECT pg_read_file('postgresql.conf')",
        "COPY dossier TO PROGRAM 'cat'",
        "SELECT setval('deel.taak_id_seq', 1)",
    ],
)
def test_the_running_role_is_refused(server: Verbindingen, opdracht: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        vraag(server.loper, opdracht)


def test_the_running_role_reads_and_writes_what_the_owner_made(server: Verbindingen) -> None:
    with psycopg.connect(server.loper) as verbinding:
        verbinding.execute("INSERT INTO deel.taak (tekst) VALUES ('een'), ('twee')")
        verbinding.execute("UPDATE deel.taak SET tekst = 'drie' WHERE tekst = 'een'")
        verbinding.execute("DELETE FROM deel.taak WHERE tekst = 'twee'")
        assert verbinding.execute("SELECT tekst, optellen(1, 2) FROM deel.taak").fetchall() == [("drie", 3)]


def test_the_running_role_sees_only_rows_that_a_policy_lets_through(server: Verbindingen) -> None:
    with psycopg.connect(server.loper) as verbinding:
        verbinding.execute("SET LOCAL app.regio = 2")
        assert verbinding.execute("SELECT regio FROM dossier").fetchall() == [(2,)]
        with pytest.raises(InsufficientPrivilege, match="row-level security"):
            verbinding.execute("INSERT INTO dossier (regio) VALUES (1)")
    with psycopg.connect(server.loper) as verbinding, pytest.raises(InsufficientPrivilege, match="row-level"):
        verbinding.execute("SET LOCAL row_security = off")
        verbinding.execute("SELECT * FROM dossier")


def test_without_a_setting_a_policy_is_loud(server: Verbindingen) -> None:
    with pytest.raises(psycopg.errors.UndefinedObject, match=r"app\.regio"):
        vraag(server.loper, "SELECT * FROM dossier")


def test_the_running_role_has_no_other_database(server: Verbindingen) -> None:
    for naam in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            vraag(server.loper.replace("/voordeur?", f"/{naam}?"), "SELECT 1")


def test_a_database_that_the_owner_makes_for_tests_has_the_same_rights(server: Verbindingen) -> None:
    vraag(server.eigenaar.replace("/voordeur?", "/postgres?"), "CREATE DATABASE test_voordeur")
    eigenaar, loper = (url.replace("/voordeur?", "/test_voordeur?") for url in (server.eigenaar, server.loper))
    vraag(eigenaar, AFGESCHERMD)
    assert vraag(loper, "INSERT INTO deel.taak (tekst) VALUES ('een') RETURNING id, optellen(2, 2)") == [(1, 4)]
    with pytest.raises(InsufficientPrivilege):
        vraag(loper, "CREATE TABLE eigen (id int)")
    vraag(server.eigenaar, "DROP DATABASE test_voordeur")


def test_what_people_wrote_does_not_come_into_the_log(var: Path) -> None:
    with ingebedde_server(var) as server:
        vraag(server.eigenaar, "CREATE TABLE bsn (nummer text UNIQUE, jaar int)")
        vraag(server.loper, "INSERT INTO bsn VALUES ('geheim-1')")
        with pytest.raises(psycopg.errors.UniqueViolation, match="geheim-1"):
            vraag(server.loper, "INSERT INTO bsn VALUES ('geheim-1')")
        with pytest.raises(psycopg.errors.UndefinedFunction):
            vraag(server.loper, "SELECT onbekend('geheim-2')")
    log = (var / "postgres" / "log").read_text()
    assert "duplicate key" in log
    assert "geheim" not in log
