"""Starting and stopping: what is made, what stays, and what a second start finds."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psycopg
import pytest

from tests.kern.postgres.hulp import draait, vraag
from voordeur.kern.postgres import GeenServer, ingebedde_server, start, status, stop
from voordeur.kern.postgres.mappen import var_map

pytestmark = pytest.mark.traag


def test_a_server_runs_inside_the_block_and_not_after_it(leeg: Path) -> None:
    with ingebedde_server(leeg) as server:
        pid = status(leeg)
        assert pid is not None
        assert draait(pid)
        assert vraag(server.loper, "SELECT current_user, current_database()") == [("voordeur", "voordeur")]
        assert vraag(server.eigenaar, "SELECT current_user") == [("voordeur_eigenaar",)]
    assert status(leeg) is None
    assert not draait(pid)


def test_data_and_addresses_are_kept_over_a_stop(var: Path) -> None:
    with ingebedde_server(var) as eerst:
        vraag(eerst.eigenaar, "CREATE TABLE brief (tekst text)")
        vraag(eerst.loper, "INSERT INTO brief VALUES ('één')")
    with ingebedde_server(var) as daarna:
        assert daarna == eerst
        assert vraag(daarna.loper, "SELECT * FROM brief") == [("één",)]


def test_the_server_is_made_as_agreed(leeg: Path) -> None:
    with ingebedde_server(leeg) as server:
        namen = ["server_encoding", "data_checksums", "listen_addresses", "password_encryption", "TimeZone", "fsync"]
        waarden = [vraag(server.loper, f"SHOW {naam}")[0][0] for naam in namen]
        sortering = vraag(server.loper, "SELECT upper('é'), 'Z' < 'a', 'é' > 'z'")
    assert waarden == ["UTF8", "on", "", "scram-sha-256", "UTC", "on"]
    assert sortering == [("É", True, True)]


def test_passwords_stand_in_files_that_only_the_user_of_the_server_reads(var: Path) -> None:
    with ingebedde_server(var) as server:
        basis = var / "postgres"
        bestanden = sorted(basis.glob("*.wachtwoord"))
        assert [bestand.stem for bestand in bestanden] == ["voordeur", "voordeur_beheer", "voordeur_eigenaar"]
        assert {oct(pad.stat().st_mode & 0o777) for pad in bestanden} == {"0o600"}
        assert {oct(pad.stat().st_mode & 0o777) for pad in (basis, basis / "data")} == {"0o700"}
        woorden = [bestand.read_text().strip() for bestand in bestanden]
        assert len(set(woorden)) == 3
        assert not any(woord in repr(server) or woord in (basis / "log").read_text() for woord in woorden)


def test_a_wrong_password_is_refused(var: Path) -> None:
    with ingebedde_server(var) as server:
        fout = server.loper.replace((var / "postgres" / "voordeur.wachtwoord").read_text().strip(), "anders")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            vraag(fout, "SELECT 1")


def test_a_lost_password_is_made_again(var: Path) -> None:
    with ingebedde_server(var) as eerst:
        pass
    (var / "postgres" / "voordeur.wachtwoord").unlink()
    with ingebedde_server(var) as daarna:
        assert daarna.loper != eerst.loper
        assert vraag(daarna.loper, "SELECT 1") == [(1,)]


def test_a_started_server_stays_until_it_is_stopped(leeg: Path) -> None:
    assert status(leeg) is None
    assert stop(leeg) is False
    assert not leeg.exists()
    server = start(leeg)
    pid = status(leeg)
    with ingebedde_server(leeg) as zelfde:
        assert zelfde == server == start(leeg)
    assert status(leeg) == pid
    assert stop(leeg) is True
    assert status(leeg) is None
    assert stop(leeg) is False


def test_a_server_after_a_started_one_has_crashed_does_not_stay(var: Path) -> None:
    start(var)
    os.kill(status(var) or 0, signal.SIGKILL)
    with ingebedde_server(var):
        pass
    assert status(var) is None


def test_the_last_user_stops_the_server(var: Path) -> None:
    with ingebedde_server(var):
        with ingebedde_server(var) as binnen:
            pid = status(var)
        assert vraag(binnen.loper, "SELECT 1") == [(1,)]
        assert status(var) == pid
    assert status(var) is None


def test_a_stop_during_use_is_no_fault_afterwards(var: Path) -> None:
    with ingebedde_server(var):
        assert stop(var) is True
    assert status(var) is None


def test_data_of_another_version_are_refused_with_what_to_do(var: Path) -> None:
    with ingebedde_server(var):
        pass
    (var / "postgres" / "data" / "PG_VERSION").write_text("16\n")
    with pytest.raises(GeenServer, match=r"PostgreSQL 16, Voordeur draait 18; .*VOORDEUR_VAR=/pad") as fout:
        start(var)
    assert "\n" not in str(fout.value)


def test_a_server_that_does_not_start_says_why_in_one_line(var: Path) -> None:
    with ingebedde_server(var):
        pass
    with (var / "postgres" / "data" / "postgresql.conf").open("a") as bestand:
        bestand.write("onzin = 1\n")
    with pytest.raises(GeenServer, match=r"pg_ctl is mislukt: .*(onzin|contains errors)") as fout:
        start(var)
    assert "\n" not in str(fout.value)
    assert status(var) is None


def test_what_a_killed_first_start_left_half_is_made_again(var: Path) -> None:
    half = var / "postgres" / "data.half-0"
    with ingebedde_server(var):
        pass
    (var / "postgres" / "data").rename(half)
    with ingebedde_server(var) as server:
        assert vraag(server.loper, "SELECT 1") == [(1,)]
    assert not half.exists()


def test_the_folder_is_that_of_the_environment_or_of_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOORDEUR_VAR", "/ergens/anders")
    assert var_map() == Path("/ergens/anders")
    monkeypatch.delenv("VOORDEUR_VAR")
    assert (var_map().parent / "pyproject.toml").is_file()
    assert var_map().name == "var"
