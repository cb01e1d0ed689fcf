"""A table as a file for a spreadsheet: no text of a person is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "\n")


def veilige_tekst(tekst: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{tekst}" if tekst.lstrip(" ").startswith(FORMULETEKENS) else tekst


def als_csv(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Rows of text with semicolons between them, as a Dutch spreadsheet reads it."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([veilige_tekst(cel) for cel in rij] for rij in rijen)
    return uit.getvalue()
