"""The days of the demo in their order: what was put in first is done first on the same day; after today nothing is."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

ZATERDAG = 5


class Agenda:
    """Things to do on a day. Doing one may put in others, on the same day or later."""

    def __init__(self, vandaag: date) -> None:
        self.vandaag = vandaag
        self.op = date.min
        self._rij: list[tuple[date, int, Callable[[date], None]]] = []
        self._volgnummer = count()

    def zet(self, op: date, doe: Callable[[date], None]) -> None:
        """Put in something for a day; for a day that was passed it is done next."""
        heapq.heappush(self._rij, (max(op, self.op), next(self._volgnummer), doe))

    def speel(self) -> int:
        """Do everything up to and including today; returns how much was done."""
        gedaan = 0
        while self._rij and self._rij[0][0] <= self.vandaag:
            self.op, _, doe = heapq.heappop(self._rij)
            doe(self.op)
            gedaan += 1
        return gedaan


def werkdag(dag: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() >= ZATERDAG else 0)
