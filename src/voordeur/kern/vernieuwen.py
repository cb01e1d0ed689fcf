"""Going over to new keys: each room says here what it packed with the main key, or finds by the index key."""

from __future__ import annotations

from collections.abc import Callable

from .actor import Actor

# packs or indexes anew what a region has, and returns how many; doing it twice changes nothing
Vernieuwer = Callable[[Actor], int]
VERNIEUWERS: dict[str, Vernieuwer] = {}


def vernieuwer(wat: str) -> Callable[[Vernieuwer], Vernieuwer]:
    """Register what has to be done with the keys in use; `wat` is the name by which it is counted."""

    def versier(functie: Vernieuwer) -> Vernieuwer:
        VERNIEUWERS[wat] = functie
        return functie

    return versier


def vernieuw_alles(wie: Actor) -> dict[str, int]:
    """Everything of the region of the one who acts, by name. Raises SleutelOntbreekt when an old key is missing."""
    return {wat: vernieuwer(wie) for wat, vernieuwer in VERNIEUWERS.items()}
