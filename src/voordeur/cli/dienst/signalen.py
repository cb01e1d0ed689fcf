"""The signals that end the service. The first one ends it; the next ones must not break off the stopping."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

EINDE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


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
