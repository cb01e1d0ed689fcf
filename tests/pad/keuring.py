"""What every page has to be: without faults of accessibility, within the screen, without a word in the console."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from tests.web.browser import breder_dan_scherm, overtredingen

BREED, TELEFOON = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
MATEN = {"telefoon": TELEFOON, "breed": BREED}
BREEDTES = tuple(MATEN)
# set this to a folder to keep every page as an image, to look at
BEELDEN = os.environ.get("VOORDEUR_BEELDEN", "")
# a third of the time of axe; they come from one sheet, and are looked at on every screen by itself
KLEUREN = ("color-contrast",)
VAN_EEN_WEIGERING = "Failed to load resource"
# every element by its kind, with the kinds inside it; rows that are built alike count once
BOUW = """() => {
  const soort = e => [e.tagName, e.getAttribute("class"), e.getAttribute("role"), e.getAttribute("type"),
                      ...e.getAttributeNames().sort()].join(" ");
  const bouw = e => { const delen = [];
    for (const deel of e.children) { const vorm = bouw(deel); if (vorm !== delen.at(-1)) delen.push(vorm); }
    return `${soort(e)}(${delen})`; };
  return bouw(document.body);
}"""
# what was found on a page of this build, by width: looking twice at the same tells nothing and takes long
GEZIEN: dict[tuple[str, str], list[str]] = {}


class Keuring:
    """Gathers what is wrong on the pages that somebody visits, each with the page it was on."""

    def __init__(self, titel: str, *, axe: Collection[str] = BREEDTES, breedtes: Sequence[str] = BREEDTES) -> None:
        """`breedtes`: the widths to look in, the last one stays; `axe`: those at which axe looks too.

        Every screen by itself is looked at in both elsewhere.
        """
        self.titel, self.axe, self.breedtes = titel, axe, breedtes
        self.fouten: list[str] = []
        self.aantal = 0

    def volg(self, pagina: Any) -> None:
        """Listen to the console, where a breach of the CSP is said too, to scripts that fail, to files that miss."""
        pagina.on("console", lambda bericht: self._zegt(pagina, bericht.text))
        pagina.on("pageerror", lambda fout: self._zegt(pagina, str(fout)))
        pagina.on("response", lambda antwoord: self._kwam(pagina, antwoord))

    def _zegt(self, pagina: Any, tekst: str) -> None:
        if VAN_EEN_WEIGERING not in tekst:
            self.fouten.append(f"{pagina.url}: console: {tekst}")

    def _kwam(self, pagina: Any, antwoord: Any) -> None:
        bestand = antwoord.request.resource_type != "document"
        if antwoord.status >= 500 or (bestand and antwoord.status >= 400):
            self.fouten.append(f"{pagina.url}: {antwoord.status} van {antwoord.url}")

    def kijk(self, pagina: Any) -> None:
        """The page as it stands, on a phone and on a desk, with every explanation open."""
        self.aantal += 1
        pagina.evaluate("document.querySelectorAll('details.waarom').forEach(e => { e.open = true; })")
        for naam in self.breedtes:
            pagina.set_viewport_size(MATEN[naam])
            gevonden = [*self._overtredingen(pagina, naam), *_te_breed(pagina)]
            self.fouten += [f"{pagina.url} ({naam}): {fout}" for fout in gevonden]
            self._bewaar(pagina, naam)

    def _overtredingen(self, pagina: Any, naam: str) -> list[str]:
        if naam not in self.axe:
            return []
        sleutel = (naam, pagina.evaluate(BOUW))
        if sleutel not in GEZIEN:
            GEZIEN[sleutel] = overtredingen(pagina, zonder=KLEUREN)
        return GEZIEN[sleutel]

    def _bewaar(self, pagina: Any, naam: str) -> None:
        if BEELDEN:
            map_ = Path(BEELDEN) / self.titel
            map_.mkdir(parents=True, exist_ok=True)
            pagina.screenshot(path=map_ / f"{self.aantal:03}-{naam}.png", full_page=True)


def _te_breed(pagina: Any) -> list[str]:
    meer = breder_dan_scherm(pagina)
    return [f"{meer} pixels breder dan het scherm"] if meer > 0 else []
