"""Where the files of a server stand: all below `postgres/` of one folder, and the folder of its socket."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .fouten import UITWEG, GeenServer, onbereikbaar
from .gebruiker import Gebruiker

SOCKET = ".s.PGSQL.5432"
LANGSTE_SOCKET = 103  # bytes; Linux takes 107, macOS 103
EIGEN_MAP = stat.S_IFDIR | 0o700


@dataclass(frozen=True)
class Mappen:
    """The names of files and folders; `basis` holds all and belongs to the user that runs the server."""

    basis: Path

    @property
    def data(self) -> Path:
        return self.basis / "data"

    @property
    def log(self) -> Path:
        return self.basis / "log"


def mappen_onder(map_: Path) -> Mappen:
    """The names for a folder, without links: a running server is recognised by its real folder."""
    return Mappen(Path(os.path.realpath(map_ / "postgres")))


def var_map() -> Path:
    """The folder for all that changes: VOORDEUR_VAR, or `var/` of the checkout, or of the working folder."""
    if gekozen := os.environ.get("VOORDEUR_VAR"):
        return Path(gekozen).absolute()
    checkout = Path(__file__).resolve().parents[4]
    return (checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()) / "var"


def maak_mappen(mappen: Mappen, gebruiker: Gebruiker) -> None:
    """Make what is missing and give it to the user. Raises GeenServer when that user cannot enter.

    Only folders made here get an owner and rights; those above stay as they are. After a refusal no `basis` is left.
    """
    var = mappen.basis.parent
    if not var.exists():
        var.mkdir(parents=True)
        var.chmod(0o711)  # the user of the server passes through, whatever the umask says
    nieuw = not mappen.basis.exists()
    if nieuw:
        mappen.basis.mkdir(mode=0o700)
    if mappen.basis.lstat().st_uid != gebruiker.uid:
        os.chown(mappen.basis, gebruiker.uid, gebruiker.gid, follow_symlinks=False)
    if not gebruiker.kan_in(mappen.basis):
        if nieuw:
            mappen.basis.rmdir()
        raise onbereikbaar(mappen.basis, gebruiker.naam)


def kies_socketmap(mappen: Mappen, gebruiker: Gebruiker) -> Path:
    """The folder of the data, or else a folder of this checkout below the temp dir. Raises GeenServer."""
    if _draagt_socket(mappen.basis):
        return mappen.basis
    for map_ in _tijdelijke(mappen.basis):
        if _past(map_) and _maak_eigen(map_, gebruiker):
            return map_
    raise GeenServer(
        f"in {mappen.basis} past geen socket (is het pad te lang?), en in de tijdelijke map ook niet; {UITWEG}"
    )


def _tijdelijke(basis: Path) -> Iterator[Path]:
    naam = f"voordeur-{sha256(os.fsencode(basis)).hexdigest()[:16]}"
    for boven in dict.fromkeys((tempfile.gettempdir(), "/tmp")):  # noqa: S108 - own, 0700  # nosec B108
        yield Path(boven) / naam


def _past(map_: Path) -> bool:
    """Short enough, and without a comma: libpq takes what is between commas for several hosts."""
    return "," not in str(map_) and len(os.fsencode(map_ / SOCKET)) <= LANGSTE_SOCKET


def _draagt_socket(map_: Path) -> bool:
    """The path is short enough and the file system takes a socket: a drive of Windows often does not."""
    proef = map_ / ".s.proef"
    if not _past(map_):
        return False
    with socket.socket(socket.AF_UNIX) as kanaal:
        try:
            proef.unlink(missing_ok=True)
            kanaal.bind(os.fsencode(proef))
        except OSError:
            return False
    proef.unlink()
    return True


def _maak_eigen(map_: Path, gebruiker: Gebruiker) -> bool:
    """Make the folder as that user; one that was there must be a real folder of that user alone."""
    gebruiker.lukt('mkdir -m 700 -- "$1" 2>/dev/null', map_)
    try:
        staat = map_.lstat()
    except OSError:
        return False
    return staat.st_uid == gebruiker.uid and staat.st_mode == EIGEN_MAP
