"""How much waits for somebody: the numbers beside the entries of the menu."""

from __future__ import annotations

from datetime import date

from voordeur.kern.actor import Actor


def aantallen(wie: Actor, op: date) -> dict[str, int]:
    """By the name of the screen."""
    return {}
