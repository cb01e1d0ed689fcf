"""Locks of the operating system. They end with the process, so a killed one leaves none behind."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from .gebruiker import Gebruiker
from .geheimen import open_eigen
from .mappen import Mappen


@contextmanager
def alleen(mappen: Mappen, gebruiker: Gebruiker) -> Iterator[None]:
    """One process at a time starts or stops the server of this folder; others wait."""
    greep = open_eigen(mappen.basis / "slot", gebruiker, os.O_RDONLY)
    try:
        fcntl.flock(greep, fcntl.LOCK_EX)
        yield
    finally:
        os.close(greep)


class Gebruik:
    """Says to other processes that the server is in use, until `verlaat` or the end of this process."""

    def __init__(self, mappen: Mappen, gebruiker: Gebruiker) -> None:
        self._greep = open_eigen(mappen.basis / "gebruik", gebruiker, os.O_RDONLY)
        fcntl.flock(self._greep, fcntl.LOCK_SH)

    def verlaat(self) -> bool:
        """End the use; true when nobody else uses the server. To be called inside `alleen`."""
        try:
            fcntl.flock(self._greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(self._greep)
        return True
