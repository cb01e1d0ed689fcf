"""Ordered lists of an agreement: which document goes first, which budgets there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .fouten import OngeldigFeit
from .uitkomst import Gronden, Uitkomst, stap


@dataclass(frozen=True)
class Rangorde:
    """What goes before what when two texts contradict each other, from strong to weak."""

    grond: Gronden
    volgorde: tuple[str, ...]
    uitgesloten: tuple[str, ...] = ()


def gaat_voor(regel: Rangorde, teksten: Sequence[str]) -> Uitkomst[str]:
    """The text that decides among the ones that contradict each other.

    Raises OngeldigFeit on a text that has no place in the order or that does not apply.
    """
    if not teksten:
        raise OngeldigFeit("teksten", "noem minstens een tekst")
    for nummer, tekst in enumerate(teksten):
        if tekst not in regel.volgorde:
            reden = "is uitgesloten" if tekst in regel.uitgesloten else "staat niet in de rangorde"
            raise OngeldigFeit(f"teksten[{nummer}]", f"{tekst} {reden}")
    eerste = min(teksten, key=regel.volgorde.index)
    return Uitkomst(eerste, (stap("rangorde.eerste", regel.grond, eerste=eerste, teksten=list(teksten)),))
