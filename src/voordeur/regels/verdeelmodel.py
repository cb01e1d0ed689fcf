"""The budget growth path of beschermd wonen: from a historic to an objective share, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from .bedragen import EURO, NUL, deel, rond
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Voorraad:
    """The share of the centrumgemeenten in the national budget: 1 up to `start`, `eerste` the year after, then
    times `factor` each year; nothing is left from `einde` on."""

    start: int
    eerste: Decimal
    factor: Decimal
    einde: int


@dataclass(frozen=True)
class Aandeel:
    """The region's share of the national budget: historic up to `van`, objective from `tot`, straight between.

    Each share is an amount over an amount (`historisch_van`, `objectief_van`), or a fraction over 1.
    """

    historisch: Decimal
    objectief: Decimal
    van: int
    tot: int
    historisch_van: Decimal = Decimal(1)
    objectief_van: Decimal = Decimal(1)


@dataclass(frozen=True)
class Afwijkend:
    """A year with a share of its own, used for the historic part and for the whole alike."""

    aandeel: Decimal
    aandeel_van: Decimal


@dataclass(frozen=True)
class Verdeelmodel:
    """The model with its figures: amounts in euros, shares as fractions, `sleutel` the parts of the municipalities."""

    grond: Gronden
    van: int
    tot: int
    wlz_uitname: Decimal
    macro: Mapping[str, Decimal]
    voorraad: Voorraad
    aandeel: Aandeel
    centrum: str
    sleutel: Mapping[str, Decimal]
    plan: bool = False
    afwijkend: Mapping[str, Afwijkend] = field(default_factory=dict)

    def __post_init__(self) -> None:
        jaren = {str(jaar) for jaar in range(self.van, self.tot + 1)}
        if jaren != set(self.macro):
            raise ValueError("macro noemt niet precies de jaren van het model")
        if self.centrum not in self.sleutel:
            raise ValueError("de centrumgemeente staat niet in de sleutel")


@dataclass(frozen=True)
class Budget:
    """Whole euros."""

    historisch: Decimal
    objectief: Decimal
    totaal: Decimal


@dataclass(frozen=True)
class Budgetjaar:
    """The budget of the region and of each municipality in one year."""

    jaar: int
    regio: Budget
    gemeenten: Mapping[str, Budget]


def bereken_groeipad(model: Verdeelmodel) -> Uitkomst[tuple[Budgetjaar, ...]]:
    """The path of all years of the model; exact fractions, rounded to whole euros at the end of each year."""
    stappen = [stap("verdeelmodel.model", model.grond, van=model.van, tot=model.tot)]
    if model.plan:
        stappen.append(stap("verdeelmodel.plan", model.grond))
    jaren = tuple(_jaar(model, jaar, stappen) for jaar in range(model.van, model.tot + 1))
    return Uitkomst(jaren, tuple(stappen))


def _jaar(model: Verdeelmodel, jaar: int, stappen: list[Stap]) -> Budgetjaar:
    macro = Fraction(model.macro[str(jaar)])
    bij_centrum = _budget_centrumgemeenten(model, jaar, macro)
    aandeel, historisch_aandeel = _aandelen(model, jaar)
    historisch = historisch_aandeel * bij_centrum
    regio_historisch = rond(historisch, EURO)
    regio_objectief = rond(aandeel * macro - historisch, EURO)
    regio = _budget(regio_historisch, regio_objectief)
    delen = deel(regio_objectief, model.sleutel, EURO)
    gemeenten = {
        code: _budget(regio_historisch if code == model.centrum else NUL, objectief)
        for code, objectief in delen.items()
    }
    stappen.append(
        stap(
            "verdeelmodel.jaar",
            model.grond,
            jaar=jaar,
            historisch=regio.historisch,
            objectief=regio.objectief,
            totaal=regio.totaal,
        )
    )
    return Budgetjaar(jaar, regio, gemeenten)


def _budget(historisch: Decimal, objectief: Decimal) -> Budget:
    return Budget(historisch, objectief, historisch + objectief)


def _budget_centrumgemeenten(model: Verdeelmodel, jaar: int, macro: Fraction) -> Fraction:
    """What is left of the national budget for the centrumgemeenten, with the Wlz extraction in it and out again."""
    voorraad = model.voorraad
    if jaar >= voorraad.einde:
        return Fraction(0)
    wlz = Fraction(model.wlz_uitname)
    return max(Fraction(0), _voorraaddeel(voorraad, jaar) * (macro + wlz) - wlz)


def _voorraaddeel(voorraad: Voorraad, jaar: int) -> Fraction:
    if jaar <= voorraad.start:
        return Fraction(1)
    deel_: Fraction = Fraction(voorraad.eerste) * Fraction(voorraad.factor) ** (jaar - voorraad.start - 1)
    return deel_


def _aandelen(model: Verdeelmodel, jaar: int) -> tuple[Fraction, Fraction]:
    """The share of the region in this year, and the share that is used for the historic part."""
    if (afwijkend := model.afwijkend.get(str(jaar))) is not None:
        eigen = Fraction(afwijkend.aandeel) / Fraction(afwijkend.aandeel_van)
        return eigen, eigen
    pad = model.aandeel
    historisch = Fraction(pad.historisch) / Fraction(pad.historisch_van)
    objectief = Fraction(pad.objectief) / Fraction(pad.objectief_van)
    if jaar <= pad.van:
        return historisch, historisch
    if jaar >= pad.tot:
        return objectief, historisch
    return historisch + (objectief - historisch) * Fraction(jaar - pad.van, pad.tot - pad.van), historisch
