"""A ground as people read it: 'wmo/2.3.2-1' is 'Wmo 2015, artikel 2.3.2 lid 1', with the address of the law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from voordeur.kern.queries import bekende_regeling
from voordeur.regelingen.landelijke_afspraken import BRON as LANDELIJK
from voordeur.regelingen.landelijke_afspraken import landelijke_bepaling
from voordeur.regelingen.schema import Regeling
from voordeur.regelingen.wetten import is_wetsartikel, wetten
from voordeur.regels.uitkomst import Gronden, Uitkomst
from voordeur.regels.verwoorden import verwoord

from .bouwstenen import Grond, Uitlegregel

# the name of each law and its number at wetten.overheid.nl
WETTEN = {
    "wmo": ("Wmo 2015", "BWBR0035362"),
    "awb": ("Algemene wet bestuursrecht", "BWBR0005537"),
    "atw": ("Algemene termijnenwet", "BWBR0002448"),
    "avg": ("AVG", ""),
}
EU_AVG = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679"
VOLUIT = ((r"\bart\. ", "artikel "), (r"\bpar\. ", "paragraaf "), (r"\bH(\d)", r"hoofdstuk \1"))


def leesbaar(grond: str, regeling: Regeling | None = None) -> Grond:
    """A ground of a step; a provision is looked up in the agreement given, else in the newest version of its own."""
    bron, _, naam = grond.partition("/")
    if bron in WETTEN:
        return _van_wet(grond, bron, naam)
    if bron == LANDELIJK and (afspraak := landelijke_bepaling(naam)):
        return Grond(f"Landelijke afspraken, {afspraak.vindplaats}", kern=afspraak.kern)
    if regeling is None:
        regeling = bekende_regeling(bron)
    if regeling is None or regeling.id != bron or naam not in regeling.bepalingen:
        return Grond(grond)
    bepaling = regeling.bepalingen[naam]
    return Grond(f"{regeling.titel} {regeling.naam}, {voluit(bepaling.vindplaats)}", kern=bepaling.kern)


def _van_wet(grond: str, bron: str, naam: str) -> Grond:
    wet, nummer = WETTEN[bron]
    artikel, _, lid = naam.partition("-")
    tekst = f"{wet}, artikel {artikel}{f' lid {lid}' if lid else ''}"
    kern = wetten().artikelen[grond].kern if is_wetsartikel(grond) else ""
    return Grond(tekst, f"https://wetten.overheid.nl/jci1.3:c:{nummer}&artikel={artikel}" if nummer else EU_AVG, kern)


def voluit(vindplaats: str) -> str:
    """Where something stands, without abbreviations."""
    for kort, lang in VOLUIT:
        vindplaats = re.sub(kort, lang, vindplaats)
    return vindplaats


def gronden_van(gronden: Gronden, regeling: Regeling | None = None) -> tuple[Grond, ...]:
    """Grounds as people read them."""
    return tuple(leesbaar(grond, regeling) for grond in gronden)


def in_woorden(uitkomst: Uitkomst[Any], regeling: Regeling | None = None) -> tuple[Uitlegregel, ...]:
    """The steps of an outcome as sentences with their grounds; a ground that was just named is not named again."""
    return tuple(_regels(uitkomst, regeling))


def _regels(uitkomst: Uitkomst[Any], regeling: Regeling | None) -> Iterator[Uitlegregel]:
    vorige: Iterable[str] = ()
    for stap in uitkomst.stappen:
        nieuw = tuple(grond for grond in stap.gronden if grond not in vorige)
        yield Uitlegregel(verwoord(stap), gronden_van(nieuw, regeling))
        vorige = stap.gronden
