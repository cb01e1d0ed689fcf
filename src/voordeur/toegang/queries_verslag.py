"""The report of the investigation in its versions: what the resident said of each, and whether it was signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from voordeur.regelingen.schema import Regeling

from .models import Document, Dossier

VERSLAG = "verslag"
REACTIES: dict[str, str] = {
    "eens": "Eens met het verslag",
    "niet_eens": "Niet eens met het verslag",
    "geen": "Geen reactie",
}


@dataclass(frozen=True)
class Verslagbeeld:
    """One version of the report. `oordeel`: a key of REACTIES, empty while nothing is known; `getekend_op` None: not.

    `ontvangen_op`: the day on which the signed report came in, which is the day of the application where the agreement
    takes the signed report for it.
    """

    versie: int
    op: date
    document: int
    advies: str
    oordeel: str
    opmerkingen: str
    gereageerd_op: date | None
    getekend_op: date | None
    ontvangen_op: date | None

    @property
    def reactie(self) -> str:
        return REACTIES.get(self.oordeel, "")


def verslagen(documenten: Iterable[Document], geschreven: Mapping[str, Any]) -> tuple[Verslagbeeld, ...]:
    """Every version, the newest first; without a query."""
    rijen = sorted((deel for deel in documenten if deel.soort == VERSLAG), key=lambda deel: -deel.versie)
    return tuple(_beeld(rij, geschreven) for rij in rijen)


def _beeld(rij: Document, geschreven: Mapping[str, Any]) -> Verslagbeeld:
    verslag, reactie, getekend = (
        geschreven.get(f"verslag {rij.versie}{staart}", {}) for staart in ("", " reactie", " getekend")
    )
    return Verslagbeeld(
        rij.versie,
        rij.op,
        rij.pk,
        verslag.get("advies", ""),
        reactie.get("oordeel", ""),
        reactie.get("opmerkingen", ""),
        dag_van(reactie.get("op")),
        dag_van(getekend.get("getekend_op")),
        dag_van(getekend.get("ontvangen_op")),
    )


def dag_van(tekst: str | None) -> date | None:
    """A day of JSON."""
    return date.fromisoformat(tekst) if tekst else None


def getekend_verslag(documenten: Iterable[Document], geschreven: Mapping[str, Any]) -> Verslagbeeld | None:
    """The newest version that the resident signed."""
    return next((deel for deel in verslagen(documenten, geschreven) if deel.getekend_op), None)


def getekend_is_aanvraag(regeling: Regeling, dossier: Dossier) -> str:
    """What the resident signs to apply, as the route of the agreement calls it; empty where it says no such thing."""
    stappen = [deel for route in regeling.routes if route.id == dossier.route for deel in route.stappen]
    antwoorden = [antwoord for deel in stappen if deel.door == "aanvraag" for antwoord in deel.antwoorden]
    return next((antwoord for antwoord in antwoorden if antwoord.startswith("het getekende")), "")
