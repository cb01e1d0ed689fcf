"""Children of the service: started in a session of their own, started again when they fall, always stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from .fouten import KindBlijftStoppen

STOPTIJD = 6.0  # seconds that a child may take to end
GEZOND = 20.0  # seconds after which a child counts as one that runs
HOOGSTENS = 5  # starts in a row that ended sooner than that
LANGSTE_PAUZE = 10.0


@dataclass
class Kind:
    """One part of the service, and how its starts went."""

    naam: str
    delen: Sequence[str]
    omgeving: Mapping[str, str] = field(repr=False)
    grepen: Sequence[int] = ()
    proces: subprocess.Popen[bytes] | None = None
    begonnen: float = 0.0
    mislukt: int = 0
    pauze_tot: float = 0.0

    def start(self) -> None:
        """In a session of its own: Ctrl-C reaches only the one that watches. Its input closes when that one is gone."""
        self.begonnen = time.monotonic()
        self.proces = subprocess.Popen(  # noqa: S603 - this Python and a module of ours
            # -P: no module is taken from the folder that somebody happens to stand in
            [sys.executable, "-P", "-m", "voordeur.cli.dienst.kind", *self.delen],
            env=dict(self.omgeving),
            stdin=subprocess.PIPE,
            pass_fds=tuple(self.grepen),
            start_new_session=True,
        )

    def kijk(self) -> None:
        """Start it again when it fell. Raises KindBlijftStoppen when that helps nothing."""
        if self.proces is None:
            if time.monotonic() >= self.pauze_tot:
                self.start()
            return
        code = self.proces.poll()
        if code is None:
            return
        self._sluit()
        self.mislukt = 1 if time.monotonic() - self.begonnen > GEZOND else self.mislukt + 1
        if self.mislukt >= HOOGSTENS:
            raise KindBlijftStoppen(self.naam, code)
        zeg(f"{self.naam} is gestopt (uitgangscode {code}) en wordt opnieuw gestart")
        self.pauze_tot = time.monotonic() + min(2.0 ** (self.mislukt - 1) - 1, LANGSTE_PAUZE)

    def wacht(self) -> int:
        """The exit code of a child that does one thing."""
        assert self.proces is not None
        code = self.proces.wait()
        self._sluit()
        return code

    def vraag_te_stoppen(self) -> None:
        if self.proces is not None:
            with suppress(ProcessLookupError):
                self.proces.send_signal(signal.SIGTERM)

    def stop(self, eind: float) -> None:
        """Wait until it has ended; what does not end in time is killed with all that it started."""
        if self.proces is None:
            return
        try:
            self.proces.wait(max(0.0, eind - time.monotonic()))
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(self.proces.pid, signal.SIGKILL)
            self.proces.wait()
        self._sluit()

    def _sluit(self) -> None:
        if self.proces is not None and self.proces.stdin is not None:
            self.proces.stdin.close()
        self.proces = None


class Kinderen:
    """The children of one service; leaving the block stops every one of them."""

    def __init__(self) -> None:
        self._alle: list[Kind] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for kind in self._alle:
            kind.vraag_te_stoppen()
        eind = time.monotonic() + STOPTIJD
        for kind in self._alle:
            kind.stop(eind)

    def start(self, kind: Kind) -> Kind:
        """Start a child that is to keep running, or to do one thing."""
        self._alle.append(kind)
        kind.start()
        return kind

    def kijk(self) -> None:
        """Start again what fell. Raises KindBlijftStoppen."""
        for kind in self._alle:
            kind.kijk()

    def klaar(self, kind: Kind) -> int:
        """Wait for a child that does one thing; it is no longer looked after."""
        code = kind.wacht()
        self._alle.remove(kind)
        return code


def zeg(regel: str) -> None:
    """One line for whoever keeps the log: standard error, so that standard output holds the answer only."""
    with suppress(OSError):
        os.write(sys.stderr.fileno(), f"voordeur: {regel}\n".encode())
