"""What somebody takes over of the BRP: each part is a correction, with what it changes and what stood there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from voordeur.kern.actor import Actor

from ..models import Dossier
from .correcties import Correctie, corrigeer

UIT_DE_BRP = "Overgenomen uit de BRP."


def neem_over(
    wie: Actor, dossier: Dossier, delen: Mapping[str, Mapping[str, Any]], *, versie: int, op: date
) -> Dossier:
    """Take over parts (names of `correcties.WAT`) with their values. Raises what a correction raises."""
    for wat, nieuw in delen.items():
        waarden = dict(nieuw)
        if wat == "geboortedatum":
            waarden["geboortedatum"] = date.fromisoformat(waarden["geboortedatum"])
        correctie = Correctie(wat=wat, nieuw=waarden, reden="stuk", toelichting=UIT_DE_BRP)
        dossier = corrigeer(wie, dossier, correctie, versie=versie, op=op).object
        versie = dossier.versie
    return dossier
