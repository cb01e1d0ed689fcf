"""The oldest PostgreSQL that is promised: the migrations run on 15 too, and the guards work there."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

PROGRAMMAS = Path(os.environ.get("VOORDEUR_POSTGRES15", "/usr/lib/postgresql/15/bin"))

pytestmark = [
    pytest.mark.traag,
    pytest.mark.skipif(
        not (PROGRAMMAS / "initdb").exists(),
        reason="PostgreSQL 15 is not here: apt-get install postgresql-15, or name its programs in VOORDEUR_POSTGRES15",
    ),
]


@pytest.fixture
def vijftien() -> Iterator[str]:
    """A bare server of PostgreSQL 15 with the two roles, as an administrator sets it up. Gives its socket folder."""
    map_ = Path(tempfile.mkdtemp(prefix="vd15-"))
    gebruiker = "postgres" if os.geteuid() == 0 else None
    if gebruiker:
        os.chown(map_, pwd.getpwnam(gebruiker).pw_uid, -1)
    data = str(map_ / "data")

    def draai(programma: str, *delen: str) -> None:
        opdracht = [str(PROGRAMMAS / programma), *delen]
        subprocess.run(opdracht, check=True, capture_output=True, user=gebruiker, cwd=map_)

    draai("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale")
    draai("pg_ctl", "-D", data, "-w", "-l", str(map_ / "log"), "-o", f"-k {map_} -c listen_addresses=", "start")
    try:
        with psycopg.connect(host=str(map_), user="postgres", dbname="postgres", autocommit=True) as beheer:
            beheer.execute("CREATE ROLE voordeur_eigenaar LOGIN")
            beheer.execute("CREATE ROLE voordeur LOGIN")
            beheer.execute("CREATE DATABASE voordeur OWNER voordeur_eigenaar")
        yield str(map_)
    finally:
        draai("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(map_, ignore_errors=True)


def test_the_migrations_run_and_the_guard_holds(vijftien: str) -> None:
    url = {rol: make_conninfo(host=vijftien, dbname="voordeur", user=rol) for rol in ("voordeur", "voordeur_eigenaar")}
    omgeving = os.environ | {
        "DATABASE_URL": url["voordeur"],
        "DATABASE_OWNER_URL": url["voordeur_eigenaar"],
        "DJANGO_SETTINGS_MODULE": "voordeur.web.settings",
        "VOORDEUR_SLEUTEL": "x",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    migreer = [sys.executable, "-m", "django", "migrate", "--database", "eigenaar", "--verbosity", "0"]
    subprocess.run(migreer, check=True, env=omgeving, timeout=120)
    with psycopg.connect(url["voordeur"]) as loper:
        versie = loper.execute("SHOW server_version_num").fetchone()
        loper.execute("INSERT INTO kern_regio (id, naam, regeling) VALUES ('proef', 'Proef', '')")
        loper.execute("SELECT set_config('voordeur.regio', 'proef', true)")
        loper.execute(
            "INSERT INTO kern_college (regio_id, code, naam, centrum, adres, telefoon) "
            "VALUES ('proef', '0001', 'x', true, '', '')"
        )
        loper.execute("SELECT set_config('voordeur.regio', '', true)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="geen actor"):
            loper.execute("SELECT * FROM kern_college")
    assert versie is not None
    assert 150000 <= int(versie[0]) < 160000
