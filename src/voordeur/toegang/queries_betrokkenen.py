"""Who takes part in a dossier, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from .models import Betrokkene, Dossier


@dataclass(frozen=True)
class Betrokkenebeeld:
    """Somebody beside the resident. `bereikbaar`: phone and e-mail; `loopt`: takes part still."""

    pk: int
    naam: str
    rol: str
    bereikbaar: str
    toelichting: str
    loopt: bool


def betrokkenen_van(dossier: Dossier) -> QuerySet[Betrokkene]:
    """Everybody who takes or took part, who does so now in front."""
    return Betrokkene.objects.filter(dossier=dossier).order_by("tot", "soort", "id")


def lopende_betrokkenen(dossier: Dossier, soort: str) -> QuerySet[Betrokkene]:
    """Who takes part now as this."""
    return Betrokkene.objects.filter(dossier=dossier, soort=soort, tot=None).order_by("id")


def betrokkenenbeeld(dossier: Dossier, geschreven: Mapping[str, Any]) -> tuple[Betrokkenebeeld, ...]:
    """Who takes part, with the facts that were read already: one question to the database."""
    rijen = [(rij, geschreven.get(f"betrokkene {rij.pk}", {})) for rij in betrokkenen_van(dossier)]
    gevonden = [beeld_van(rij, wie) for rij, wie in rijen]
    return tuple(sorted(gevonden, key=lambda beeld: not beeld.loopt))


def beeld_van(rij: Betrokkene, wie: Mapping[str, Any]) -> Betrokkenebeeld:
    """Somebody who takes part, with the facts that were read already."""
    rol = rij.get_soort_display().capitalize()
    organisatie = wie.get("organisatie") or ""
    return Betrokkenebeeld(
        rij.pk,
        wie.get("naam") or "Naam niet meer te lezen",
        f"{rol}, {organisatie}" if organisatie else rol,
        ", ".join(deel for deel in (wie.get("telefoon"), wie.get("email")) if deel),
        wie.get("toelichting") or "",
        rij.tot is None,
    )
