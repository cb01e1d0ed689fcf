"""Signals that the continuity of a provider is at risk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .uitkomst import Gronden, Stap, Uitkomst, stap


@dataclass(frozen=True)
class Reservesignaal:
    """The reserves are below zero."""

    grond: Gronden


@dataclass(frozen=True)
class Resultaatsignaal:
    """A material loss in one of the last years; `materieel`: the loss as a share of turnover that is still allowed."""

    jaren: int
    materieel: Decimal
    grond: Gronden
    voorbeeld: bool = False

    def __post_init__(self) -> None:
        if self.jaren < 1:
            raise ValueError("kijk naar minstens een jaar")


@dataclass(frozen=True)
class Liquiditeitsignaal:
    """The current ratio is below a bound."""

    current_ratio_onder: Decimal
    grond: Gronden
    voorbeeld: bool = False


@dataclass(frozen=True)
class Risicoregel:
    """The signals that an agreement has."""

    reserve: Reservesignaal | None = None
    resultaat: Resultaatsignaal | None = None
    liquiditeit: Liquiditeitsignaal | None = None


@dataclass(frozen=True)
class Risicofeiten:
    """Amounts in euros; `resultaten` by year, below zero is a loss."""

    eigen_vermogen: Decimal
    resultaten: Mapping[int, Decimal]
    omzet: Decimal
    current_ratio: Decimal


@dataclass(frozen=True)
class Risico:
    """Whether the care counts as at risk, and by which signals."""

    risicovol: bool
    signalen: tuple[str, ...]


def bepaal_risico(regel: Risicoregel, feiten: Risicofeiten) -> Uitkomst[Risico]:
    """One signal is enough to call the continuity at risk."""
    gezien = {
        "reserve": regel.reserve and _reserve(regel.reserve, feiten),
        "resultaat": regel.resultaat and _resultaat(regel.resultaat, feiten),
        "liquiditeit": regel.liquiditeit and _liquiditeit(regel.liquiditeit, feiten),
    }
    signalen = tuple(naam for naam, uitslag in gezien.items() if uitslag and uitslag[0])
    stappen = [gezet for uitslag in gezien.values() if uitslag for gezet in uitslag[1]]
    gronden = tuple(dict.fromkeys(grond for gezet in stappen for grond in gezet.gronden))
    stappen.append(stap("risico.ja" if signalen else "risico.nee", gronden, aantal=len(signalen)))
    return Uitkomst(Risico(bool(signalen), signalen), tuple(stappen))


def _reserve(regel: Reservesignaal, feiten: Risicofeiten) -> tuple[bool, list[Stap]]:
    negatief = feiten.eigen_vermogen < 0
    sleutel = "risico.reserve_negatief" if negatief else "risico.reserve_goed"
    return negatief, [stap(sleutel, regel.grond, eigen_vermogen=feiten.eigen_vermogen)]


def _resultaat(regel: Resultaatsignaal, feiten: Risicofeiten) -> tuple[bool, list[Stap]]:
    jaren = sorted(feiten.resultaten)[-regel.jaren :]
    grens = Fraction(regel.materieel) * Fraction(feiten.omzet)
    slecht = [jaar for jaar in jaren if -Fraction(feiten.resultaten[jaar]) > grens]
    sleutel = "risico.verlies" if slecht else "risico.geen_verlies"
    gezet = stap(sleutel, regel.grond, jaren=jaren, slecht=slecht, materieel=regel.materieel, omzet=feiten.omzet)
    return bool(slecht), [gezet, *_voorbeeld(regel.voorbeeld, "wat een groot verlies is", regel.grond)]


def _liquiditeit(regel: Liquiditeitsignaal, feiten: Risicofeiten) -> tuple[bool, list[Stap]]:
    krap = feiten.current_ratio < regel.current_ratio_onder
    sleutel = "risico.liquiditeit_krap" if krap else "risico.liquiditeit_goed"
    gezet = stap(sleutel, regel.grond, current_ratio=feiten.current_ratio, grens=regel.current_ratio_onder)
    return krap, [gezet, *_voorbeeld(regel.voorbeeld, "vanaf welk getal er te weinig geld is", regel.grond)]


def _voorbeeld(voorbeeld: bool, wat: str, gronden: Gronden) -> list[Stap]:
    return [stap("risico.voorbeeldwaarde", gronden, wat=wat)] if voorbeeld else []
