"""What was written about somebody, called by plain words in their copy: 'uw klacht 1' and not 'klacht 4071'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# kinds that hold the id of a row, and what may follow that id
MET_NUMMER = {
    "afspraak": "uw afspraak", "bericht": "bericht", "betrokkene": "wie er meedoet", "bewaring": "langer bewaren",
    "bezwaar": "uw bezwaar", "brief": "waarom een brief bleef liggen", "document": "document",
    "geschil": "geschil tussen gemeenten", "inwonervraag": "uw vraag", "klacht": "uw klacht", "klok": "termijn",
    "machtiging": "wie u helpt", "samenvoeging": "twee keer geregistreerd", "verslag": "verslag",
    "verzoek": "uw verzoek",
}  # fmt: skip
VASTE = {
    "criteria": "antwoorden op de voorwaarden", "inschaalfeiten": "gegevens voor het arrangement",
    "landelijkfeiten": "gegevens voor de keuze van de regio", "nieuwe client": "nieuw of al bekend",
    "opvang feiten": "gegevens voor de opvang", "toetsfeiten": "gegevens voor het besluit",
    "vertrek": "waarom u naar een andere regio gaat", "zrm": "hoe zelfredzaam u bent",
}  # fmt: skip
STAARTEN = {
    "anders": "een ander moment", "antwoord": "ons antwoord", "getekend": "met handtekening", "reactie": "uw reactie",
}  # fmt: skip
MET_ID = re.compile(r"([a-z]+) (\d+)(?: (.+))?")


def in_gewone_woorden(geschreven: Mapping[str, Any], titels: Mapping[str, str]) -> dict[str, Any]:
    """The same under plain words. `titels`: what a paper or a term is called, by its kind and id ('document 12')."""
    nummers: dict[str, list[str]] = {}
    gevonden: dict[str, Any] = {}
    for soort, inhoud in geschreven.items():
        naam = _naam(soort, nummers, titels)
        gevonden[naam if naam not in gevonden else f"{naam} ({len(gevonden) + 1})"] = inhoud
    return gevonden


def _naam(soort: str, nummers: dict[str, list[str]], titels: Mapping[str, str]) -> str:
    delen = MET_ID.fullmatch(soort)
    if delen is None or delen[1] not in MET_NUMMER:
        return VASTE.get(soort, soort)
    eerder = nummers.setdefault(delen[1], [])
    if delen[2] not in eerder:
        eerder.append(delen[2])
    titel = titels.get(f"{delen[1]} {delen[2]}", str(eerder.index(delen[2]) + 1))
    staart = f", {STAARTEN.get(delen[3], delen[3])}" if delen[3] else ""
    return f"{MET_NUMMER[delen[1]]} {titel}{staart}"
