"""A dump of the database of the tests as an attacker would have it, searched byte by byte."""

from __future__ import annotations

import atexit
import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connections
from psycopg.conninfo import make_conninfo

from voordeur.kern.postgres.gebruiker import kies_gebruiker
from voordeur.kern.postgres.mappen import mappen_onder
from voordeur.kern.postgres.programma import vind_programma

TABELLEN = (
    "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r' AND relnamespace = 'public'::regnamespace"
)


def dump() -> bytes:
    """The whole database in plain text, with the rows of every region."""
    deze = settings.DATABASES["eigenaar"]
    waar = make_conninfo(
        host=deze["HOST"], port=str(deze["PORT"]), user=deze["USER"], password=deze["PASSWORD"], dbname=deze["NAME"]
    )
    met_beveiliging = _zonder_beveiliging()
    try:
        gedaan = subprocess.run([_pg_dump(), "--format=plain", waar], capture_output=True, check=False)
    finally:
        _zet(met_beveiliging, "FORCE")
    assert gedaan.returncode == 0, gedaan.stderr.decode()
    return gedaan.stdout


@cache
def _pg_dump() -> str:
    """The program that comes with the embedded server; for a server of your own the one on the path."""
    if os.environ.get("DATABASE_URL"):
        return "pg_dump"
    map_ = Path(tempfile.mkdtemp(prefix="vd-dump-"))
    map_.chmod(0o755)
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return str(vind_programma(mappen_onder(map_), kies_gebruiker(map_)) / "bin" / "pg_dump")


def _zonder_beveiliging() -> list[str]:
    """The owner reads every row: what a superuser would dump."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(TABELLEN)
        namen = [naam for (naam,) in cursor.fetchall()]
    _zet(namen, "NO FORCE")
    return namen


def _zet(namen: Iterable[str], hoe: str) -> None:
    with connections["eigenaar"].cursor() as cursor:
        for naam in namen:
            cursor.execute(f"ALTER TABLE {naam} {hoe} ROW LEVEL SECURITY")


def vormen(naald: str) -> Iterator[bytes]:
    """How a text may stand in a dump: itself, escaped, with percent signs, in hex, and in base64."""
    ruw = naald.encode()
    yield ruw
    yield naald.encode("unicode_escape")
    yield quote(naald).encode()
    yield ruw.hex().encode()
    for opschuiven in range(3):
        # the middle of the code of a text does not depend on what stands around it
        code = base64.b64encode(b"\0" * opschuiven + ruw).rstrip(b"=")
        binnen = code[(0, 2, 3)[opschuiven] : len(code) - 1]
        if len(binnen) >= 6:
            yield binnen
            yield binnen.hex().encode()


def gevonden(hooiberg: bytes, naalden: Iterable[str]) -> list[str]:
    """Which of the texts can be read somewhere, in any of their forms, whatever their case."""
    laag = hooiberg.lower()
    return [naald for naald in naalden if any(vorm.lower() in laag for vorm in vormen(naald))]


def bestanden(*mappen: str) -> bytes:
    """Everything that stands in these folders, names included."""
    delen = []
    for map_ in mappen:
        for pad in sorted(Path(map_).rglob("*")):
            delen.append(str(pad).encode())
            if pad.is_file():
                delen.append(pad.read_bytes())
    return b"\n".join(delen)
