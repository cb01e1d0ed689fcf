"""What changed between two measurements of the self-sufficiency matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .uitkomst import Gronden, Uitkomst, stap

Richting = Literal["beter", "gelijk", "minder", "onbekend"]


@dataclass(frozen=True)
class Verschil:
    """The first and the last score of a domain; None where it was not scored."""

    domein: str
    eerst: int | None
    laatst: int | None

    @property
    def richting(self) -> Richting:
        if self.eerst is None or self.laatst is None:
            return "onbekend"
        if self.eerst == self.laatst:
            return "gelijk"
        return "beter" if self.laatst > self.eerst else "minder"


def vergelijk(
    domeinen: Sequence[str], eerst: Mapping[str, int], laatst: Mapping[str, int], grond: Gronden = ()
) -> Uitkomst[tuple[Verschil, ...]]:
    """Each domain with both scores, and how many went better, stayed or went less well. A high score is better."""
    verschillen = tuple(Verschil(domein, eerst.get(domein), laatst.get(domein)) for domein in domeinen)
    richtingen = [verschil.richting for verschil in verschillen]
    stappen = [
        stap(
            "zelfredzaamheid.verandering", grond, beter=richtingen.count("beter"), gelijk=richtingen.count("gelijk"),
            minder=richtingen.count("minder"),
        )
    ]  # fmt: skip
    if onbekend := richtingen.count("onbekend"):
        stappen.append(stap("zelfredzaamheid.niet_te_vergelijken", (), aantal=onbekend))
    return Uitkomst(verschillen, tuple(stappen))
