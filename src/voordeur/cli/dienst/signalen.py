"""The signals that end the service. The first one ends it; the next ones must not break off the stopping."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

EINDE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
MAKE = ("make", "gmake")
KIJK = 0.3  # seconds between two looks at make


class Gestopt(BaseException):
    """Somebody asked the service to end: Ctrl-C, SIGTERM, or a terminal that closed."""


@contextmanager
def einde_als_gestopt() -> Iterator[None]:
    """Raise Gestopt in the block on the first signal.

    SIGINT counts also where a shell without job control ignores it for what runs in the background. SIGHUP does not
    where it is ignored: that is what nohup means.
    """
    oud = {nummer: signal.getsignal(nummer) for nummer in EINDE}
    if oud[signal.SIGHUP] is signal.SIG_IGN:
        del oud[signal.SIGHUP]

    def stop(_nummer: int, _frame: FrameType | None) -> NoReturn:
        for nummer in oud:
            signal.signal(nummer, signal.SIG_IGN)
        raise Gestopt

    for nummer in oud:
        signal.signal(nummer, stop)
    try:
        yield
    finally:
        for nummer, vorige in oud.items():
            signal.signal(nummer, vorige)


def volg_make() -> None:
    """Where make started us: end when make is told to, or is gone.

    make hands on SIGTERM, but not a SIGINT that was sent to it alone, and nothing when it is killed. Elsewhere than on
    Linux this sees nothing and does nothing.
    """
    ouder = os.getppid()
    if _lees(ouder, "comm").strip() in MAKE:
        threading.Thread(target=_volg, args=(ouder,), daemon=True).start()


def _volg(ouder: int) -> None:
    gezien = 0
    while os.getppid() == ouder and gezien < 2:  # noqa: PLR2004 - twice, because make also blocks it while it forks
        gezien = gezien + 1 if _wacht_in_handler(ouder) else 0
        time.sleep(KIJK)
    os.kill(os.getpid(), signal.SIGTERM)


def _wacht_in_handler(pid: int) -> bool:
    """A process that handles SIGINT has it blocked; so make does while it waits for us to end."""
    regels = dict(regel.partition(":")[::2] for regel in _lees(pid, "status").splitlines())
    return bool(int(regels.get("SigBlk", "0"), 16) >> (signal.SIGINT - 1) & 1)


def _lees(pid: int, wat: str) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/{wat}").read_text("utf-8", errors="replace")
    return ""
