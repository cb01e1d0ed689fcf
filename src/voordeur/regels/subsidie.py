"""Settling a subsidy: the days of care delivered times the price of a day, with what was advanced set off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .bedragen import NUL, deel, rond
from .fouten import OngeldigFeit
from .uitkomst import Gronden, Uitkomst, stap

TERMIJNEN = tuple(range(1, 13))


@dataclass(frozen=True)
class GeleverdeDagen:
    """Days of care that count for one municipality (CBS code)."""

    gemeente: str
    dagen: int


@dataclass(frozen=True)
class Subsidiefeiten:
    """What a settlement rests on: amounts in euros, `dagprijs` for one day of care."""

    jaar: int
    dagprijs: Decimal
    verleend: Decimal
    voorschot: Decimal
    geleverd: Sequence[GeleverdeDagen]


@dataclass(frozen=True)
class Vaststelling:
    """The outcome in euros: `bedrag` is the sum of `per_gemeente`; at most one of the last two is above zero."""

    dagen: int
    bedrag: Decimal
    per_gemeente: Mapping[str, Decimal]
    nabetaling: Decimal
    terugvordering: Decimal


def stel_vast(feiten: Subsidiefeiten, gronden: Gronden = ()) -> Uitkomst[Vaststelling]:
    """The amount of a subsidy after its year. Raises OngeldigFeit on a price, days or an advance below zero.

    More than was granted is said in a step and left to who settles: that is a decision, not a computation.
    """
    _controleer(feiten)
    dagen: dict[str, int] = {}
    for regel in feiten.geleverd:
        dagen[regel.gemeente] = dagen.get(regel.gemeente, 0) + regel.dagen
    per_gemeente = {code: rond(feiten.dagprijs * aantal) for code, aantal in sorted(dagen.items()) if aantal}
    totaal = sum(dagen.values())
    bedrag = sum(per_gemeente.values(), NUL)
    stappen = [
        stap("subsidie.dagen", gronden, jaar=feiten.jaar, dagen=totaal, per_gemeente=dagen),
        stap("subsidie.bedrag", gronden, dagen=totaal, dagprijs=feiten.dagprijs, bedrag=bedrag),
    ]
    if bedrag > feiten.verleend:
        meer = bedrag - feiten.verleend
        stappen.append(stap("subsidie.boven_verlening", gronden, meer=meer, verleend=feiten.verleend))
    rest = bedrag - feiten.voorschot
    sleutel = "subsidie.nabetaling" if rest > 0 else "subsidie.terugvordering" if rest < 0 else "subsidie.gelijk"
    stappen.append(stap(sleutel, gronden, voorschot=feiten.voorschot, rest=abs(rest)))
    waarde = Vaststelling(totaal, bedrag, per_gemeente, max(NUL, rest), max(NUL, -rest))
    return Uitkomst(waarde, tuple(stappen))


def _controleer(feiten: Subsidiefeiten) -> None:
    if feiten.dagprijs <= 0:
        raise OngeldigFeit("dagprijs", "moet groter zijn dan nul")
    if feiten.voorschot < 0:
        raise OngeldigFeit("voorschot", "kan niet onder nul zijn")
    if any(regel.dagen < 0 for regel in feiten.geleverd):
        raise OngeldigFeit("geleverd", "een aantal dagen kan niet onder nul zijn")


def voorschot_van_termijn(verleend: Decimal, termijn: int) -> Uitkomst[Decimal]:
    """A twelfth of the grant, so that the twelve terms add up to the cent. Raises OngeldigFeit on another term."""
    if termijn not in TERMIJNEN:
        raise OngeldigFeit("termijn", "kies een termijn van 1 tot en met 12")
    delen = deel(verleend, {f"{nummer:02}": Decimal(1) for nummer in TERMIJNEN})
    bedrag = delen[f"{termijn:02}"]
    return Uitkomst(bedrag, (stap("subsidie.termijn", verleend=verleend, termijn=termijn, bedrag=bedrag),))
