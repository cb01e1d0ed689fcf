"""One workload beside its peer, in turn, as a ratio."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

RONDEN = 7


@dataclass(frozen=True)
class Werk:
    """One workload: what Voordeur does, what its peer does, and what is compared."""

    naam: str
    hier: Callable[[], object]
    tegenover: Callable[[], object]
    wat: str
    keer: int = 1


def meet(werk: Werk) -> dict[str, Any]:
    """The medians in seconds of one time, taken in turn after a warm-up, and the median of the ratios pair by pair."""
    werk.hier(), werk.tegenover()
    paren = [(_duur(werk.hier, werk.keer), _duur(werk.tegenover, werk.keer)) for _ in range(RONDEN)]
    return {
        "verhouding": round(statistics.median(hier / tegenover for hier, tegenover in paren), 4),
        "hier": round(statistics.median(hier for hier, _ in paren), 7),
        "tegenover": round(statistics.median(tegenover for _, tegenover in paren), 7),
        "wat": werk.wat,
    }


def _duur(doe: Callable[[], object], keer: int) -> float:
    begin = time.perf_counter()
    for _ in range(keer):
        doe()
    return (time.perf_counter() - begin) / keer
