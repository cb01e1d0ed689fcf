"""Creating once: the same Idempotency-Key gives the same answer, also when two calls come at the same moment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models.functions import Now
from ninja.responses import Status

from voordeur.kern.sleutels import blinde_index

from .invoer import Gemaakt
from .models import Herhaling
from .opruimen import BEWAARD
from .problemen import Probleem

if TYPE_CHECKING:
    from .deur import Vraag

VORM = re.compile(r"[!-~]{8,64}", re.ASCII)


@dataclass(frozen=True)
class Nieuw:
    """What was made: how it is called, and where it stands."""

    kenmerk: str
    locatie: str


def eenmalig(request: Vraag, maak: Callable[[], Nieuw]) -> Status[Gemaakt]:
    """Make something once for each key. Raises Probleem: 400 without a key, 422 on the same key with another call.

    The row of the key is written first, in the transaction of the call: a second call waits for it, and then finds
    what the first one made. What is refused leaves no row, so that the call can be made again.
    """
    sleutel = request.headers.get("Idempotency-Key", "")
    if not VORM.fullmatch(sleutel):
        raise Probleem(
            400, "geen-herhaalsleutel", "Er ontbreekt een Idempotency-Key",
            "Stuur bij iets nieuws een Idempotency-Key mee van 8 tot 64 tekens, zoals een UUID.",
        )  # fmt: skip
    gevraagd = _hash(request)
    eigen = Herhaling.objects.filter(apisleutel=request.apisleutel)
    eigen.filter(om__lt=Now() - BEWAARD).delete()
    rij = Herhaling(regio_id=request.actor.regio, apisleutel=request.apisleutel, sleutel=sleutel, aanvraag=gevraagd)
    Herhaling.objects.bulk_create([rij], ignore_conflicts=True)
    bewaard = eigen.get(sleutel=sleutel)
    if bewaard.aanvraag != gevraagd:
        raise Probleem(
            422, "herhaalsleutel-gebruikt", "Deze Idempotency-Key is al gebruikt",
            "U stuurde deze sleutel eerder mee met een andere vraag. Neem een nieuwe sleutel.",
        )  # fmt: skip
    if not bewaard.locatie:
        nieuw = maak()
        bewaard.kenmerk, bewaard.locatie = nieuw.kenmerk, nieuw.locatie
        bewaard.save(update_fields=["kenmerk", "locatie"])
    request.locatie = bewaard.locatie
    return Status(201, Gemaakt(id=bewaard.kenmerk, locatie=bewaard.locatie))


def _hash(request: Vraag) -> str:
    """By a key outside the database: a call can hold a BSN, which a plain hash would give away."""
    inhoud = request.body.decode("utf-8", "surrogateescape")
    return blinde_index(request.actor.regio, "aanvraag", f"{request.method} {request.path}\n{inhoud!r}")
