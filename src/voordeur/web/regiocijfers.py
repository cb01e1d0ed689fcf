"""The figures of the region in a year: who lives there, the money, and each municipality beside its share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from voordeur.geld.models import Begroting, Subsidie
from voordeur.geld.queries import begroting_van, jaren, lasten_per_gemeente, saldi, subsidies
from voordeur.kern.actor import Actor
from voordeur.regels.bedragen import NUL, deel, rond
from voordeur.verantwoording.queries import wachten_op, wonen_op


@dataclass(frozen=True)
class Jaargeld:
    """A year in euros. `verwacht` are the costs of the whole year as they look on the day; None without a budget.

    `subsidies` is what was granted, or set where that was done; `declaraties` what was booked beside it so far.
    """

    begroting: Begroting | None
    lasten: dict[str, Decimal]
    subsidies: Decimal
    declaraties: Decimal
    declaraties_jaar: Decimal
    gesloten: bool
    voorbeeld: bool

    @property
    def verwacht(self) -> Decimal:
        return sum(self.lasten.values(), NUL) if self.gesloten else self.subsidies + self.declaraties_jaar

    @property
    def resultaat(self) -> Decimal | None:
        return self.begroting.rijksbudget - self.verwacht if self.begroting else None

    @property
    def delen(self) -> dict[str, Decimal]:
        """What each municipality has of the budget, by the key of the year."""
        if self.begroting is None:
            return {}
        return deel(self.begroting.rijksbudget, self.sleutel)

    @property
    def sleutel(self) -> dict[str, Decimal]:
        return {code: Decimal(gewicht) for code, gewicht in (self.begroting.sleutel if self.begroting else {}).items()}


def jaargeld(wie: Actor, jaar: int, peildag: date) -> Jaargeld:
    """The money of a year as it stands on a day."""
    begroting = begroting_van(jaar)
    lasten = lasten_per_gemeente(jaar)
    verleend = list(subsidies(wie).filter(jaar=jaar).exclude(stand=Subsidie.Stand.VOORBEREID))
    declaraties = sum(lasten.values(), NUL) - sum((deze.vastgesteld_bedrag or NUL for deze in verleend), NUL)
    voorbeelden = [deze.contract.voorbeeld for deze in verleend] + [begroting.voorbeeld if begroting else False]
    return Jaargeld(
        begroting=begroting,
        lasten=lasten,
        subsidies=sum((_bedrag(deze) for deze in verleend), NUL),
        declaraties=declaraties,
        declaraties_jaar=_heel_jaar(declaraties, jaar, peildag),
        gesloten=begroting is not None and begroting.afgesloten_op is not None,
        voorbeeld=any(voorbeelden),
    )


def _bedrag(subsidie: Subsidie) -> Decimal:
    gezet = subsidie.vastgesteld_bedrag if subsidie.stand == Subsidie.Stand.VASTGESTELD else None
    return subsidie.verleend_bedrag if gezet is None else gezet


def _heel_jaar(bedrag: Decimal, jaar: int, peildag: date) -> Decimal:
    """What an amount until a day becomes when the year goes on like this."""
    dagen, alle = (peildag - date(jaar, 1, 1)).days + 1, (date(jaar, 12, 31) - date(jaar, 1, 1)).days + 1
    return rond(Fraction(bedrag) * Fraction(alle, max(1, min(dagen, alle))))


@dataclass(frozen=True)
class Reserve:
    """The reserve in euros by the ledger, and whether anything was ever posted to it."""

    stand: Decimal
    geboekt: bool


def reserve(jaar: int) -> Reserve:
    """The reserve as the entries of this year and all before leave it; a question for each year with entries."""
    regels = [saldo for deze in jaren() if deze <= jaar for saldo in saldi(deze) if saldo.soort == "reserve"]
    return Reserve(-sum((saldo.bedrag for saldo in regels), NUL), bool(regels))


@dataclass(frozen=True)
class Bewoners:
    """Who lives there and who waits, on a day; `langste` in days."""

    wonen: int
    wachten: int
    langste: int


def bewoners(dag: date) -> Bewoners:
    """The persons on a day."""
    return Bewoners(wonen_op(dag), *wachten_op(dag))
