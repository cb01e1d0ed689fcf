"""The upkeep that a command or the worker does: sealing and checking the journal, computing proofs again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .actor import Actor, als
from .journaal import Breuk, controleer, hoofd, kent_hoofd, verzegel
from .models import College, Journaalregel, Regio, Rekenbewijs
from .rekenbewijs import Herberekening, herbereken
from .zegelhoofd import lees_hoofden, schrijf_hoofden


@dataclass(frozen=True)
class Journaalstand:
    """How the journal of a region is: its entries, the ones sealed just now, and every break."""

    regio: str
    regels: int
    nieuw_verzegeld: int
    breuken: tuple[Breuk, ...]


def systeem(regio: str) -> Actor:
    """The system itself at work in a region, from the command line, for every college of it."""
    kaal = Actor(regio, None, "Voordeur", vanwaar="cli")
    with als(kaal):
        return replace(kaal, colleges=frozenset(College.objects.values_list("code", flat=True)))


def regios() -> list[str]:
    """The ids of all regions, in order."""
    return list(Regio.objects.order_by("id").values_list("id", flat=True))


def controleer_journalen(hoofdbestand: Path, welke: Sequence[str] = ()) -> list[Journaalstand]:
    """Check each region (or only `welke`) against the head that was kept, and seal what is closed.

    The head of a region that is whole is kept anew.
    """
    hoofden = lees_hoofden(hoofdbestand)
    standen = []
    for regio in welke or regios():
        with als(systeem(regio)):
            breuken = tuple(controleer(regio, hoofden.get(regio)))
            verzegeld = verzegel(regio)
            standen.append(Journaalstand(regio, Journaalregel.objects.count(), verzegeld, breuken))
            if not breuken:
                hoofden[regio] = hoofd(regio)
    schrijf_hoofden(hoofdbestand, hoofden)
    return standen


def verzegel_journalen(hoofdbestand: Path) -> list[str]:
    """Seal what is closed in every region and keep the new heads, without the work of a whole check.

    Returns the regions whose kept head is gone from the seals: theirs is not kept anew, so that a check still tells.
    """
    hoofden = lees_hoofden(hoofdbestand)
    gebroken = []
    for regio in regios():
        with als(systeem(regio)):
            heel = regio not in hoofden or kent_hoofd(regio, hoofden[regio])
            verzegel(regio)
            if heel:
                hoofden[regio] = hoofd(regio)
            else:
                gebroken.append(regio)
    schrijf_hoofden(hoofdbestand, hoofden)
    return gebroken


def herbereken_alles() -> list[Herberekening]:
    """Every proof of every region computed again, in the order in which they were made."""
    uitslagen = []
    for regio in regios():
        with als(systeem(regio)):
            uitslagen += [herbereken(bewijs) for bewijs in Rekenbewijs.objects.order_by("id")]
    return uitslagen
