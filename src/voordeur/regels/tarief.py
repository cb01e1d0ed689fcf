"""The price of an arrangement for one unit of time, with its surcharge and the yearly indexation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from .bedragen import NUL, rond
from .fouten import OngeldigFeit, eis
from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Eenheid:
    """What one price is for: "periode van 4 weken", "etmaal", "uur"; `dagen` where it is a number of days."""

    naam: str
    dagen: int | None = None


@dataclass(frozen=True)
class Prijs:
    """A line of the price table: amounts by weight. `huisvesting` None: the line has no variants of housing."""

    arrangement: str
    naam: str
    basis: Mapping[str, Decimal]
    grond: Gronden
    opslag: Mapping[str, Decimal] | None = None
    huisvesting: str | None = None
    alleen_voor: str = ""

    def __post_init__(self) -> None:
        if self.opslag is not None and set(self.opslag) != set(self.basis):
            raise ValueError("de opslag noemt andere zwaarten dan de basis")


@dataclass(frozen=True)
class Opslag:
    """A surcharge as a share of the price; used after an indexation, before it the table is the price."""

    aandeel: Decimal
    naam: str
    grond: Gronden


@dataclass(frozen=True)
class Indexering:
    """Prices rise every year on a day, from a year on, by a figure that is found elsewhere (`bron`)."""

    maand: int
    dag: int
    vanaf_jaar: int
    bron: str
    grond: Gronden


@dataclass(frozen=True)
class EldersGeregeld:
    """An arrangement of which the price stands in another agreement."""

    arrangement: str
    waar: str
    grond: Gronden


@dataclass(frozen=True)
class Tarieven:
    """The price table of an agreement."""

    eenheid: Eenheid
    grond: Gronden
    prijzen: tuple[Prijs, ...] = ()
    opslag: Opslag | None = None
    indexering: Indexering | None = None
    elders: tuple[EldersGeregeld, ...] = ()


@dataclass(frozen=True)
class Tarief:
    """Basis and surcharge in euros for one unit; `totaal` is their sum."""

    basis: Decimal
    opslag: Decimal
    totaal: Decimal
    eenheid: str


def bereken_tarief(
    regel: Tarieven,
    *,
    arrangement: str,
    zwaarte: str,
    huisvesting: str | None,
    op: date,
    indexcijfers: Mapping[int, Decimal],
) -> Uitkomst[Tarief]:
    """The price on a day. `indexcijfers`: the rise by year as a fraction, one for each indexation up to the day.

    Raises OngeldigFeit on an arrangement, weight or housing that the table has not, and on a missing or superfluous
    index figure.
    """
    prijs = _zoek(regel, arrangement, huisvesting)
    if zwaarte not in prijs.basis:
        raise OngeldigFeit("zwaarte", _waar_wel(regel, prijs, zwaarte))
    basis = prijs.basis[zwaarte]
    stappen = [
        stap("tarief.tabel", prijs.grond, naam=prijs.naam, zwaarte=zwaarte, basis=basis, eenheid=regel.eenheid.naam)
    ]
    indexering = regel.indexering
    jaren = _indexjaren(indexering, op, indexcijfers)
    for jaar in jaren:
        nieuw = rond(Fraction(basis) * (1 + Fraction(indexcijfers[jaar])))
        gronden = indexering.grond if indexering else ()
        stappen.append(stap("tarief.indexering", gronden, jaar=jaar, index=indexcijfers[jaar], was=basis, wordt=nieuw))
        basis = nieuw
    opslag, gezet = _opslag(regel, prijs, prijs.opslag[zwaarte] if prijs.opslag else None, basis if jaren else None)
    totaal = basis + opslag
    eenheid = regel.eenheid.naam
    stappen += [gezet, stap("tarief.totaal", prijs.grond, basis=basis, opslag=opslag, totaal=totaal, eenheid=eenheid)]
    return Uitkomst(Tarief(basis, opslag, totaal, eenheid), tuple(stappen))


def _zoek(regel: Tarieven, arrangement: str, huisvesting: str | None) -> Prijs:
    for elders in regel.elders:
        if elders.arrangement == arrangement:
            raise OngeldigFeit("arrangement", f"de prijs van {arrangement} staat in {elders.waar}")
    lijnen = [prijs for prijs in regel.prijzen if prijs.arrangement == arrangement]
    if not lijnen:
        bekend = dict.fromkeys(prijs.arrangement for prijs in regel.prijzen)
        raise OngeldigFeit("arrangement", f"{arrangement} staat niet in de tabel; wel: {', '.join(bekend)}")
    varianten = [prijs.huisvesting for prijs in lijnen if prijs.huisvesting is not None]
    if varianten and huisvesting not in varianten:
        raise OngeldigFeit("huisvesting", f"kies voor {arrangement} uit: {', '.join(varianten)}")
    if not varianten and huisvesting is not None:
        raise OngeldigFeit("huisvesting", f"bij {arrangement} is er geen keuze in huisvesting")
    return next(prijs for prijs in lijnen if prijs.huisvesting == huisvesting)


def _waar_wel(regel: Tarieven, prijs: Prijs, zwaarte: str) -> str:
    """Which arrangements have this weight, or which weights there are."""
    zwaarten = dict.fromkeys(naam for ander in regel.prijzen for naam in ander.basis)
    if zwaarte not in zwaarten:
        return f"kies uit: {', '.join(zwaarten)}"
    wel = dict.fromkeys(
        ander.arrangement for ander in regel.prijzen if zwaarte in ander.basis and not ander.alleen_voor
    )
    passend = ", ".join(wel) or "geen enkel arrangement"
    return f"{zwaarte} is niet van toepassing bij {prijs.arrangement}; dit past wel: {passend}"


def _indexjaren(regel: Indexering | None, op: date, cijfers: Mapping[int, Decimal]) -> tuple[int, ...]:
    """The years of which a figure is needed; refuses a figure too many and a figure too few."""
    laatste = op.year if regel and (op.month, op.day) >= (regel.maand, regel.dag) else op.year - 1
    nodig = range(regel.vanaf_jaar, laatste + 1) if regel else range(0)
    for jaar in cijfers:
        if jaar not in nodig:
            raise OngeldigFeit("index", f"voor {jaar} hoort geen indexcijfer bij deze datum")
    for jaar in nodig:
        if jaar not in cijfers:
            bron = regel.bron if regel else ""
            raise OngeldigFeit("index", f"het indexcijfer van {jaar} ontbreekt ({bron})")
    return tuple(nodig)


def _opslag(
    regel: Tarieven, prijs: Prijs, gedrukt: Decimal | None, nieuwe_basis: Decimal | None
) -> tuple[Decimal, Stap]:
    """The printed surcharge, or a share of the price once that was indexed; nothing where the line has none."""
    if gedrukt is None:
        return NUL, stap("tarief.geen_opslag", prijs.grond)
    opslagregel = eis(regel.opslag, "tarieven voor een opslag")
    if nieuwe_basis is None:
        return gedrukt, stap("tarief.opslag_tabel", opslagregel.grond, opslag=gedrukt, naam=opslagregel.naam)
    aandeel = opslagregel.aandeel
    opslag = rond(Fraction(nieuwe_basis) * Fraction(aandeel))
    gezet = stap("tarief.opslag_aandeel", opslagregel.grond, opslag=opslag, aandeel=aandeel, naam=opslagregel.naam)
    return opslag, gezet
