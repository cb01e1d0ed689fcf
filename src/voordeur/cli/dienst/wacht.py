"""The one that watches: it opens the port, prepares, starts the parts, and stops all of it."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from .fouten import DatabaseWeg, VoorbereidingMislukt
from .kinderen import Kind, Kinderen
from .omgeving import Omgeving
from .sleutelbos import eis_sleutels

TEL = 0.2  # seconds between two looks
KIJK_NAAR_DATABASE = 2.0
WACHT_OP_START = 60.0


@dataclass(frozen=True)
class Adres:
    """Where the web door listens."""

    host: str
    poort: int

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{'127.0.0.1' if host in ('0.0.0.0', '[::]') else host}:{self.poort}/"  # noqa: S104 - shown  # nosec B104


Stap = Callable[[Kinderen, Omgeving], None]


def draai(
    omgeving: Omgeving,
    luisteraar: socket.socket,
    adres: Adres,
    *,
    eerst: Stap | None = None,
    klaar: Callable[[str], None],
) -> None:
    """Serve on a listening socket until a signal.

    `eerst` is done once the tables are there; `klaar` when the web door answers.

    Raises DienstFout when a part cannot start or keeps falling.
    """
    eis_sleutels(omgeving.namen)
    with Kinderen() as kinderen:
        doe_eens(kinderen, "voorbereiding", ["bereid", *(["migreer"] if omgeving.migreert else [])], omgeving)
        if eerst is not None:
            eerst(kinderen, omgeving)
        greep = luisteraar.fileno()
        kinderen.start(Kind("web", ["web", str(greep)], omgeving.namen, grepen=[greep]))
        kinderen.start(Kind("werker", ["werker"], omgeving.namen))
        _wacht_tot_open(kinderen, adres)
        klaar(adres.url)
        _waak(kinderen, omgeving)


def doe_eens(kinderen: Kinderen, naam: str, delen: list[str], omgeving: Omgeving) -> None:
    """Run a part that does one thing. Raises VoorbereidingMislukt."""
    code = kinderen.klaar(kinderen.start(Kind(naam, delen, omgeving.namen)))
    if code:
        raise VoorbereidingMislukt(naam, code)


def doe_samen(kinderen: Kinderen, naam: str, delen: list[list[str]], omgeving: Omgeving) -> None:
    """Run some parts beside each other and wait for all. Raises VoorbereidingMislukt."""
    lopend = [kinderen.start(Kind(naam, deel, omgeving.namen)) for deel in delen]
    codes = [kinderen.klaar(kind) for kind in lopend]
    if any(codes):
        raise VoorbereidingMislukt(naam, max(codes, key=abs))


def _wacht_tot_open(kinderen: Kinderen, adres: Adres) -> None:
    eind = time.monotonic() + WACHT_OP_START
    while time.monotonic() < eind:
        kinderen.kijk()
        with suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{adres.url}gezond", timeout=5).close()  # noqa: S310 - our own  # nosec B310
            return
        time.sleep(TEL)


def _waak(kinderen: Kinderen, omgeving: Omgeving) -> None:
    kijk_weer = time.monotonic()
    while True:
        kinderen.kijk()
        if omgeving.ingebed is not None and time.monotonic() >= kijk_weer:
            from voordeur.kern.postgres import status

            if status(omgeving.ingebed) is None:
                raise DatabaseWeg
            kijk_weer = time.monotonic() + KIJK_NAAR_DATABASE
        time.sleep(TEL)
