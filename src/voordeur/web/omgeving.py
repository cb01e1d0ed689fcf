"""Reading the environment."""

from __future__ import annotations

import os


def aan(naam: str) -> bool:
    """Whether a variable says '1': anything else, and nothing, is off."""
    return os.environ.get(naam) == "1"


def geheel(naam: str, anders: int) -> int:
    """A whole number from a variable. Raises ValueError when it holds something else."""
    return int(os.environ.get(naam) or anders)
