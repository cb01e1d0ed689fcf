"""An open parameter and its values as people read them: a name, what it is for, '€ 1.250,50 per dag', '5%'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from voordeur.regels.parameters import OpenParameter
from voordeur.regels.teksten.parameters import WOORDEN, Woorden
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum, schrijf_percentage

from .lokaal import HOE, VERLENGING, als_paren, klasse_van

IN_WOORDEN: Mapping[str, str] = {
    "tekst": "tekst", "getal": "een getal", "datum": "een datum", "tabel": "regels zoals in het bestand",
    "bedrag": "€", "aandeel": "%", "per_jaar": "een getal per jaar", "per_gemeente": "een gewicht per gemeente",
}  # fmt: skip


def woorden_van(naam: str, gat: OpenParameter | None) -> Woorden:
    """How people call a parameter: as the file says, else as Voordeur knows it, else what stands between its points."""
    bekend = WOORDEN.get(naam) or Woorden(naam.replace(".", ": ").replace("_", " ").capitalize())
    if gat is None:
        return bekend
    eenheid = gat.eenheid or bekend.eenheid or {"bedrag": "€", "aandeel": "%"}.get(gat.soort or "", "")
    return Woorden(gat.titel or bekend.titel, gat.waarvoor or bekend.waarvoor, eenheid)


def eenheid_van(gat: OpenParameter) -> str:
    """What a value is in, also where nothing was said: 'tekst', 'een datum'."""
    eenheid, soort = woorden_van(gat.naam, gat).eenheid, klasse_van(gat).soort
    if soort.startswith("per_"):
        return f"{IN_WOORDEN[soort]}{f', in {eenheid}' if eenheid else ''}"
    return eenheid or IN_WOORDEN[soort]


def hoe_in_te_vullen(gat: OpenParameter) -> str:
    """How somebody writes a value of this parameter."""
    klasse = klasse_van(gat)
    in_procent = klasse.soort == "getal" and woorden_van(gat.naam, gat).eenheid == "%"
    return HOE["aandeel"] if in_procent else klasse.hoe


def schrijf_waarde(naam: str, gat: OpenParameter | None, waarde: str, gemeenten: Mapping[str, str]) -> str:
    """A stored value as people read it; what cannot be read that way stays as it is. `gemeenten`: names by code."""
    if naam == VERLENGING:
        return f"tot en met {schrijf_datum(date.fromisoformat(waarde))}"
    if gat is None:
        return waarde
    soort, eenheid = klasse_van(gat).soort, woorden_van(naam, gat).eenheid
    try:
        if soort == "datum":
            return schrijf_datum(date.fromisoformat(waarde))
        if soort.startswith("per_"):
            paren = als_paren(waarde).items()
            return ", ".join(f"{gemeenten.get(deel, deel)}: {_cijfer(getal, eenheid)}" for deel, getal in paren)
        return _cijfer(Decimal(waarde), eenheid) if soort in ("bedrag", "aandeel", "getal") else waarde
    except (ValueError, InvalidOperation):
        return waarde


def _cijfer(getal: Decimal, eenheid: str) -> str:
    if eenheid == "%":
        return schrijf_percentage(getal)
    bedrag = re.fullmatch(r"€\s*(.*)", eenheid)
    if bedrag is not None:
        return f"{schrijf_bedrag(getal)} {bedrag[1]}".strip()
    return f"{getal:f} {eenheid}".strip().replace(".", ",")
