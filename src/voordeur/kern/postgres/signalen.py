"""Signals that end a process. Only the main thread can have handlers; elsewhere these do nothing."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

EINDE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def uitgesteld() -> Iterator[None]:
    """Hold the signals back until the block is done: a server half started or half stopped helps nobody."""
    if not _in_hoofddraad():
        yield
        return
    gezien: list[int] = []
    oud = {nummer: signal.getsignal(nummer) for nummer in EINDE}
    vervangen = [nummer for nummer in EINDE if oud[nummer] not in (None, signal.SIG_IGN)]
    for nummer in vervangen:
        signal.signal(nummer, lambda gekregen, _frame: gezien.append(gekregen))
    try:
        yield
    finally:
        for nummer in vervangen:
            signal.signal(nummer, oud[nummer])
        for gekregen in gezien:
            signal.raise_signal(gekregen)


@contextmanager
def als_uitgang() -> Iterator[None]:
    """SIGTERM and SIGHUP become SystemExit, as SIGINT is KeyboardInterrupt already, so that `finally` runs.

    A handler that somebody else has set, or a signal that is ignored, stays.
    """
    if not _in_hoofddraad():
        yield
        return
    gezet = [nummer for nummer in EINDE if signal.getsignal(nummer) is signal.SIG_DFL]
    for nummer in gezet:
        signal.signal(nummer, _verlaat)
    try:
        yield
    finally:
        for nummer in gezet:
            if signal.getsignal(nummer) is _verlaat:
                signal.signal(nummer, signal.SIG_DFL)


def _verlaat(nummer: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + nummer)


def _in_hoofddraad() -> bool:
    return threading.current_thread() is threading.main_thread()
