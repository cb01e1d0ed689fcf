"""One service at a time on a folder. The lock ends with the process, so a killed one leaves none behind."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..fouten import InvoerFout


@contextmanager
def enige_op(var: Path) -> Iterator[None]:
    """Hold the folder for this service. Raises InvoerFout when another one does."""
    greep = os.open(var / "dienst.slot", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InvoerFout(
                "VOORDEUR_VAR", f"in {var} draait Voordeur al; stop dat eerst, of kies een andere map"
            ) from None
        yield
    finally:
        os.close(greep)
