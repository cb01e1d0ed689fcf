"""What the tests of the server share: folders, processes that use a server, and looking at processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psycopg
import pytest

import voordeur

BRON = str(Path(voordeur.__file__).parents[1])
WACHT = 20  # seconds
alleen_als_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")

GEBRUIK = """
import signal, sys
from pathlib import Path
import psycopg
from voordeur.kern.postgres import ingebedde_server, status
signal.signal(signal.SIGINT, signal.default_int_handler)
with ingebedde_server(Path(sys.argv[1])):
    print(status(Path(sys.argv[1])), flush=True)
    sys.stdin.read()
"""


@contextmanager
def gebruiker_van(var: Path, code: str = GEBRUIK) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Another process that uses the server of this folder, with the process id of that server."""
    opdracht = [sys.executable, "-c", code, str(var)]
    omgeving = os.environ | {"PYTHONPATH": os.pathsep.join([BRON, *filter(None, sys.path)])}
    with subprocess.Popen(
        opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=omgeving
    ) as proces:
        try:
            yield proces, int(_regel(proces.stdout) or _faal(proces))
        finally:
            proces.kill()


def _regel(stroom: IO[str] | None) -> str:
    assert stroom is not None
    return stroom.readline().strip()


def _faal(proces: subprocess.Popen[str]) -> str:
    pytest.fail(proces.communicate()[1])


def draait(pid: int) -> bool:
    """The process is there and is no zombie."""
    return Path(f"/proc/{pid}/exe").is_symlink() and _werkmap(pid) is not None


def _werkmap(pid: int) -> str | None:
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return None


def wacht_tot(vraag: Callable[[], bool]) -> None:
    eind = time.monotonic() + WACHT
    while not vraag():
        assert time.monotonic() < eind, "does not happen"
        time.sleep(0.02)


def vraag(url: str, opdracht: str) -> list[tuple[object, ...]]:
    """The rows of a statement; none when it has no answer."""
    with psycopg.connect(url, autocommit=True) as verbinding:
        antwoord = verbinding.execute(opdracht)
        return antwoord.fetchall() if antwoord.description else []
