"""The web door as a part of the service: waitress on the socket that the one that watches opened."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable
from typing import Any

import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection

DRADEN = 8
GEZOND = "/gezond"
Begin = Callable[[str, list[tuple[str, str]]], Any]
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def dien(greep: int) -> None:
    """Serve on this descriptor until the process is told to end."""
    server = waitress.create_server(
        met_gezondheid(get_wsgi_application()),
        sockets=[socket.socket(fileno=greep)],
        threads=int(os.environ.get("VOORDEUR_DRADEN", DRADEN)),
        ident="voordeur",
        # what a proxy says of the visitor is for Django, which is told how many proxies there are
        clear_untrusted_proxy_headers=not settings.ALLAUTH_TRUSTED_PROXY_COUNT,
    )
    server.run()


def met_gezondheid(toepassing: Wsgi) -> Wsgi:
    """Answer `/gezond` beside the application: for who watches, whatever name they call it by, without logging in."""

    def antwoord(omgeving: dict[str, Any], begin: Begin) -> Iterable[bytes]:
        if omgeving.get("PATH_INFO") != GEZOND:
            return toepassing(omgeving, begin)
        status, tekst = gezondheid()
        begin(status, [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")])
        return [f"{tekst}\n".encode()]

    return antwoord


def gezondheid() -> tuple[str, str]:
    """The status of HTTP and a word: whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # whatever is wrong, the one who asks must get an answer
        return "503 Service Unavailable", "database antwoordt niet"
    finally:
        connection.close()
    return "200 OK", "gezond"
