"""Which powers an agreement gives to the centre and to its shelters, as beginnings of names of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voordeur.regels.bevoegdheid import Mandaat

from .schema import Regeling

IN_MANDAAT = frozenset({"mandaat", "taak", "volmacht"})
TOEGANG = "toegang"
BESLUIT = f"{TOEGANG}.besluit"
OPVANGBESLUIT = "mo.besluit"
OVER_GELD = ("budget", "subsidie", "boekhouding", "contractering")


@dataclass(frozen=True)
class Macht:
    """What the other colleges gave to the centre: a beginning of names of actions, and the provision."""

    handeling: str
    grond: str


def machten(regeling: Regeling, dag: date) -> tuple[Macht, ...]:
    """The powers over access, stays and what they cost; none where each municipality decides itself."""
    geldig = [mandaat for mandaat in regeling.mandaten if _geldt(mandaat, dag)]
    if any(mandaat.handeling == BESLUIT and mandaat.soort == "eigen" for mandaat in geldig):
        return ()
    gegeven = [mandaat for mandaat in geldig if mandaat.soort in IN_MANDAAT]
    toegang = _eerste(gegeven, (BESLUIT, TOEGANG))
    if toegang is None:
        return ()
    plaatsing = _eerste(gegeven, ("plaatsing",)) or toegang
    geld = _eerste(gegeven, OVER_GELD)
    return (
        Macht(TOEGANG, toegang.grond[0]),
        Macht("inwoner", toegang.grond[0]),
        Macht("verblijf", plaatsing.grond[0]),
        *((Macht("geld", geld.grond[0]),) if geld else ()),
    )


def opvangmachten(regeling: Regeling, dag: date) -> tuple[Macht, ...]:
    """What the centre gave to its shelters: the investigation, the application and the decision, or nothing."""
    gegeven = [deel for deel in regeling.mandaten if _geldt(deel, dag) and deel.soort in IN_MANDAAT]
    over_opvang = _eerste(gegeven, (OPVANGBESLUIT,))
    if over_opvang is None:
        return ()
    return tuple(Macht(f"{TOEGANG}.{deel}", over_opvang.grond[0]) for deel in ("onderzoek", "aanvraag", "besluit"))


def _geldt(mandaat: Mandaat, dag: date) -> bool:
    return (mandaat.vanaf or date.min) <= dag <= (mandaat.tot or date.max)


def _eerste(mandaten: Sequence[Mandaat], namen_: tuple[str, ...]) -> Mandaat | None:
    """The mandate with the first of these names, or with a name that begins with it."""
    passend = (deel for naam in namen_ for deel in mandaten if f"{deel.handeling}.".startswith(f"{naam}."))
    return next(passend, None)
