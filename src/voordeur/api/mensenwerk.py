"""What a system may not do alone: some steps are for a human, and of two persons one is a human."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from voordeur.kern.models import Journaalregel

from .problemen import Probleem

if TYPE_CHECKING:
    from .deur import Vraag

ZELF_KLAARGEZET = "Een systeem zette dit klaar. Een mens keurt het goed, op het scherm."


def eis_mens_erbij(request: Vraag, object_: Any, voorbereiding: Collection[str]) -> None:
    """Refuse a second step of a system where the first step was of a system as well. Raises Probleem."""
    eerste = Journaalregel.objects.filter(
        regio_id=request.actor.regio, handeling__in=voorbereiding, vanwaar="api", uitslag="gedaan",
        object_soort=type(object_).__name__.lower(), object_id=str(object_.pk),
    )  # fmt: skip
    if eerste.exists():
        raise Probleem(403, "mensenwerk", "Een mens moet dit doen", ZELF_KLAARGEZET)
