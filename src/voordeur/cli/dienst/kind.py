"""The entry point of a child: `python -m voordeur.cli.dienst.kind NAAM [DELEN]`."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from datetime import date
from types import FrameType
from typing import NoReturn

RESPIJT = 2.0  # seconds to end in an orderly way once the one that watches is gone


def main() -> None:
    """Do one part of the service, in the environment that it was given."""
    signal.signal(signal.SIGTERM, _eindig)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_volg_ouder, daemon=True).start()
    import django

    django.setup()
    _log()
    naam, *delen = sys.argv[1:]
    _doe(naam, delen)


def _log() -> None:
    """To standard error, one place for whoever keeps the logs; in a demo only what goes wrong."""
    from django.conf import settings

    from voordeur.kern.logboek import leg_vast

    leg_vast(sys.stderr, logging.WARNING if settings.VOORDEUR_DEMO else logging.INFO)


def _doe(naam: str, delen: list[str]) -> None:
    """Each part imports only what it needs itself."""
    if naam == "web":
        from .web import dien

        dien(int(delen[0]))
    elif naam == "werker":
        from .werker import werk

        werk()
    elif naam == "bereid":
        from .voorbereiding import bereid

        sys.exit(bereid(migreer=delen == ["migreer"]))
    elif naam == "vul":
        _vul(delen)
    else:
        raise ValueError(naam)


def _vul(delen: list[str]) -> None:
    from voordeur.demo.vulling import vul

    from .kinderen import zeg

    zaad, vandaag, hoogstens, *welke = delen
    for regel in vul(int(zaad), date.fromisoformat(vandaag), int(hoogstens), welke):
        zeg(regel)


def _eindig(_nummer: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _volg_ouder() -> None:
    """Nobody writes to our input: it ends when the one that watches has ended, also by a kill that it cannot catch."""
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(RESPIJT)
    os._exit(1)


if __name__ == "__main__":
    main()
