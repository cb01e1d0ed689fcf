"""What the screens of the stays show: who waits and how long, who lives where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from voordeur.inwoner.queries import geschreven_van, namen_van
from voordeur.kern.perioden import gesloten
from voordeur.regels.plaatsing import reden
from voordeur.regels.verwoorden import schrijf_datum, verwoord
from voordeur.schermen.bouwstenen import Chip, Uitlegregel, Waarom
from voordeur.toegang.models import Besluit

from .gevolgen import VERVOLG
from .models import Plaatsing
from .queries import Kans, Sinds, product_van

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

# from these days on somebody waits long: no law or agreement says when, so it only sorts attention
LANG, ERG_LANG = 42, 90
# the kind of facts under which reading a region in keeps that
VAN_DE_OUDE_LIJST = "wachtlijst"


@dataclass(frozen=True)
class Wachtende:
    """Somebody who has a decision and no place: since when, for what, and where the person waits."""

    besluit: Besluit
    naam: str
    product: str
    gemeente: str
    sinds: date
    dagen: int
    chip: Chip
    pgb: bool
    # what came along from the list that the region kept before
    eerder: str = ""


@dataclass(frozen=True)
class Wachttijd:
    """How many people wait, and how many days: the one in the middle, and the longest."""

    aantal: int
    middelste: int
    langste: int


@dataclass(frozen=True)
class Bewoner:
    """Somebody who lives, lived or will live at a place."""

    plaatsing: Plaatsing
    naam: str
    gemeente: str
    van: date
    tot: date | None
    chip: Chip
    te_beeindigen: bool


def wachttijd(begin: Iterable[date], vandaag: date) -> Wachttijd:
    """The numbers above the list; `begin`: since when each of them waits."""
    dagen = [(vandaag - dag).days for dag in begin]
    return Wachttijd(len(dagen), int(median(dagen)), max(dagen)) if dagen else Wachttijd(0, 0, 0)


def wachtenden(
    besluiten: Iterable[WithAnnotations[Besluit, Sinds]],
    producten: Mapping[str, str],
    gemeenten: Mapping[str, str],
    vandaag: date,
) -> tuple[Wachtende, ...]:
    """Rows of the waiting list with names. Three questions, whatever their number."""
    rij = list(besluiten)
    namen = namen_van(besluit.dossier.inwoner for besluit in rij)
    eerder = geschreven_van((besluit.dossier.inwoner for besluit in rij), VAN_DE_OUDE_LIJST)
    return tuple(
        Wachtende(
            besluit,
            namen[besluit.dossier.inwoner_id],
            producten.get(product_van(besluit), product_van(besluit)),
            gemeenten.get(besluit.college_code, besluit.college_code),
            besluit.sinds,
            dagen := (vandaag - besluit.sinds).days,
            wachtduur(dagen),
            besluit.leveringsvorm == "pgb",
            _eerder(eerder.get(besluit.dossier.nummer, {}), besluit),
        )
        for besluit in rij
    )


def _eerder(notitie: Mapping[str, str], besluit: WithAnnotations[Besluit, Sinds]) -> str:
    """That somebody stood on the list of before, and what they would like."""
    wens, genomen = notitie.get("wens"), besluit.genomen_op
    stond = besluit.dossier.wacht_sinds == besluit.sinds and genomen is not None
    delen = (
        f"Stond al op de oude lijst. Het besluit is van {schrijf_datum(genomen)}." if stond and genomen else "",
        f"Wens: {wens.rstrip('.')}." if wens else "",
    )
    return " ".join(filter(None, delen))


def wens_van(besluit: Besluit) -> str:
    """Where somebody would like to live, as the list of before had it; one question."""
    eerder = geschreven_van([besluit.dossier.inwoner], VAN_DE_OUDE_LIJST)
    return str(eerder.get(besluit.dossier.nummer, {}).get("wens", ""))


def wachtduur(dagen: int) -> Chip:
    """How long somebody waits: '12 dagen'."""
    tekst = "Sinds vandaag" if dagen <= 0 else f"{dagen} {'dag' if dagen == 1 else 'dagen'}"
    if dagen > ERG_LANG:
        return Chip("dringend", tekst, "hourglass")
    return Chip("bijna" if dagen > LANG else "rust", tekst, "hourglass")


def bewoners(plaatsingen: Iterable[Plaatsing], gemeenten: Mapping[str, str], vandaag: date) -> tuple[Bewoner, ...]:
    """Rows of the list of residents with names. Two questions, whatever their number."""
    rij = list(plaatsingen)
    namen = namen_van(plaatsing.dossier.inwoner for plaatsing in rij)
    return tuple(_bewoner(plaatsing, namen[plaatsing.dossier.inwoner_id], gemeenten, vandaag) for plaatsing in rij)


def _bewoner(plaatsing: Plaatsing, naam: str, gemeenten: Mapping[str, str], vandaag: date) -> Bewoner:
    dagen = gesloten(plaatsing.periode)
    gemeente = gemeenten.get(plaatsing.college_code, plaatsing.college_code)
    loopt = plaatsing.beeindigd_op is None or (plaatsing.reden_einde == VERVOLG and dagen.bevat(vandaag))
    return Bewoner(plaatsing, naam, gemeente, dagen.van, dagen.tot, stand(plaatsing, vandaag), loopt)


def stand(plaatsing: Plaatsing, vandaag: date) -> Chip:
    """Whether somebody is there today, is to come, or has gone."""
    dagen = gesloten(plaatsing.periode)
    if vandaag < dagen.van:
        return Chip("info", "Komt nog", "clock")
    if not dagen.bevat(vandaag):
        return Chip("rust", "Woont er niet meer", "history")
    # a stay that goes on by another decision is closed on paper only
    blijft = plaatsing.beeindigd_op is None or plaatsing.reden_einde == VERVOLG
    return Chip("goed", "Woont er", "home") if blijft else Chip("bijna", "Gaat weg", "clock")


@dataclass(frozen=True)
class Pastniet:
    """A place that does not fit: its name, the reasons in a line, and every demand with its value."""

    naam: str
    redenen: str
    waarom: Waarom


def past_niet(kans: Kans, naam: str) -> Pastniet:
    """'Waarom niet?' of a place: first the demands that are not met, then the ones that are."""
    eisen = sorted(kans.uitkomst.stappen[:-1], key=reden, reverse=True)
    regels = tuple(Uitlegregel(f"{'Klopt niet' if reden(stap) else 'Klopt'}. {verwoord(stap)}") for stap in eisen)
    redenen = " ".join(verwoord(stap) for stap in eisen if reden(stap))
    return Pastniet(naam, redenen, Waarom("Waarom niet?", regels, f"Over {naam}"))
