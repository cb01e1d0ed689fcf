"""Which process runs a data folder. A pid file alone is no proof: after a crash the number may be someone else's."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .fouten import GeenServer

PROC = Path("/proc")
WACHT = 30.0  # seconds that processes of a killed server may take to end
WACHT_OP_HERSTEL = 120.0  # seconds that recovery after a crash may take

VRAGEN = 3


@dataclass(frozen=True)
class Postmaster:
    """What the pid file of a running server says; `begin` tells two servers with the same pid apart."""

    pid: int
    begin: str
    socketmap: Path
    klaar: bool


def levende_postmaster(data: Path) -> Postmaster | None:
    """The server that runs this data folder now. Raises OSError when the folder may not be read."""
    postmaster = _lees(data / "postmaster.pid")
    return postmaster if postmaster and _draait(postmaster, data) else None


def wacht_tot_klaar(data: Path) -> Postmaster | None:
    """The running server once it takes connections; None when there is none, or when it was just stopping.

    One that a killed process was starting is recovering or nearly ready. Raises GeenServer when that takes too long.
    """
    eind = time.monotonic() + WACHT_OP_HERSTEL
    while (postmaster := levende_postmaster(data)) and not postmaster.klaar:
        if time.monotonic() > eind:
            raise GeenServer(
                f"de database in {data} (proces {postmaster.pid}) wordt niet klaar; zie {data.parent / 'log'}"
            )
        time.sleep(0.05)
    return postmaster


def ruim_op(data: Path, sloten: tuple[Path, ...]) -> None:
    """Remove the pid file and the locks of a dead server, once its last processes are gone. Raises GeenServer.

    PostgreSQL does so itself, except when the number in them is meanwhile that of another process.
    """
    if not _heeft_proc():
        return  # PostgreSQL itself refuses or cleans up; without /proc we cannot know better
    eind = time.monotonic() + WACHT
    while over := _processen_in(data):
        if time.monotonic() > eind:
            raise GeenServer(f"processen {over} van een gestopte database in {data} blijven draaien; beëindig ze eerst")
        time.sleep(0.05)
    for bestand in (data / "postmaster.pid", *sloten):
        bestand.unlink(missing_ok=True)


def _lees(bestand: Path) -> Postmaster | None:
    try:
        regels = bestand.read_text("utf-8", errors="surrogateescape").splitlines()
    except FileNotFoundError:
        return None
    pid, _, begin, _, socketmap, _, _, stand = [regel.strip() for regel in regels + [""] * 8][:8]
    return Postmaster(int(pid), begin, Path(socketmap), stand == "ready") if pid.isdecimal() else None


def _draait(postmaster: Postmaster, data: Path) -> bool:
    """The process lives and is a server of this folder: PostgreSQL makes its data folder the working folder.

    Without /proc (macOS) the socket folder among its arguments tells: it belongs to one data folder.
    """
    if _heeft_proc():
        return _werkmap(str(postmaster.pid)) == data
    opdracht = _opdrachtregel(postmaster.pid)
    return "postgres" in opdracht and str(postmaster.socketmap) in opdracht


def _opdrachtregel(pid: int) -> str:
    """What a process was started with; empty when there is none. A busy machine may answer late, so ask again."""
    for _ in range(VRAGEN):
        antwoord = subprocess.run(  # noqa: S603 - fixed program, a number as argument
            ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        if antwoord.stdout.strip():
            return antwoord.stdout
        time.sleep(0.05)
    return ""


def _heeft_proc() -> bool:
    return (PROC / "self" / "cwd").exists()


def _werkmap(pid: str) -> Path | None:
    try:
        return Path(os.readlink(PROC / pid / "cwd"))
    except OSError:
        return None


def _processen_in(data: Path) -> list[int]:
    return [int(map_.name) for map_ in PROC.iterdir() if map_.name.isdecimal() and _werkmap(map_.name) == data]
