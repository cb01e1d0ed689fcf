"""Which powers an agreement gives to the centre and to organisations, as beginnings of names of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voordeur.regels.bevoegdheid import Mandaat

from .schema import Regeling

IN_MANDAAT = frozenset({"mandaat", "taak", "volmacht"})
TOEGANG = "toegang"
BESLUIT = f"{TOEGANG}.besluit"
OPVANGBESLUIT = "mo.besluit"
OVER_GELD = ("budget", "subsidie", "boekhouding", "contractering")
VAN_ONDERZOEK = (f"{TOEGANG}.melden", f"{TOEGANG}.melding", f"{TOEGANG}.onderzoek", "inwoner")
# what an access organisation does by a mandate or a task of this name
VAN_TOEGANG = {
    BESLUIT: (TOEGANG, "inwoner"),
    f"{TOEGANG}.onderzoek": VAN_ONDERZOEK,
    f"{TOEGANG}.indicatie": VAN_ONDERZOEK,
    "plaatsing": ("verblijf",),
}


@dataclass(frozen=True)
class Macht:
    """What was given: a beginning of names of actions, the provision, and the days that it names."""

    handeling: str
    grond: str
    vanaf: date | None = None
    tot: date | None = None


@dataclass(frozen=True)
class Gemachtigde:
    """An organisation with powers: its name, or without one what the agreement calls them ('opvanginstellingen').

    `soort`: an access organisation has them of every college, a shelter of the centre.
    """

    soort: Literal["toegang", "opvang"]
    aan: str
    heeft_naam: bool
    machten: tuple[Macht, ...]


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
        _macht(TOEGANG, toegang),
        _macht("inwoner", toegang),
        _macht("verblijf", plaatsing),
        *((_macht("geld", geld),) if geld else ()),
    )


def _macht(handeling: str, mandaat: Mandaat) -> Macht:
    return Macht(handeling, mandaat.grond[0], mandaat.vanaf, mandaat.tot)


def opvangmachten(regeling: Regeling, dag: date) -> tuple[Macht, ...]:
    """What the centre gave to its shelters: the investigation, the application and the decision, or nothing."""
    gegeven = [deel for deel in regeling.mandaten if _geldt(deel, dag) and deel.soort in IN_MANDAAT]
    over_opvang = _eerste(gegeven, (OPVANGBESLUIT,))
    if over_opvang is None:
        return ()
    return tuple(_macht(f"{TOEGANG}.{deel}", over_opvang) for deel in ("onderzoek", "aanvraag", "besluit"))


def gemachtigden(regeling: Regeling, dag: date) -> tuple[Gemachtigde, ...]:
    """The organisations to which the agreement gives powers on a day: its access organisation, and its shelters."""
    return (*_toegang(regeling, dag), *_opvang(regeling, dag))


def _toegang(regeling: Regeling, dag: date) -> Iterator[Gemachtigde]:
    organisatie = regeling.toegangsorganisatie
    if organisatie is None:
        return
    gegeven = {
        handeling: _macht(handeling, deel)
        for deel in regeling.mandaten
        if _geldt(deel, dag) and deel.soort in IN_MANDAAT and _noemt(deel.aan, organisatie.naam)
        for handeling in VAN_TOEGANG.get(deel.handeling, ())
    }
    ruimste = tuple(
        macht
        for naam, macht in gegeven.items()
        if naam.partition(".")[0] == naam or naam.partition(".")[0] not in gegeven
    )
    if ruimste:
        yield Gemachtigde("toegang", organisatie.naam, heeft_naam=True, machten=ruimste)


def _opvang(regeling: Regeling, dag: date) -> Iterator[Gemachtigde]:
    gegeven = opvangmachten(regeling, dag)
    if gegeven:
        mandaten = [deel for deel in regeling.mandaten if _geldt(deel, dag) and deel.soort in IN_MANDAAT]
        mandaat = _eerste(mandaten, (OPVANGBESLUIT,))
        assert mandaat is not None
        met_naam = any(partij.naam == mandaat.aan for partij in regeling.partijen if partij.code is None)
        yield Gemachtigde("opvang", mandaat.aan, met_naam, gegeven)


def _noemt(tekst: str, naam: str) -> bool:
    """Whether a mandate is given to who has this name: 'Cimot' or 'Cimot, in dienst van …'."""
    return tekst == naam or tekst.startswith(f"{naam},")


def _geldt(mandaat: Mandaat, dag: date) -> bool:
    return (mandaat.vanaf or date.min) <= dag <= (mandaat.tot or date.max)


def _eerste(mandaten: Sequence[Mandaat], namen_: tuple[str, ...]) -> Mandaat | None:
    """The mandate with the first of these names, or with a name that begins with it."""
    passend = (deel for naam in namen_ for deel in mandaten if f"{deel.handeling}.".startswith(f"{naam}."))
    return next(passend, None)
