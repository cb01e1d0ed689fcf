"""Numbers that people say to each other: one after the other within a year, also when many ask at once."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS, connections

_VOLGENDE = """
INSERT INTO kern_teller (regio_id, soort, jaar, stand) VALUES (%s, %s, %s, %s)
ON CONFLICT (regio_id, soort, jaar) DO UPDATE SET stand = kern_teller.stand + EXCLUDED.stand RETURNING stand
"""


def volgend_nummer(regio: str, soort: str, jaar: int) -> str:
    """The next number of a kind in a year: '2026-0417'. Given back when the transaction is rolled back."""
    return volgende_nummers(regio, soort, jaar, 1)[0]


def volgende_nummers(regio: str, soort: str, jaar: int, aantal: int) -> list[str]:
    """So many next numbers of a kind in a year, one after the other."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_VOLGENDE, [regio, soort, jaar, aantal])
        laatste = cursor.fetchone()[0]
    return [f"{jaar}-{nummer:04d}" for nummer in range(laatste - aantal + 1, laatste + 1)]
