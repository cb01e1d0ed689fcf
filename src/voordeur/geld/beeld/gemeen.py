"""What every screen of the money shares: chips, why of a proof, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap, Uitkomst
from voordeur.schermen.bouwstenen import Chip, Waarom
from voordeur.schermen.gronden import in_woorden

from ..models import Betaling, Declaratie, Subsidie
from ..queries import Onderbouwing

VOORBEELD = Chip("bijna", "Voorbeeldbedrag", "info-circle")
COLLEGA = Chip("info", "Wacht op een collega", "hourglass")
KLAAR, AFGEKEURD, WACHT = (
    Chip("goed", "Goedgekeurd", "check"),
    Chip("dringend", "Afgekeurd", "alert-triangle"),
    Chip("bijna", "Wacht op beoordeling", "hourglass"),
)
BETALINGCHIPS: Mapping[str, Chip] = {
    Betaling.Stand.KLAAR: WACHT,
    Betaling.Stand.GOEDGEKEURD: KLAAR,
    Betaling.Stand.AFGEKEURD: AFGEKEURD,
}
DECLARATIECHIPS: Mapping[str, Chip] = {
    Declaratie.Stand.INGEDIEND: WACHT,
    Declaratie.Stand.GOEDGEKEURD: KLAAR,
    Declaratie.Stand.AFGEKEURD: AFGEKEURD,
}
SUBSIDIECHIPS: Mapping[str, Chip] = {
    Subsidie.Stand.VOORBEREID: Chip("bijna", "Wacht op verlening", "hourglass"),
    Subsidie.Stand.VERLEEND: Chip("info", "Verleend", "check"),
    Subsidie.Stand.VASTSTELLING: Chip("bijna", "Wacht op vaststelling", "hourglass"),
    Subsidie.Stand.VASTGESTELD: Chip("goed", "Vastgesteld", "check"),
}


def waarom(grond: Onderbouwing, waarover: str, vraag: str = "Waarom dit bedrag?", *, open_: bool = False) -> Waarom:
    """The explanation of a proof: its steps, when it was computed, by which version."""
    return Waarom(
        vraag,
        in_woorden(grond.uitkomst, grond.regeling),
        waarover,
        berekend=grond.bewijs.om,
        regels_sinds=grond.bewijs.versie,
        open=open_,
    )


def waarom_uitkomst(
    uitkomst: Uitkomst[Any], waarover: str, regeling: Regeling | None = None, vraag: str = "Waarom dit bedrag?"
) -> Waarom:
    """The explanation of an outcome that was not kept."""
    return Waarom(vraag, in_woorden(uitkomst, regeling), waarover)


def deel_van(grond: Onderbouwing, sleutels: Iterable[str], vraag: str, waarover: str) -> Waarom | None:
    """The explanation of a part of an outcome: only the steps with these keys; None when there are none."""
    gezocht = set(sleutels)
    stappen: tuple[Stap, ...] = tuple(stap for stap in grond.uitkomst.stappen if stap.sleutel in gezocht)
    return waarom_uitkomst(Uitkomst(None, stappen), waarover, grond.regeling, vraag) if stappen else None
