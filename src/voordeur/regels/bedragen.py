"""Amounts: exact to the cent, rounded only where a rule says so, shared without losing a cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

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
    centen = stuks * int(eenheid / CENT)
    # scaleb keeps every digit, where a product would be cut at the precision of the context
    return Decimal(f"{centen}e-2")


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
    gewichten = {code: Fraction(gewicht) for code, gewicht in sorted(sleutel.items())}
    if any(gewicht < 0 for gewicht in gewichten.values()):
        raise OngeldigFeit("sleutel", "een gewicht kan niet negatief zijn")
    som = sum(gewichten.values(), Fraction(0))
    if som == 0:
        raise OngeldigFeit("sleutel", "minstens een gewicht moet groter zijn dan nul")
    stuks = rond_geheel(abs(Fraction(totaal)) / Fraction(eenheid))
    teken = -1 if totaal < 0 else 1
    quota = {code: stuks * gewicht / som for code, gewicht in gewichten.items()}
    delen = {code: int(quotum) for code, quotum in quota.items()}
    # sorted is stable and the codes are in order, so equal remainders keep the lowest code first
    op_rest = sorted(quota, key=lambda code: delen[code] - quota[code])
    for code in op_rest[: stuks - sum(delen.values())]:
        delen[code] += 1
    return {code: in_eenheden(teken * deel_, eenheid) for code, deel_ in delen.items()}
