"""Amounts: exact to the cent, rounded only where a rule says so, shared without losing a cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

from .fouten import OngeldigFeit
from .uitkomst import Gronden, Uitkomst, stap

NUL = Decimal("0.00")
CENT = Decimal("0.01")
EURO = Decimal("1")

Getal = Decimal | Fraction | int


def rond(getal: Getal, eenheid: Decimal = CENT) -> Decimal:
    """Round half up, away from zero, to whole `eenheid` (a cent or a euro); two decimals, never a negative zero."""
    stuks = rond_geheel(Fraction(getal) / Fraction(eenheid))
    return in_eenheden(stuks, eenheid)


def rond_geheel(breuk: Fraction) -> int:
    """The nearest whole number, half away from zero."""
    stuks = (2 * abs(breuk.numerator) + breuk.denominator) // (2 * breuk.denominator)
    return -stuks if breuk < 0 else stuks


def in_eenheden(stuks: int, eenheid: Decimal) -> Decimal:
    """`stuks` times a cent or a euro, as an amount with two decimals."""
    # made from its digits, because a product would be cut at the precision of the context
    return Decimal(f"{stuks * int(eenheid / CENT)}e-2")


@dataclass(frozen=True)
class Verdeling:
    """An amount and each one's share of it, by code."""

    totaal: Decimal
    delen: Mapping[str, Decimal]


def verdeel(totaal: Decimal, sleutel: Mapping[str, Decimal], gronden: Gronden = ()) -> Uitkomst[Verdeling]:
    """Share an amount in cents by a key of weights; the shares add up exactly."""
    delen = deel(totaal, sleutel)
    return Uitkomst(
        Verdeling(totaal, delen),
        (stap("verdeling.in_centen", gronden, totaal=totaal, aantal=len(delen), sleutel=sleutel, delen=delen),),
    )


def deel(totaal: Getal, sleutel: Mapping[str, Decimal], eenheid: Decimal = CENT) -> dict[str, Decimal]:
    """Share by largest remainder; ties go to the lowest code. A negative total is shared by its absolute value.

    Raises OngeldigFeit on a negative weight or on weights that are all zero.
    """
    gewichten = _hele_gewichten(sleutel)
    som = sum(gewichten.values())
    if som == 0:
        raise OngeldigFeit("sleutel", "minstens een gewicht moet groter zijn dan nul")
    stuks = rond_geheel(abs(Fraction(totaal)) / Fraction(eenheid))
    teken = -1 if totaal < 0 else 1
    delen = {code: divmod(stuks * gewicht, som) for code, gewicht in gewichten.items()}
    over = stuks - sum(heel for heel, _ in delen.values())
    # sorted is stable and the codes are in order, so equal remainders keep the lowest code first
    erbij = set(sorted(delen, key=lambda code: -delen[code][1])[:over])
    return {code: in_eenheden(teken * (heel + (code in erbij)), eenheid) for code, (heel, _) in delen.items()}


def _hele_gewichten(sleutel: Mapping[str, Decimal]) -> dict[str, int]:
    """The weights as whole numbers in the same proportion, in order of code. Raises OngeldigFeit on a negative one."""
    breuken = {code: Fraction(gewicht) for code, gewicht in sorted(sleutel.items())}
    if any(breuk < 0 for breuk in breuken.values()):
        raise OngeldigFeit("sleutel", "een gewicht kan niet negatief zijn")
    noemer = lcm(*(breuk.denominator for breuk in breuken.values()))
    return {code: breuk.numerator * (noemer // breuk.denominator) for code, breuk in breuken.items()}
