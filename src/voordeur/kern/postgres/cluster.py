"""A data folder and its server: making, starting and stopping with the programs of PostgreSQL."""

from __future__ import annotations

import secrets
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

from .fouten import UITWEG, GeenServer, laatste_regel
from .gebruiker import Gebruiker
from .geheimen import bestand_van, maak_wachtwoord
from .mappen import SOCKET, Mappen, kies_socketmap
from .proces import Postmaster, levende_postmaster, ruim_op, wacht_tot_klaar
from .programma import HOOFDVERSIE, vind_programma
from .verbindingen import BEHEERDER

WACHT = "120"  # seconds that a start (recovery after a crash) or a stop may take
HALF = "data.half-"
GROOTSTE_LOG = 5_000_000  # bytes; then a new log begins and one old log is kept

INITDB = (
    "--encoding=UTF8",
    "--no-locale",
    "--locale-provider=builtin",  # sorting and case do not depend on the libraries of the machine
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth=scram-sha-256",
)
INSTELLINGEN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",  # statements and details hold facts about people; those stay out of the log
    "log_error_verbosity": "terse",
}


@dataclass(frozen=True)
class Cluster:
    """One data folder and who runs it."""

    mappen: Mappen
    gebruiker: Gebruiker

    def zorg_voor_data(self) -> None:
        """Make the data folder on the first start. Raises GeenServer when it is of another version of PostgreSQL."""
        versie = self.mappen.data / "PG_VERSION"
        if not versie.exists():
            self._initdb()
        gevonden = versie.read_text("utf-8").strip()
        if gevonden != str(HOOFDVERSIE):
            raise GeenServer(
                f"de gegevens in {self.mappen.data} zijn van PostgreSQL {gevonden}, Voordeur draait {HOOFDVERSIE}; "
                f"zet ze over met pg_dump, of {UITWEG}"
            )

    def _initdb(self) -> None:
        """Under another name first, so that a stop halfway leaves no half data folder.

        A new name each time: the initdb of a killed process may still be writing.
        """
        for oud in self.mappen.basis.glob(f"{HALF}*"):
            shutil.rmtree(oud, ignore_errors=True)
        half = self.mappen.basis / f"{HALF}{secrets.token_hex(4)}"
        maak_wachtwoord(self.mappen, BEHEERDER, self.gebruiker)
        wachtwoord = f"--pwfile={bestand_van(self.mappen, BEHEERDER).name}"
        self._voer_uit("initdb", "--pgdata", half.name, "--username", BEHEERDER, wachtwoord, *INITDB)
        half.rename(self.mappen.data)

    def start(self) -> Postmaster:
        """The running server: the one that is there, or a new one. Raises GeenServer."""
        postmaster = wacht_tot_klaar(self.mappen.data)
        if postmaster and not (postmaster.socketmap / SOCKET).exists():
            self.stop()  # its socket was swept away, so nobody can reach it
            postmaster = None
        return postmaster or self._start_nieuw()

    def _start_nieuw(self) -> Postmaster:
        socketmap = kies_socketmap(self.mappen, self.gebruiker)
        ruim_op(self.mappen.data, (socketmap / SOCKET, socketmap / f"{SOCKET}.lock"))
        self._begin_nieuw_log()
        fout = self._pg_ctl("start", "-l", "log", "-o", opties_voor(socketmap))
        postmaster = wacht_tot_klaar(self.mappen.data)  # also when pg_ctl failed: one of a killed process came up
        if postmaster is None:
            raise fout or GeenServer(f"PostgreSQL is meteen weer gestopt; zie {self.mappen.log}")
        return postmaster

    def stop(self) -> bool:
        """Stop the server and break off its connections; false when it did not run. Raises GeenServer."""
        postmaster = levende_postmaster(self.mappen.data)
        if postmaster is None:
            return False
        fout = self._pg_ctl("stop", "-m", "fast")
        if fout and levende_postmaster(self.mappen.data):
            raise fout  # when it is gone it was killed just now: pg_ctl fails on that, but it is what was asked
        return True

    def _pg_ctl(self, *argumenten: str) -> GeenServer | None:
        try:
            self._voer_uit("pg_ctl", *argumenten, "-D", "data", "-w", "-t", WACHT, "-s")
        except GeenServer as fout:
            return fout
        return None

    def _begin_nieuw_log(self) -> None:
        log = self.mappen.log
        if log.exists() and log.stat().st_size > GROOTSTE_LOG:
            log.replace(log.with_suffix(".oud"))

    def _voer_uit(self, naam: str, *argumenten: str) -> None:
        """Run in the folder, with short names: pg_ctl gives paths to a shell, a path may hold anything."""
        programma = vind_programma(self.mappen, self.gebruiker) / "bin" / naam
        uitslag = self.gebruiker.voer_uit([programma, *argumenten], self.mappen.basis)
        if uitslag.returncode:
            raise GeenServer(f"{naam} is mislukt: {self._reden(uitslag.stderr or uitslag.stdout)}")

    def _reden(self, uitvoer: str) -> str:
        """pg_ctl itself only points at the log; then the last line of that says more."""
        if "log output" not in uitvoer:
            return laatste_regel(uitvoer)
        return f"{laatste_regel(self.mappen.log.read_text('utf-8', errors='replace'))} (zie {self.mappen.log})"


def opties_voor(socketmap: Path) -> str:
    """The settings of a server as words for the shell of pg_ctl. The socket folder is a list: quoted as one name."""
    map_ = '"' + str(socketmap).replace('"', '""') + '"'
    alles = INSTELLINGEN | {"unix_socket_directories": map_}
    return " ".join(f"-c {shlex.quote(f'{naam}={waarde}')}" for naam, waarde in alles.items())
