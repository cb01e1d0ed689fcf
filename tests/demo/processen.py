"""Running Voordeur as a process of its own, and looking at what it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from voordeur.cli.dienst.sleutelbos import nieuwe_sleutels
from voordeur.kern.postgres import status

START = [sys.executable, "-c", "from voordeur.cli.hoofd import main; main()"]
GEDULD = 90.0  # seconds: the machine may be busy
# a stop is quick, but never shorter than what a busy machine needs
STOPTIJD = 20.0


def vrije_poort() -> int:
    with socket.socket() as kanaal:
        kanaal.bind(("127.0.0.1", 0))
        return int(kanaal.getsockname()[1])


def omgeving(var: Path, **anders: str) -> dict[str, str]:
    """The environment of a service of its own: no database but its own, keys, the code that is tested."""
    weg = ("DATABASE_", "VOORDEUR_", "PG", "MAKE", "MFLAGS", "POORT", "DJANGO_")
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(weg)}
    pad = os.pathsep.join(filter(None, sys.path))
    return {**schoon, "VOORDEUR_VAR": str(var), "PYTHONPATH": pad, **nieuwe_sleutels(), **anders}


@dataclass
class Dienst:
    """A running service."""

    proces: subprocess.Popen[bytes]
    var: Path
    poort: int
    uitvoer: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.poort}/"

    def gezond(self) -> bool:
        with suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{self.url}gezond", timeout=5).close()
            return True
        return False

    def wacht_tot_gezond(self) -> None:
        wacht_tot(lambda: self.gezond() or self._mislukt())

    def wacht_tot_klaar(self) -> None:
        """Until it says so itself: then it watches over its parts too."""
        wacht_tot(lambda: "draait op" in self.tekst() or self._mislukt())

    def _mislukt(self) -> bool:
        if self.proces.poll() is not None:
            pytest.fail(f"ended with {self.proces.returncode}: {self.tekst()}")
        return False

    def tekst(self) -> str:
        return self.uitvoer.read_text("utf-8", errors="replace")

    def kind(self, naam: str) -> int:
        """The process id of a part."""
        return next(pid for pid in kinderen_van(self.var) if f" {naam}" in _opdracht(pid))

    def stop(self, signaal: signal.Signals) -> int:
        """Send a signal and wait; the exit code."""
        self.proces.send_signal(signaal)
        return self.proces.wait(STOPTIJD)


def _opdracht(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    return ""


def _omgeving_van(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/environ").read_bytes()
    return b""


def kinderen_van(var: Path) -> list[int]:
    """Every process of ours that runs with this folder, in order; PostgreSQL is asked after by `status`."""
    merk = f"VOORDEUR_VAR={var}".encode()
    pids = [int(map_.name) for map_ in Path("/proc").iterdir() if map_.name.isdecimal()]
    met = sorted(pid for pid in pids if pid != os.getpid() and merk in _omgeving_van(pid).split(b"\0"))
    return [pid for pid in met if "postgres" not in _opdracht(pid).partition(" ")[0]]


def niets_draait(var: Path) -> bool:
    return not kinderen_van(var) and status(var) is None


def wacht_tot(klopt: Callable[[], bool], seconden: float = GEDULD) -> None:
    einde = time.monotonic() + seconden
    while not klopt():
        assert time.monotonic() < einde, "does not happen"
        time.sleep(0.05)


@contextmanager
def gestart(
    var: Path, opdracht: Sequence[str], namen: Mapping[str, str], poort: int | None = None, cwd: Path | None = None
) -> Iterator[Dienst]:
    """Start a service in a process group of its own, and end whatever is left of it at the end."""
    poort = poort or vrije_poort()
    uitvoer = var.with_name(f"{var.name}-{poort}.uit")
    with uitvoer.open("wb") as naar:
        proces = subprocess.Popen(
            [*opdracht], env={**namen, "POORT": str(poort)}, stdout=naar, stderr=naar, start_new_session=True, cwd=cwd
        )
    try:
        yield Dienst(proces, var, poort, uitvoer)
    finally:
        if proces.poll() is None:
            proces.terminate()
            with suppress(subprocess.TimeoutExpired):
                proces.wait(STOPTIJD)
        for pid in kinderen_van(var):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        proces.wait(STOPTIJD)
