"""What a claim is checked against: gathered from stay, decision, place and local policy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import eis as mag
from voordeur.kern.onderhoud import systeem
from voordeur.kern.perioden import gesloten
from voordeur.kern.queries import regeling_van
from voordeur.kern.rekenbewijs import REGELS
from voordeur.regelingen.schema import Regeling
from voordeur.regels.datums import Periode
from voordeur.regels.declaratie import Toets, aantal_dagen, dagen_van_blok, doorsnede
from voordeur.regels.fouten import Onberekenbaar, RegelOntbreekt, eis
from voordeur.regels.perioden import Periodeblokken, blok_van
from voordeur.regels.uitkomst import Uitkomst
from voordeur.verblijf.models import Plaatsing

from .fouten import NietTeBerekenen
from .lokaal import INDEX, index_met_beleid, reden_van
from .rekenregels import DECLARATIE


@dataclass(frozen=True)
class Grondslag:
    """The agreement and the facts that a claim is checked by; `voorbeeld`: an index figure is an example."""

    regeling: Regeling
    feiten: dict[str, Any]
    voorbeeld: bool


def grondslag(wie: Actor, plaatsing: Plaatsing, *, blok: int, bedrag: Decimal | None, op: date) -> Grondslag:
    """Codes, days and amounts of one stay and block. Raises NietTeBerekenen, with the reason of the agreement's file.

    Read by the system: a provider may not see the decision that its claim rests on.
    """
    with als(systeem(wie.regio)):
        vers = Plaatsing.objects.select_related("besluit", "plek").get(pk=plaatsing.pk)
    dag = eerste_dag(wie.regio, gesloten(vers.periode), blok, op)
    try:
        regeling, _ = regeling_van(wie.regio, dag)
    except Onberekenbaar as fout:
        raise NietTeBerekenen(str(fout)) from None
    with als(systeem(wie.regio)):
        index = index_met_beleid(regeling)
    periode = gesloten(vers.periode)
    feiten = {
        "blok": blok,
        "op": op.isoformat(),
        "plaatsing": _dagen(periode),
        "besluit": _dagen(gesloten(vers.besluit.periode)) if _geldt(vers) else None,
        "arrangement": vers.besluit.arrangement or vers.besluit.vorm,
        "zwaarte": vers.besluit.zwaarte,
        "huisvesting": vers.plek.huisvesting,
        "index": {str(jaar): str(cijfer) for jaar, cijfer in sorted(index.cijfers.items()) if jaar <= op.year},
        "bedrag": None if bedrag is None else str(bedrag),
    }
    return Grondslag(regeling, feiten, index.voorbeeld)


def eerste_dag(regio: str, periode: Periode, blok: int, op: date) -> date:
    """The day whose version of the agreement decides: the first day of care in the block. Raises NietTeBerekenen."""
    try:
        dagen = dagen_van_blok(blokken_van_regio(regio, op), blok)
    except Onberekenbaar as fout:
        raise NietTeBerekenen(str(fout)) from None
    gewoond = doorsnede(dagen, periode)
    return gewoond.van if gewoond else dagen.van


def blokken_van_regio(regio: str, op: date) -> Periodeblokken:
    """The blocks by which the agreement pays. Raises RegelOntbreekt."""
    regeling, _ = regeling_van(regio, op)
    return eis(regeling.perioden, "perioden om per blok te betalen")


def _geldt(plaatsing: Plaatsing) -> bool:
    return plaatsing.besluit.genomen_op is not None and plaatsing.besluit.ingetrokken_op is None


def _dagen(periode: Periode) -> list[str | None]:
    return [periode.van.isoformat(), periode.tot.isoformat() if periode.tot else None]


def reken(grond: Grondslag) -> Uitkomst[Toets]:
    """The check without keeping a proof, for a screen. Raises NietTeBerekenen."""
    try:
        uitkomst: Uitkomst[Toets] = REGELS[DECLARATIE](grond.regeling, grond.feiten)
    except Onberekenbaar as fout:
        raise onberekenbaar(grond.regeling, fout) from None
    return uitkomst


def onberekenbaar(regeling: Regeling, fout: Onberekenbaar) -> NietTeBerekenen:
    """The refusal; where an index figure is missing with the reason why the agreement leaves it open."""
    reden = str(fout)
    if getattr(fout, "veld", "") == "index":
        return NietTeBerekenen(f"{reden.removeprefix('index: ')}: {reden_van(regeling, INDEX)}")
    return NietTeBerekenen(reden)


@dataclass(frozen=True)
class Blokkeuze:
    """A block that a provider can claim for a stay: its number, its days, and how many of them were lived in."""

    blok: int
    periode: Periode
    dagen: int


def te_declareren(regio: str, plaatsing: Plaatsing, gedaan: set[int], op: date) -> list[Blokkeuze]:
    """The blocks of a stay that are over and were not claimed yet, the newest first."""
    try:
        regel = blokken_van_regio(regio, op)
    except RegelOntbreekt:
        return []
    periode = gesloten(plaatsing.periode)
    laatste = min(periode.tot or op, op)
    if laatste < max(periode.van, regel.start):
        return []
    eerste = blok_van(regel, max(periode.van, regel.start)).waarde.nummer
    keuzes = []
    for nummer in range(eerste, blok_van(regel, laatste).waarde.nummer + 1):
        blok = dagen_van_blok(regel, nummer)
        assert blok.tot is not None
        if nummer not in gedaan and blok.tot < op:
            keuzes.append(Blokkeuze(nummer, blok, aantal_dagen(doorsnede(blok, periode))))
    return keuzes[::-1]


def mag_declareren(regio: str, op: date) -> bool:
    """Whether the agreement pays per block of days."""
    regeling, _ = regeling_van(regio, op)
    return regeling.perioden is not None and regeling.tarieven is not None


def eis_blokken(regio: str, op: date) -> None:
    """Refuse where the agreement does not pay per block. Raises NietTeBerekenen."""
    mag(mag_declareren(regio, op), NietTeBerekenen("deze regeling betaalt niet per blok van dagen"))
