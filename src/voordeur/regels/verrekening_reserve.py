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
class Reserveregel:
    """The settlement, part by part. A part that an agreement lacks stops the computation that needs it."""

    grond: Gronden
    overschot_naar_reserve: Regeldeel | None = None
    plafond: Plafond | None = None
    uitkering: Verdeelsleutel | None = None
    tekort_uit_reserve: Regeldeel | None = None
    nooit_negatief: Regeldeel | None = None
    bijdrage: Verdeelsleutel | None = None
    maatregelen_eerst: bool = False


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


def plafond_van_budget(aandeel: Decimal, budget: Decimal) -> Decimal:
    """A ceiling that is a share of the year's budget, in whole cents."""
    return rond(Fraction(aandeel) * Fraction(budget))


def verreken_met_reserve(regel: Reserveregel, feiten: Reservefeiten) -> Uitkomst[Reserveverrekening]:
    """Settle a year. Raises RegelOntbreekt when the agreement has no rule for what this year needs."""
    for deel_, naam in ((regel.plafond, "plafond"), (regel.nooit_negatief, "ondergrens")):
        eis(deel_, f"verrekenregel voor {naam} van de reserve")
    begin = stap("verrekening.begin", regel.grond, jaar=feiten.jaar, resultaat=feiten.resultaat, reserve=feiten.begin)
    stappen = [begin, stap("verrekening.plafond", regel.plafond.grond if regel.plafond else (), plafond=feiten.plafond)]
    if feiten.resultaat >= 0:
        return _overschot(regel, feiten, stappen)
    return _tekort(regel, feiten, stappen)


def _overschot(regel: Reserveregel, feiten: Reservefeiten, stappen: list[Stap]) -> Uitkomst[Reserveverrekening]:
    eis(regel.overschot_naar_reserve, "verrekenregel voor een overschot")
    ruimte = max(NUL, feiten.plafond - feiten.begin)
    naar_reserve = min(feiten.resultaat, ruimte)
    uit_reserve = max(NUL, feiten.begin - feiten.plafond)
    gronden = regel.overschot_naar_reserve.grond if regel.overschot_naar_reserve else ()
    stappen.append(stap("verrekening.naar_reserve", gronden, naar_reserve=naar_reserve, ruimte=ruimte))
    uit_te_keren = feiten.resultaat - naar_reserve + uit_reserve
    uitkering = _keer_uit(regel, feiten, uit_te_keren, uit_reserve, stappen)
    return _sluit(regel, feiten, naar_reserve, uit_reserve, uitkering, _niemand(feiten), stappen)


def _tekort(regel: Reserveregel, feiten: Reservefeiten, stappen: list[Stap]) -> Uitkomst[Reserveverrekening]:
    eis(regel.tekort_uit_reserve, "verrekenregel voor een tekort")
    gronden = regel.tekort_uit_reserve.grond if regel.tekort_uit_reserve else ()
    tekort = -feiten.resultaat
    gedekt = min(feiten.begin, tekort) if feiten.reserve_inzetten else NUL
    sleutel = "verrekening.uit_reserve" if feiten.reserve_inzetten else "verrekening.reserve_niet_ingezet"
    stappen.append(stap(sleutel, gronden, tekort=tekort, uit_reserve=gedekt))
    bijdrage = _draag_bij(regel, feiten, tekort - gedekt, stappen)
    te_veel = max(NUL, feiten.begin - gedekt - feiten.plafond)
    uitkering = _keer_uit(regel, feiten, te_veel, te_veel, stappen)
    return _sluit(regel, feiten, NUL, gedekt + te_veel, uitkering, bijdrage, stappen)


def _keer_uit(
    regel: Reserveregel, feiten: Reservefeiten, bedrag: Decimal, uit_reserve: Decimal, stappen: list[Stap]
) -> Mapping[str, Decimal]:
    """Pay out what stands above the ceiling, an old excess too."""
    if not bedrag:
        return _niemand(feiten)
    eis(regel.uitkering, "verrekenregel voor een uitkering")
    naam, gronden = (regel.uitkering.naam, regel.uitkering.grond) if regel.uitkering else ("", ())
    if uit_reserve:
        stappen.append(stap("verrekening.oud_overschot", gronden, bedrag=uit_reserve))
    delen = deel(bedrag, feiten.sleutel)
    stappen.append(stap("verrekening.uitkering", gronden, bedrag=bedrag, sleutel=naam, delen=delen))
    return delen


def _draag_bij(regel: Reserveregel, feiten: Reservefeiten, rest: Decimal, stappen: list[Stap]) -> Mapping[str, Decimal]:
    """Share what the reserve and then the measures do not cover."""
    if not rest:
        return _niemand(feiten)
    eis(regel.bijdrage, "verrekenregel voor een bijdrage")
    naam, gronden = (regel.bijdrage.naam, regel.bijdrage.grond) if regel.bijdrage else ("", ())
    maatregelen = min(rest, feiten.maatregelen) if regel.maatregelen_eerst else NUL
    if maatregelen:
        stappen.append(stap("verrekening.maatregelen", gronden, tekort=rest, maatregelen=maatregelen))
    delen = deel(rest - maatregelen, feiten.sleutel)
    stappen.append(stap("verrekening.bijdrage", gronden, bedrag=rest - maatregelen, sleutel=naam, delen=delen))
    return delen


def _niemand(feiten: Reservefeiten) -> Mapping[str, Decimal]:
    return deel(NUL, feiten.sleutel)


def _sluit(
    regel: Reserveregel,
    feiten: Reservefeiten,
    naar_reserve: Decimal,
    uit_reserve: Decimal,
    uitkering: Mapping[str, Decimal],
    bijdrage: Mapping[str, Decimal],
    stappen: list[Stap],
) -> Uitkomst[Reserveverrekening]:
    eind = feiten.begin + naar_reserve - uit_reserve
    gronden = regel.nooit_negatief.grond if regel.nooit_negatief else ()
    stappen.append(stap("verrekening.reserve_eind", gronden, reserve_eind=eind, plafond=feiten.plafond))
    return Uitkomst(Reserveverrekening(naar_reserve, uit_reserve, eind, uitkering, bijdrage), tuple(stappen))
