"""What the service tells whoever keeps the logs: one JSON object a line, and never a fact of a person.

A value can be anything that somebody typed, also inside the message of an exception (PostgreSQL quotes the row that it
refuses). So nothing is written but the text as the programmer wrote it, the kind of an exception with the places it
passed, and the fields that are named here, which are codes and numbers.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from pythonjsonlogger.json import JsonFormatter

# the fields that a line may have beside these: codes, counts and the names of addresses, never what somebody typed
VELDEN = ("methode", "adres", "status", "ms", "regio", "account", "taak", "aantal")
Uitzondering = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ZonderPersoonsgegevens(JsonFormatter):
    """Writes a record without any value that came from outside."""

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: Mapping[str, Any]) -> None:
        """The whole line; nothing is taken over from the record that is not named."""
        log_data["om"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        log_data["niveau"] = record.levelname
        log_data["bron"] = record.name
        # the text with its places still open: %s stands for what was not written down
        log_data["tekst"] = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        for veld in VELDEN:
            waarde = getattr(record, veld, None)
            if isinstance(waarde, (str, int, float)):
                log_data[veld] = waarde
        if record.exc_info and record.exc_info[0] is not None:
            log_data |= _fout(record.exc_info)


def _fout(uitzondering: Uitzondering) -> dict[str, Any]:
    soort, fout, spoor = uitzondering
    assert soort is not None
    plaatsen = [f"{deel.filename}:{deel.lineno} {deel.name}" for deel in traceback.extract_tb(spoor)]
    gegevens: dict[str, Any] = {"fout": f"{soort.__module__}.{soort.__name__}", "plaatsen": plaatsen}
    if fout is not None and fout.__cause__ is not None:
        gegevens["door"] = f"{type(fout.__cause__).__module__}.{type(fout.__cause__).__name__}"
    return gegevens


def leg_vast(stroom: Any, niveau: int = logging.INFO) -> logging.Handler:
    """Send everything from this level on to a stream, one line each. Returns the handler, to take it off again."""
    handler = logging.StreamHandler(stroom)
    handler.setFormatter(ZonderPersoonsgegevens())
    wortel = logging.getLogger()
    wortel.addHandler(handler)
    wortel.setLevel(niveau)
    # how busy the queue is and each look for a job say nothing to anybody
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    logging.getLogger("procrastinate").setLevel(logging.WARNING)
    return handler
