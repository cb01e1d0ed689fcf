"""What is asked before something about a resident is shown or sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from .models import Afscherming, Inwoner, Markering

GEHEIM = "adres geheim"


def mag_bericht(inwoner: Inwoner) -> bool:
    """Whether a letter or a message may leave to somebody; not with the warning to send nothing."""
    return not _staat(inwoner, Markering.Soort.NIETS_STUREN)


def adres_geheim(inwoner: Inwoner | UUID) -> bool:
    """Whether the address of somebody is secret."""
    return _staat(inwoner, Markering.Soort.GEHEIM_ADRES)


def _staat(inwoner: Inwoner | UUID, soort: str) -> bool:
    return Markering.objects.filter(inwoner=inwoner, soort=soort, weg_op=None).exists()


def met_geheim_adres(inwoners: Iterable[UUID]) -> set[UUID]:
    """Which of some residents have a secret address; one query."""
    gezocht = Markering.objects.filter(inwoner__in=set(inwoners), soort=Markering.Soort.GEHEIM_ADRES, weg_op=None)
    return set(gezocht.values_list("inwoner_id", flat=True))


def zonder_adres(identiteit: Mapping[str, Any]) -> dict[str, Any]:
    """An identity as others may see it whose address is secret: the place to reach somebody is not in it."""
    return {**identiteit, "adres": [GEHEIM]} if identiteit.get("adres") else dict(identiteit)


def toon_adres(inwoner: Inwoner, identiteit: Mapping[str, Any], anders: str) -> str:
    """The address on one line for a screen; not when it is secret. `anders`: what to say when there is none."""
    adres = ", ".join(identiteit.get("adres") or ())
    if adres and adres_geheim(inwoner):
        return "geheim adres"
    return adres or anders


def markeringen_van(inwoner: Inwoner) -> QuerySet[Markering]:
    """The warnings that hold for somebody."""
    return Markering.objects.filter(inwoner=inwoner, weg_op=None).order_by("soort")


def afscherming_van(inwoner: Inwoner) -> Afscherming | None:
    """The shielding of somebody that was asked or holds, as far as the actor may see it."""
    return Afscherming.objects.filter(inwoner=inwoner, opgeheven_door=None).first()


def afschermingen() -> QuerySet[Afscherming]:
    """What was asked or holds, as far as the actor may see it; the newest first."""
    return Afscherming.objects.filter(opgeheven_door=None).select_related("inwoner").order_by("-id")
