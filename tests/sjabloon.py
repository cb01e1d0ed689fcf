"""A database that is made and migrated once in a run; whoever needs one of its own begins with a copy of it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from voordeur.kern.postgres import GeenServer, ingebedde_server, stop

# where all processes of this run find each other
PLEK = "VOORDEUR_TOETSPLEK"
MIGREER = "import django; django.setup(); from voordeur.cli.dienst.voorbereiding import migreer_alles; migreer_alles()"


def maak_plek() -> Path | None:
    """The place of this run, made by the process that starts it; None in the processes that it starts."""
    if PLEK in os.environ:
        return None
    plek = _nieuwe_map()
    os.environ[PLEK] = str(plek)
    return plek


def _nieuwe_map() -> Path:
    """Those of pytest are closed to the user that a server runs as under root."""
    map_ = Path(tempfile.mkdtemp(prefix="vd-")).resolve()
    map_.chmod(0o755)
    return map_


@contextmanager
def tijdelijke_map() -> Iterator[Path]:
    """A folder where servers may stand; they are stopped at the end."""
    map_ = _nieuwe_map()
    try:
        yield map_
    finally:
        ruim_op(map_)


def eenmaal(naam: str, maak: Callable[[Path], None]) -> Path:
    """What all processes of this run share: made by the first that asks for it."""
    plek = Path(os.environ[PLEK])
    with (plek / f"{naam}.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not (plek / f"{naam}.klaar").exists():
            maak(plek / naam)
            (plek / f"{naam}.klaar").touch()
    return plek / naam


def gemigreerde_kopie(var: Path) -> Path:
    """Put a migrated database, of a server that is stopped, in this folder."""
    bron = eenmaal("var", _maak)
    var.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", str(bron), str(var)], check=True)
    return var


def _maak(var: Path) -> None:
    with ingebedde_server(var) as server:
        namen = os.environ | {
            "DATABASE_URL": server.loper,
            "DATABASE_OWNER_URL": server.eigenaar,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        subprocess.run([sys.executable, "-c", MIGREER], env=namen, check=True, timeout=600)


def ruim_op(map_: Path) -> None:
    """Stop the servers in a folder and remove it."""
    for data in map_.rglob("postgres/data"):
        with suppress(GeenServer):
            stop(data.parents[1])
    shutil.rmtree(map_, ignore_errors=True)
