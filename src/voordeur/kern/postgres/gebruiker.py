"""The user that runs the server: never root, because PostgreSQL refuses that and rightly so."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .fouten import EIGEN_SERVER, UITWEG, GeenServer

VOOR_ROOT = ("postgres", "nobody")
LANGSTE_DUUR = 300  # seconds for one program; initdb on a slow disk is the longest


@dataclass(frozen=True)
class Gebruiker:
    """A user of the machine that programs of the server run as."""

    naam: str
    uid: int
    gid: int

    def voer_uit(self, opdracht: Sequence[str | Path], in_map: Path) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, away from the terminal so that Ctrl-C does not reach it. Raises GeenServer."""
        try:
            return subprocess.run(  # noqa: S603 - fixed programs, no shell
                opdracht,
                cwd=in_map,
                env=_omgeving(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=LANGSTE_DUUR,
                start_new_session=True,
                umask=0o077,
                check=False,
                **self._rechten(),
            )
        except (OSError, subprocess.TimeoutExpired) as fout:
            raise GeenServer(f"{Path(opdracht[0]).name} werkt niet als gebruiker {self.naam}: {fout}") from fout

    def _rechten(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if os.geteuid() == 0 else {}

    def kan_in(self, map_: Path) -> bool:
        """This user can enter the folder by its full path and write there."""
        return self.lukt('cd -- "$1" && test -w .', map_)

    def kan_draaien(self, programma: Path) -> bool:
        """This user can run and read the programs of PostgreSQL in this folder."""
        return self.lukt('cd -- "$1" && test -r share/postgresql/postgres.bki && bin/postgres --version', programma)

    def lukt(self, vraag: str, map_: Path) -> bool:
        """A line for the shell, with the folder as `$1`, succeeds as this user. The only true test of rights."""
        return self.voer_uit(["/bin/sh", "-c", vraag, "sh", map_], Path("/")).returncode == 0


def kies_gebruiker(basis: Path) -> Gebruiker:
    """Ourselves; as root the owner of the data, or else `postgres` or `nobody`. Raises GeenServer."""
    ik, eigenaar = os.geteuid(), _eigenaar(basis)
    if ik == 0:
        return gebruiker_met(eigenaar) if eigenaar else _voor_root()
    if eigenaar not in (None, ik):
        raise GeenServer(
            f"de map {basis} is van een andere gebruiker ({eigenaar}); start als die gebruiker, of {UITWEG}"
        )
    return gebruiker_met(ik)


def _voor_root() -> Gebruiker:
    for naam in VOOR_ROOT:
        try:
            return _gebruiker(pwd.getpwnam(naam))
        except KeyError:
            continue
    raise GeenServer(
        f"PostgreSQL draait niet als root, en een gebruiker {VOOR_ROOT[0]} is er niet; maak die, of {EIGEN_SERVER}"
    )


def gebruiker_met(uid: int) -> Gebruiker:
    """The user with this number. Raises GeenServer when it has no name, because initdb needs one."""
    try:
        return _gebruiker(pwd.getpwuid(uid))
    except KeyError:
        raise GeenServer(f"gebruiker {uid} heeft geen naam in /etc/passwd; maak die, of {EIGEN_SERVER}") from None


def _gebruiker(regel: pwd.struct_passwd) -> Gebruiker:
    return Gebruiker(regel.pw_name, regel.pw_uid, regel.pw_gid)


def _eigenaar(basis: Path) -> int | None:
    try:
        return basis.lstat().st_uid
    except FileNotFoundError:
        return None


def _omgeving() -> dict[str, str]:
    """Our environment without what steers PostgreSQL or its language: the same server on every machine."""
    kaal = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("PG", "LC_", "LANG"))}
    return kaal | {"LC_ALL": "C"}
