"""In which region support has the best chance, who is responsible meanwhile, and by which steps a dispute goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .drieledig import ANTWOORD, Antwoord, alle, een
from .fouten import OngeldigFeit, RegelOntbreekt
from .uitkomst import Gronden, Stap, Uitkomst, stap

Raadpleging = Literal["niet_gevraagd", "wacht", "geen_antwoord", "akkoord", "niet_akkoord"]
Geschilsoort = Literal["landelijk", "indicatie"]
Plek = Literal["hier", "elders"]


@dataclass(frozen=True)
class Punt:
    """One thing to ask: yes speaks for a place here. `naam`: what it is about, in a few words."""

    id: str
    naam: str
    vraag: str


@dataclass(frozen=True)
class Criterium:
    """A criterion with its sub-points, in the order of the source."""

    id: str
    naam: str
    grond: Gronden
    punten: tuple[Punt, ...]

    def __post_init__(self) -> None:
        if not self.punten:
            raise ValueError("een criterium heeft minstens een punt")


@dataclass(frozen=True)
class Landelijkregel:
    """What is weighed for somebody of another region. `raadplegen`: where it stands that the origin is asked."""

    grond: Gronden
    beslist: str
    criteria: tuple[Criterium, ...] = ()
    raadplegen: bool = False
    betaling_afspreken: bool = False


@dataclass(frozen=True)
class Trede:
    """A step of a dispute. `volgt_advies`: the parties follow what comes out. `termijn`: a term of the agreement."""

    id: str
    wat: str
    wie: str
    grond: Gronden
    termijn: str = ""
    volgt_advies: bool = False


@dataclass(frozen=True)
class Geschilregel:
    """The steps of a kind of dispute, in order. Without steps of its own an agreement follows the national ones."""

    soort: Geschilsoort
    grond: Gronden
    treden: tuple[Trede, ...] = ()
    uitgangspunt: str = ""


@dataclass(frozen=True)
class Landelijkfeiten:
    """What was found out. `antwoorden` by the id of a point; None is unknown.

    `besproken`: the points were gone through with the client. `wens`: whether the client wants to be here; it is
    heard, and decides nothing by itself.
    """

    antwoorden: Mapping[str, bool | None] = field(default_factory=dict)
    wens: bool | None = None
    besproken: bool | None = None
    raadpleging: Raadpleging = "niet_gevraagd"


@dataclass(frozen=True)
class Afweging:
    """Whether anything speaks for a place here, whether all was examined, and what is still open (ids of points)."""

    pleit_hier: Antwoord
    zorgvuldig: Antwoord
    ontbreekt: tuple[str, ...]


def weeg_plek(regel: Landelijkregel, feiten: Landelijkfeiten) -> Uitkomst[Afweging]:
    """Put the answers together. A person weighs them: one yes is a reason for here, never a decision.

    Raises RegelOntbreekt when there are no criteria, OngeldigFeit on a point that the criteria have not.
    """
    punten = [punt for criterium in regel.criteria for punt in criterium.punten]
    if not punten:
        raise RegelOntbreekt("criteria voor landelijke toegankelijkheid")
    for naam in feiten.antwoorden:
        if naam not in {punt.id for punt in punten}:
            raise OngeldigFeit(f"antwoorden.{naam}", "dit punt is er niet")
    antwoorden = {punt.id: feiten.antwoorden.get(punt.id) for punt in punten}
    stappen = [_wens(regel, feiten), *(_criterium(criterium, antwoorden) for criterium in regel.criteria)]
    gevraagd, raadpleging = _raadpleging(regel, feiten.raadpleging)
    stappen += [*raadpleging, _besproken(regel, feiten)]
    pleit = een(antwoorden.values())
    ontbreekt = [naam for naam, antwoord in antwoorden.items() if antwoord is None]
    ontbreekt += ["besproken"] if feiten.besproken is not True else []
    ontbreekt += ["herkomst"] if gevraagd is not True else []
    zorgvuldig = None if ontbreekt else True
    stappen.append(stap(f"landelijk.pleit_{ANTWOORD[pleit]}", regel.grond, beslist=regel.beslist))
    return Uitkomst(Afweging(ANTWOORD[pleit], ANTWOORD[zorgvuldig], tuple(ontbreekt)), tuple(stappen))


def _wens(regel: Landelijkregel, feiten: Landelijkfeiten) -> Stap:
    return stap(f"landelijk.wens_{ANTWOORD[feiten.wens]}", regel.grond)


def _criterium(criterium: Criterium, antwoorden: Mapping[str, bool | None]) -> Stap:
    """The answers of one criterion, by what they say."""
    eigen = {punt.naam: antwoorden[punt.id] for punt in criterium.punten}
    oordeel = een(eigen.values())
    welke = [naam for naam, antwoord in eigen.items() if antwoord is oordeel]
    return stap(f"landelijk.criterium_{ANTWOORD[oordeel]}", criterium.grond, naam=criterium.naam, punten=welke)


def _besproken(regel: Landelijkregel, feiten: Landelijkfeiten) -> Stap:
    return stap(f"landelijk.besproken_{ANTWOORD[alle([feiten.besproken])]}", regel.grond)


def _raadpleging(regel: Landelijkregel, stand: Raadpleging) -> tuple[bool | None, list[Stap]]:
    """Whether the origin was asked well enough: it answered, or let the term pass. True when nobody has to ask it."""
    if not regel.raadplegen and stand == "niet_gevraagd":
        return True, []
    klaar = stand in ("geen_antwoord", "akkoord", "niet_akkoord")
    return True if klaar else None, [stap(f"landelijk.herkomst_{stand}", regel.grond)]


@dataclass(frozen=True)
class Verantwoordelijk:
    """Who is responsible now: this region, or the other after it took over."""

    wie: Plek
    losgelaten: bool


def wie_is_verantwoordelijk(
    richting: Literal["in", "uit"], *, overname: bool, geaccepteerd: bool, losgelaten: bool
) -> Uitkomst[Verantwoordelijk]:
    """The region where somebody reported, until another accepted and this one let go. Nobody is ever without.

    `overname`: the other region is to take over. An acceptance alone changes nothing for the person yet.
    """
    begin = stap("landelijk.gemeld_hier" if richting == "in" else "landelijk.woont_hier", ("wmo/1.2.1",))
    if overname and geaccepteerd and losgelaten:
        return Uitkomst(Verantwoordelijk("elders", True), (begin, stap("landelijk.overgenomen")))
    if not overname:
        return Uitkomst(Verantwoordelijk("hier", False), (begin, stap("landelijk.blijft_hier")))
    sleutel = "landelijk.wacht_op_overdracht" if geaccepteerd else "landelijk.wacht_op_acceptatie"
    return Uitkomst(Verantwoordelijk("hier", False), (begin, stap(sleutel), stap("landelijk.hulp_gaat_door")))


def geschilweg(eigen: Sequence[Geschilregel], landelijk: Sequence[Geschilregel], soort: str) -> Uitkomst[Geschilregel]:
    """The steps of a dispute: the agreement's own, else the national ones. Raises RegelOntbreekt without either."""
    van_regio = next((regel for regel in eigen if regel.soort == soort), None)
    van_land = next((regel for regel in landelijk if regel.soort == soort), None)
    gekozen = van_regio if van_regio is not None and van_regio.treden else van_land
    if gekozen is None:
        raise RegelOntbreekt(f"weg voor een geschil over {soort}")
    grond = (van_regio.grond if van_regio else ()) + (gekozen.grond if gekozen is not van_regio else ())
    uitgangspunt = van_regio.uitgangspunt if van_regio else gekozen.uitgangspunt
    weg = Geschilregel(gekozen.soort, grond, gekozen.treden, uitgangspunt)
    bron = stap("geschil.eigen_weg" if gekozen is van_regio else "geschil.landelijke_weg", grond)
    return Uitkomst(weg, (bron, *(_trede(nummer, trede) for nummer, trede in enumerate(gekozen.treden, start=1))))


def _trede(nummer: int, trede: Trede) -> Stap:
    sleutel = "geschil.trede_gevolgd" if trede.volgt_advies else "geschil.trede"
    return stap(sleutel, trede.grond, nummer=nummer, wat=trede.wat, wie=trede.wie)


def volgende_trede(weg: Geschilregel, nu: str) -> Trede | None:
    """The step after this one; None after the last. Raises RegelOntbreekt on a step that this way has not."""
    ids = [trede.id for trede in weg.treden]
    if nu not in ids:
        raise RegelOntbreekt(f"trede {nu}")
    hierna = weg.treden[ids.index(nu) + 1 :]
    return hierna[0] if hierna else None
