"""The check of a claim: what a block of days should cost, and each reason why it may not be paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from .bedragen import NUL, rond
from .datums import Periode, plus_dagen
from .fouten import OngeldigFeit, eis
from .perioden import Periodeblokken
from .tarief import Tarief, Tarieven, bereken_tarief
from .uitkomst import Gronden, Stap, Uitkomst, stap

Onderwerp = Literal["periode", "plaatsing", "besluit", "bedrag"]


@dataclass(frozen=True)
class Declaratiefeiten:
    """What is claimed, on what: closed periods; `besluit` None when none is in force; `bedrag` None to only ask.

    `op`: the day of the claim. `indexcijfers`: the rise of the price by year, as a fraction.
    """

    blok: int
    op: date
    plaatsing: Periode
    besluit: Periode | None
    arrangement: str
    zwaarte: str
    huisvesting: str | None
    indexcijfers: Mapping[int, Decimal]
    bedrag: Decimal | None = None


@dataclass(frozen=True)
class Controle:
    """One check: what about, and whether it holds."""

    onderwerp: Onderwerp
    klopt: bool


@dataclass(frozen=True)
class Toets:
    """The block, the days of care in it that may be paid, the expected amount in euros, and every check."""

    blok: Periode
    dagen: int
    verwacht: Decimal
    controles: tuple[Controle, ...]

    @property
    def goed(self) -> bool:
        return all(controle.klopt for controle in self.controles)


def dagen_van_blok(regel: Periodeblokken, nummer: int) -> Periode:
    """The days of a block by its number. Raises OngeldigFeit below 1."""
    if nummer < 1:
        raise OngeldigFeit("blok", "het eerste blok is nummer 1")
    van = plus_dagen(regel.start, (nummer - 1) * regel.dagen)
    return Periode(van, plus_dagen(van, regel.dagen - 1))


def doorsnede(een: Periode, ander: Periode) -> Periode | None:
    """The days that lie in both, or None."""
    if not een.raakt(ander):
        return None
    einden = [tot for tot in (een.tot, ander.tot) if tot is not None]
    return Periode(max(een.van, ander.van), min(einden) if einden else None)


def aantal_dagen(periode: Periode | None) -> int:
    """How many days a closed period has; none without a period."""
    if periode is None:
        return 0
    assert periode.tot is not None
    return (periode.tot - periode.van).days + 1


def toets_declaratie(
    blokken: Periodeblokken, tarieven: Tarieven, feiten: Declaratiefeiten, geen_besluit: Gronden = ()
) -> Uitkomst[Toets]:
    """Check a claim against block, stay, decision and price. Raises OngeldigFeit on an unknown price or index figure.

    `geen_besluit`: the provision by which nothing is paid without a decision.
    """
    blok = dagen_van_blok(blokken, feiten.blok)
    assert blok.tot is not None
    gewoond = doorsnede(blok, feiten.plaatsing)
    gedekt = doorsnede(gewoond, feiten.besluit) if gewoond and feiten.besluit else None
    stappen = [stap("declaratie.blok", blokken.grond, nummer=feiten.blok, van=blok.van, tot=blok.tot)]
    controles = [Controle("periode", feiten.op > blok.tot)]
    if feiten.op <= blok.tot:
        stappen.append(stap("declaratie.te_vroeg", blokken.grond, tot=blok.tot))
    controles.append(_plaatsing(gewoond, blokken, stappen))
    controles.append(_besluit(gewoond, gedekt, geen_besluit, stappen))
    verwacht = _verwacht(tarieven, feiten, gedekt, stappen) if gedekt else NUL
    if feiten.bedrag is not None:
        controles.append(Controle("bedrag", feiten.bedrag == verwacht))
        sleutel = "declaratie.bedrag_klopt" if feiten.bedrag == verwacht else "declaratie.bedrag_anders"
        stappen.append(stap(sleutel, tarieven.grond, bedrag=feiten.bedrag, verwacht=verwacht))
    return Uitkomst(Toets(blok, aantal_dagen(gedekt), verwacht, tuple(controles)), tuple(stappen))


def _plaatsing(gewoond: Periode | None, blokken: Periodeblokken, stappen: list[Stap]) -> Controle:
    dagen = aantal_dagen(gewoond)
    sleutel = "declaratie.gewoond" if dagen else "declaratie.niet_gewoond"
    stappen.append(stap(sleutel, blokken.grond, dagen=dagen, van_dagen=blokken.dagen))
    return Controle("plaatsing", dagen > 0)


def _besluit(gewoond: Periode | None, gedekt: Periode | None, gronden: Gronden, stappen: list[Stap]) -> Controle:
    """Every day that somebody lived there has to lie within the decision."""
    zonder = aantal_dagen(gewoond) - aantal_dagen(gedekt)
    klopt = gedekt is not None and zonder == 0
    sleutel = "declaratie.besluit_geldt" if klopt else "declaratie.zonder_besluit"
    stappen.append(stap(sleutel, gronden, dagen=aantal_dagen(gedekt), zonder=zonder))
    return Controle("besluit", klopt)


def _verwacht(tarieven: Tarieven, feiten: Declaratiefeiten, gedekt: Periode, stappen: list[Stap]) -> Decimal:
    """The price of each day of care, added up and rounded once; a whole block at one price costs that price."""
    per = eis(tarieven.eenheid.dagen, "prijs per vast aantal dagen")
    som = Fraction(0)
    for stuk in stukken(tarieven, gedekt):
        tarief = _prijs(tarieven, feiten, stuk.van)
        dagen = aantal_dagen(stuk)
        som += Fraction(tarief.waarde.totaal) * dagen / per
        stappen += tarief.stappen
        if dagen != per:
            stappen.append(
                stap("declaratie.naar_dagen", tarieven.grond, dagen=dagen, per=per, prijs=tarief.waarde.totaal)
            )
    verwacht = rond(som)
    stappen.append(stap("declaratie.verwacht", tarieven.grond, verwacht=verwacht, dagen=aantal_dagen(gedekt)))
    return verwacht


def stukken(tarieven: Tarieven, periode: Periode) -> list[Periode]:
    """The period cut at each day of indexation, because the price is that of the day of care."""
    assert periode.tot is not None
    index = tarieven.indexering
    if index is None:
        return [periode]
    jaren = range(max(periode.van.year, index.vanaf_jaar), periode.tot.year + 1)
    knippen = [date(jaar, index.maand, index.dag) for jaar in jaren]
    begin = [periode.van, *(dag for dag in knippen if periode.van < dag <= periode.tot)]
    einde = [*(dag - timedelta(days=1) for dag in begin[1:]), periode.tot]
    return [Periode(van, tot) for van, tot in zip(begin, einde, strict=True)]


def _prijs(tarieven: Tarieven, feiten: Declaratiefeiten, dag: date) -> Uitkomst[Tarief]:
    """The price on a day, with only the index figures that count by then."""
    index = tarieven.indexering
    nodig = {
        jaar: cijfer
        for jaar, cijfer in feiten.indexcijfers.items()
        if index and index.vanaf_jaar <= jaar and date(jaar, index.maand, index.dag) <= dag
    }
    return bereken_tarief(
        tarieven,
        arrangement=feiten.arrangement,
        zwaarte=feiten.zwaarte,
        huisvesting=feiten.huisvesting,
        op=dag,
        indexcijfers=nodig,
    )
