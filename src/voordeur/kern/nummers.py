"""Numbers that people say to each other: one after the other within a year, also when many ask at once."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, connections

_VOLGENDE = """
INSERT INTO kern_teller (regio_id, soort, jaar, stand) VALUES (%s, %s, %s, 1)
ON CONFLICT (regio_id, soort, jaar) DO UPDATE SET stand = kern_teller.stand + 1 RETURNING stand
"""


def volgend_nummer(regio: str, soort: str, jaar: int) -> str:
    """The next number of a kind in a year: '2026-0417'. Given back when the transaction is rolled back."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_VOLGENDE, [regio, soort, jaar])
        return f"{jaar}-{cursor.fetchone()[0]:04d}"
