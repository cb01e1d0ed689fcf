"""The part that the service runs to fill some regions of the demo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connections

from .bouw import bouw_regio
from .gegevens import aantal_inwoners


def vul(zaad: int, vandaag: date, hoogstens: int, welke: Sequence[str]) -> Iterator[str]:
    """Fill these regions, each with at most so many residents; gives a line of Dutch after each.

    A power cut would lose the last seconds of the filling; it is then done anew, so nothing waits for the disk.
    """
    for alias in ("default", "apart"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
    for id_ in welke:
        gebouwd = bouw_regio(zaad, vandaag, id_, aantal=min(hoogstens, aantal_inwoners(id_)))
        yield f"regio {id_}: {gebouwd.inwoners} inwoners"
