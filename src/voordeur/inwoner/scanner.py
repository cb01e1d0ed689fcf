"""A scanner for viruses, when the region has one: a command that reads the file, or clamd at an address.

`VOORDEUR_SCANNER`: empty (none), `opdracht:clamdscan --no-summary -`, `clamd:127.0.0.1:3310` or
`clamd:/run/clamd.sock`.
"""

from __future__ import annotations

import shlex
import socket
import struct
import subprocess
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .bestanden import BestandGeweigerd

# seconds for one file
GEDULD = 30
STUK = 64 * 1024
SCHOON, BESMET = 0, 1


class BestandBesmet(BestandGeweigerd):
    """The scanner found something."""

    def __init__(self) -> None:
        super().__init__("In dit bestand zit een virus. Het is niet bewaard. Vraag de afzender om een ander bestand.")


class ScannerZwijgt(BestandGeweigerd):
    """No answer of the scanner is no yes: the file is not taken in."""

    def __init__(self) -> None:
        super().__init__("Wij kunnen dit bestand nu niet op virussen controleren. Probeer het later opnieuw.")


def scan(inhoud: bytes) -> None:
    """Do nothing when a file may come in, or when there is no scanner. Raises BestandBesmet, ScannerZwijgt."""
    soort, _, waar = settings.VOORDEUR_SCANNER.partition(":")
    if not soort:
        return
    if soort not in SCANNERS:
        raise ImproperlyConfigured("VOORDEUR_SCANNER begint met 'opdracht:' of met 'clamd:'")
    try:
        schoon = SCANNERS[soort](waar, inhoud)
    except (OSError, subprocess.SubprocessError, ValueError):
        raise ScannerZwijgt from None
    if not schoon:
        raise BestandBesmet


def _met_opdracht(opdracht: str, inhoud: bytes) -> bool:
    """Exit 0 is clean, 1 infected; all else is no answer."""
    # the command is of who runs the server, the file comes by its standard input
    gedaan = subprocess.run(  # noqa: S603
        shlex.split(opdracht), input=inhoud, capture_output=True, timeout=GEDULD, check=False
    )
    if gedaan.returncode not in (SCHOON, BESMET):
        raise ValueError(gedaan.returncode)
    return gedaan.returncode == SCHOON


def _met_clamd(waar: str, inhoud: bytes) -> bool:
    """The INSTREAM command: pieces with their length, an empty one at the end."""
    with _verbind(waar) as lijn:
        lijn.settimeout(GEDULD)
        lijn.sendall(b"zINSTREAM\0")
        for begin in range(0, len(inhoud), STUK):
            stuk = inhoud[begin : begin + STUK]
            lijn.sendall(struct.pack("!L", len(stuk)) + stuk)
        lijn.sendall(struct.pack("!L", 0))
        antwoord = lijn.recv(4096).rstrip(b"\0\n")
    if antwoord.endswith(b" FOUND"):
        return False
    if not antwoord.endswith(b" OK"):
        raise ValueError(antwoord)
    return True


def _verbind(waar: str) -> socket.socket:
    if waar.startswith("/"):
        lijn = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        lijn.settimeout(GEDULD)
        try:
            lijn.connect(waar)
        except OSError:
            lijn.close()
            raise
        return lijn
    adres, _, poort = waar.rpartition(":")
    return socket.create_connection((adres, int(poort)), timeout=GEDULD)


SCANNERS: dict[str, Callable[[str, bytes], bool]] = {"opdracht": _met_opdracht, "clamd": _met_clamd}
