"""The address to listen on. The one that watches opens it, so that the port stays ours while the web door restarts."""

from __future__ import annotations

import errno
import socket
import time

from ..fouten import InvoerFout
from .fouten import PoortBezet

WACHT_OP_VORIGE = 3.0  # seconds that the web door of a killed service may take to end
WACHTRIJ = 256


def luister(host: str, poort: int) -> socket.socket:
    """A listening socket. Raises PoortBezet, or InvoerFout for an address that is not of this machine."""
    eind = time.monotonic() + WACHT_OP_VORIGE
    while True:
        try:
            return _open(host, poort)
        except OSError as fout:
            if fout.errno != errno.EADDRINUSE:
                raise InvoerFout("--poort", f"op {host} poort {poort} kan niet worden geluisterd: {fout}") from None
            if time.monotonic() > eind:
                raise PoortBezet(host, poort) from None
        time.sleep(0.1)


def _open(host: str, poort: int) -> socket.socket:
    soort, _, _, _, adres = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    luisteraar = socket.socket(soort, socket.SOCK_STREAM)
    try:
        luisteraar.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        luisteraar.bind(adres)
        luisteraar.listen(WACHTRIJ)
    except OSError:
        luisteraar.close()
        raise
    return luisteraar
