"""Social return: what a provider owes in a contract year, what it did, what is short and what may be carried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .bedragen import NUL, rond
from .fouten import OngeldigFeit, eis
from .uitkomst import Gronden, Stap, Uitkomst, stap

Meeteenheid = Literal["fte_jaar", "factuur", "dagdeel", "plek_jaar"]

# the facts that an effort needs, by the way its group is counted
VELDEN: Mapping[Meeteenheid, tuple[str, ...]] = {
    "fte_jaar": ("fte", "maanden"),
    "factuur": ("bedrag",),
    "dagdeel": ("dagdelen", "personen"),
    "plek_jaar": ("plekken", "maanden"),
}


@dataclass(frozen=True)
class Sroigroep:
    """A target group and what an effort for it is worth; `looncompensatie`: wage compensation is taken off."""

    id: str
    naam: str
    per: Meeteenheid
    grond: Gronden
    waarde: Decimal = NUL
    looncompensatie: bool = False


@dataclass(frozen=True)
class Meenemen:
    """Effort above the duty counts in the next contract year."""

    grond: Gronden


@dataclass(frozen=True)
class Sroiregel:
    """The duty as a share of the year's value, from a contract value on; the groups; carrying over."""

    drempel: Decimal
    aandeel: Decimal
    grond: Gronden
    groepen: tuple[Sroigroep, ...] = ()
    meenemen: Meenemen | None = None


@dataclass(frozen=True)
class Inzet:
    """One effort: the group and the figures that its way of counting needs."""

    groep: str
    fte: Decimal = Decimal(0)
    maanden: int = 12
    looncompensatie: Decimal = NUL
    bedrag: Decimal = NUL
    dagdelen: int = 0
    personen: int = 0
    plekken: int = 0


@dataclass(frozen=True)
class Sroi:
    """In euros: the duty, what was done (with what was carried in), what is short, what is carried on."""

    verplichting: Decimal
    gerealiseerd: Decimal
    tekort: Decimal
    meenemen: Decimal


def bereken_sroi(
    regel: Sroiregel, *, contractwaarde: Decimal, jaarwaarde: Decimal, meegenomen: Decimal, inzet: Sequence[Inzet]
) -> Uitkomst[Sroi]:
    """The social return of one contract year. Raises OngeldigFeit on a group that the agreement has not."""
    groepen = {groep.id: groep for groep in regel.groepen}
    stappen: list[Stap] = []
    verplichting = _verplichting(regel, contractwaarde, jaarwaarde, stappen)
    gedaan = NUL
    for nummer, inspanning in enumerate(inzet):
        if inspanning.groep not in groepen:
            raise OngeldigFeit(f"inzet[{nummer}].groep", f"deze groep is er niet; wel: {', '.join(groepen)}")
        gedaan += _waarde(groepen[inspanning.groep], inspanning, stappen)
    gerealiseerd = gedaan + meegenomen
    tekort = max(NUL, verplichting - gerealiseerd)
    meenemen = _meenemen(regel, gerealiseerd - verplichting, gedaan, stappen)
    stappen.append(
        stap(
            "sroi.saldo",
            regel.grond,
            verplichting=verplichting,
            gerealiseerd=gerealiseerd,
            meegenomen=meegenomen,
            tekort=tekort,
        )
    )
    return Uitkomst(Sroi(verplichting, gerealiseerd, tekort, meenemen), tuple(stappen))


def _verplichting(regel: Sroiregel, contractwaarde: Decimal, jaarwaarde: Decimal, stappen: list[Stap]) -> Decimal:
    if contractwaarde < regel.drempel:
        stappen.append(stap("sroi.onder_drempel", regel.grond, contractwaarde=contractwaarde, drempel=regel.drempel))
        return NUL
    bedrag = rond(Fraction(regel.aandeel) * Fraction(jaarwaarde))
    stappen.append(stap("sroi.verplichting", regel.grond, aandeel=regel.aandeel, jaarwaarde=jaarwaarde, bedrag=bedrag))
    return bedrag


def _waarde(groep: Sroigroep, inzet: Inzet, stappen: list[Stap]) -> Decimal:
    """What one effort counts for, never below zero."""
    bruto = rond(_telling(groep, inzet))
    waarde = max(NUL, bruto - inzet.looncompensatie) if groep.looncompensatie else bruto
    stappen.append(
        stap("sroi.inzet", groep.grond, groep=groep.naam, bruto=bruto, looncompensatie=bruto - waarde, waarde=waarde)
    )
    return waarde


def _telling(groep: Sroigroep, inzet: Inzet) -> Fraction:
    """The figures of an effort times the value of its group, before rounding."""
    waarde = Fraction(groep.waarde)
    tellingen: Mapping[Meeteenheid, Fraction] = {
        "fte_jaar": waarde * Fraction(inzet.fte) * inzet.maanden / 12,
        "factuur": Fraction(inzet.bedrag),
        "dagdeel": waarde * inzet.dagdelen * inzet.personen,
        "plek_jaar": waarde * inzet.plekken * inzet.maanden / 12,
    }
    return tellingen[groep.per]


def _meenemen(regel: Sroiregel, over: Decimal, gedaan: Decimal, stappen: list[Stap]) -> Decimal:
    """What is above the duty goes to the next year only, so at most the efforts of this year."""
    meenemen = min(max(NUL, over), gedaan)
    if meenemen:
        volgend_jaar = eis(regel.meenemen, "sroi-regel voor het meenemen naar een volgend jaar")
        stappen.append(stap("sroi.meenemen", volgend_jaar.grond, meenemen=meenemen))
    return meenemen
