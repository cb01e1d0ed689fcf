"""Settlement of a year with a reserve that has a ceiling: what goes in, what comes out, who gets and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .bedragen import NUL, deel, rond
from .fouten import eis
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Regeldeel:
    """A part of the settlement that rests on a provision of its own."""

    grond: Gronden


@dataclass(frozen=True)
class Plafond:
    """How the ceiling of the reserve is set: as an amount, or as a share of the year's budget."""

    soort: Literal["bedrag", "aandeel_van_budget"]
    grond: Gronden


@dataclass(frozen=True)
class Verdeelsleutel:
    """By which key is shared, in words; the weights are facts of the year."""

    naam: str
    grond: Gronden


@dataclass(frozen=True)
class Bijdrageregel(Verdeelsleutel):
    """By which key is paid what the reserve does not cover, and whether measures come before that."""

    maatregelen_eerst: bool = False


@dataclass(frozen=True)
class Reserveregel:
    """The settlement, part by part. A part that an agreement lacks stops the computation that needs it."""

    grond: Gronden
    overschot_naar_reserve: Regeldeel | None = None
    plafond: Plafond | None = None
    uitkering: Verdeelsleutel | None = None
    tekort_uit_reserve: Regeldeel | None = None
    nooit_negatief: Regeldeel | None = None
    bijdrage: Bijdrageregel | None = None


@dataclass(frozen=True)
class Reservefeiten:
    """The figures of a year in euros. `resultaat` below zero is a deficit; `sleutel`: weight by municipality."""

    jaar: int
    resultaat: Decimal
    begin: Decimal
    plafond: Decimal
    sleutel: Mapping[str, Decimal]
    maatregelen: Decimal = NUL
    reserve_inzetten: bool = True


@dataclass(frozen=True)
class Reserveverrekening:
    """The outcome in euros: `begin + naar_reserve - uit_reserve = reserve_eind`."""

    naar_reserve: Decimal
    uit_reserve: Decimal
    reserve_eind: Decimal
    uitkering: Mapping[str, Decimal]
    bijdrage: Mapping[str, Decimal]


def plafond_van_budget(regel: Plafond, aandeel: Decimal, budget: Decimal) -> Uitkomst[Decimal]:
    """A ceiling that is a share of the year's budget, in whole cents."""
    plafond = rond(Fraction(aandeel) * Fraction(budget))
    gezet = stap("verrekening.plafond_van_budget", regel.grond, aandeel=aandeel, budget=budget, plafond=plafond)
    return Uitkomst(plafond, (gezet,))


def verreken_met_reserve(regel: Reserveregel, feiten: Reservefeiten) -> Uitkomst[Reserveverrekening]:
    """Settle a year. Raises RegelOntbreekt when the agreement has no rule for what this year needs."""
    plafond = eis(regel.plafond, "verrekenregel voor de bovengrens van de reserve")
    stappen = [
        stap("verrekening.begin", regel.grond, jaar=feiten.jaar, resultaat=feiten.resultaat, reserve=feiten.begin),
        stap("verrekening.plafond", plafond.grond, plafond=feiten.plafond),
    ]
    verrekening = (_overschot if feiten.resultaat >= 0 else _tekort)(regel, feiten, stappen)
    bodem = eis(regel.nooit_negatief, "verrekenregel voor de ondergrens van de reserve")
    eind = verrekening.reserve_eind
    stappen.append(stap("verrekening.reserve_eind", bodem.grond, reserve_eind=eind, plafond=feiten.plafond))
    return Uitkomst(verrekening, tuple(stappen))


def _overschot(regel: Reserveregel, feiten: Reservefeiten, stappen: list[Stap]) -> Reserveverrekening:
    vullen = eis(regel.overschot_naar_reserve, "verrekenregel voor een overschot")
    ruimte = max(NUL, feiten.plafond - feiten.begin)
    naar_reserve = min(feiten.resultaat, ruimte)
    stappen.append(stap("verrekening.naar_reserve", vullen.grond, naar_reserve=naar_reserve, ruimte=ruimte))
    oud = max(NUL, feiten.begin - feiten.plafond)
    uitkering = _keer_uit(regel, feiten, feiten.resultaat - naar_reserve + oud, oud, stappen)
    eind = feiten.begin + naar_reserve - oud
    return Reserveverrekening(naar_reserve, oud, eind, uitkering, _niemand(feiten))


def _tekort(regel: Reserveregel, feiten: Reservefeiten, stappen: list[Stap]) -> Reserveverrekening:
    dekken = eis(regel.tekort_uit_reserve, "verrekenregel voor een tekort")
    tekort = -feiten.resultaat
    gedekt = min(feiten.begin, tekort) if feiten.reserve_inzetten else NUL
    sleutel = "verrekening.uit_reserve" if feiten.reserve_inzetten else "verrekening.reserve_niet_ingezet"
    stappen.append(stap(sleutel, dekken.grond, tekort=tekort, uit_reserve=gedekt))
    bijdrage = _draag_bij(regel, feiten, tekort - gedekt, stappen)
    oud = max(NUL, feiten.begin - gedekt - feiten.plafond)
    uitkering = _keer_uit(regel, feiten, oud, oud, stappen)
    return Reserveverrekening(NUL, gedekt + oud, feiten.begin - gedekt - oud, uitkering, bijdrage)


def _keer_uit(
    regel: Reserveregel, feiten: Reservefeiten, bedrag: Decimal, oud: Decimal, stappen: list[Stap]
) -> Mapping[str, Decimal]:
    """Pay out what stands above the ceiling, an old excess too."""
    if not bedrag:
        return _niemand(feiten)
    uitkering = eis(regel.uitkering, "verrekenregel voor een uitkering")
    if oud:
        stappen.append(stap("verrekening.oud_overschot", uitkering.grond, bedrag=oud))
    delen = deel(bedrag, feiten.sleutel)
    stappen.append(stap("verrekening.uitkering", uitkering.grond, bedrag=bedrag, sleutel=uitkering.naam, delen=delen))
    return delen


def _draag_bij(regel: Reserveregel, feiten: Reservefeiten, rest: Decimal, stappen: list[Stap]) -> Mapping[str, Decimal]:
    """Share what the reserve and then the measures do not cover."""
    if not rest:
        return _niemand(feiten)
    bijdrage = eis(regel.bijdrage, "verrekenregel voor een bijdrage")
    maatregelen = min(rest, feiten.maatregelen) if bijdrage.maatregelen_eerst else NUL
    if maatregelen:
        stappen.append(stap("verrekening.maatregelen", bijdrage.grond, tekort=rest, maatregelen=maatregelen))
    delen = deel(rest - maatregelen, feiten.sleutel)
    stappen.append(
        stap("verrekening.bijdrage", bijdrage.grond, bedrag=rest - maatregelen, sleutel=bijdrage.naam, delen=delen)
    )
    return delen


def _niemand(feiten: Reservefeiten) -> Mapping[str, Decimal]:
    return deel(NUL, feiten.sleutel)
