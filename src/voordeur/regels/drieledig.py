"""Answers that are yes, no or unknown, and how they are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

Antwoord = Literal["ja", "nee", "onbekend"]

ANTWOORD: Mapping[bool | None, Antwoord] = {True: "ja", False: "nee", None: "onbekend"}


def alle(antwoorden: Iterable[bool | None]) -> bool | None:
    """One no decides; else one unknown leaves it unknown; else yes."""
    lijst = list(antwoorden)
    if False in lijst:
        return False
    return None if None in lijst else True


def een(antwoorden: Iterable[bool | None]) -> bool | None:
    """One yes decides; else one unknown leaves it unknown; else no."""
    lijst = list(antwoorden)
    if True in lijst:
        return True
    return None if None in lijst else False
