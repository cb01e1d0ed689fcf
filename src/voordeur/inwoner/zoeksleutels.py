"""The keys that residents are found by: written with each identity, gone with the key of the resident."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from voordeur.kern.actor import Actor
from voordeur.kern.sleutels import blinde_index, ontsleutel, pak_sleutel_uit
from voordeur.kern.vernieuwen import vernieuwer

from .models import Gegeven, Inwoner, Zoeksleutel
from .zoeknaam import sleuteldelen

# how many residents are filled in one go
PER_KEER = 500


def indexen(regio: str, delen: Iterable[str]) -> list[str]:
    """The keyed hashes of what somebody can be found by."""
    return [blinde_index(regio, "zoek", deel) for deel in sorted(delen)]


def maak_vindbaar(inwoner: Inwoner, identiteiten: Iterable[Mapping[str, Any]]) -> None:
    """Let somebody be found by these descriptions too; what they were found by before stays."""
    delen = {deel for identiteit in identiteiten for deel in sleuteldelen(identiteit)}
    rijen = [
        Zoeksleutel(
            regio_id=inwoner.regio_id, college_code=inwoner.college_code, aanbieders=inwoner.aanbieders,
            inwoner=inwoner, index=index,
        )
        for index in indexen(inwoner.regio_id, delen)
    ]  # fmt: skip
    Zoeksleutel.objects.bulk_create(rijen, ignore_conflicts=True)


def vergeet_sleutels(inwoner: Inwoner) -> None:
    """Nothing finds this registration by name any more."""
    Zoeksleutel.objects.filter(inwoner=inwoner).delete()


def zelfde_ogen(inwoner: Inwoner) -> None:
    """Who may see the resident finds them; who may not, does not."""
    Zoeksleutel.objects.filter(inwoner=inwoner).update(
        college_code=inwoner.college_code, aanbieders=inwoner.aanbieders
    )  # fmt: skip


def vul_zoeksleutels() -> int:
    """Make findable who was registered before there were keys: upkeep after an upgrade. Returns how many.

    For who acts on all of a region."""
    zonder = Inwoner.objects.exclude(sleutel=None).filter(
        Exists(Gegeven.objects.filter(inwoner=OuterRef("pk"), soort="identiteit")),
        ~Exists(Zoeksleutel.objects.filter(inwoner=OuterRef("pk"))),
    )
    aantal = 0
    # somebody without any name gets no key, and would come back each time
    gezien: set[Any] = set()
    while inwoners := list(zonder.exclude(pk__in=gezien).order_by("pk")[:PER_KEER]):
        for inwoner in inwoners:
            maak_vindbaar(inwoner, identiteiten_van(inwoner))
        gezien |= {inwoner.pk for inwoner in inwoners}
        aantal += len(inwoners)
    return aantal


@vernieuwer("zoeksleutels")
def maak_opnieuw_vindbaar(wie: Actor) -> int:
    """Every search key of the region by the index key in use: upkeep after that was changed. Returns for how many."""
    Zoeksleutel.objects.filter(regio_id=wie.regio).delete()
    return vul_zoeksleutels()


def identiteiten_van(inwoner: Inwoner) -> list[dict[str, Any]]:
    """Every version of who somebody is, the newest first."""
    if inwoner.sleutel is None:
        return []
    sleutel = pak_sleutel_uit(inwoner.sleutel)
    rijen = inwoner.gegevens.filter(soort="identiteit", van="").order_by("-versie")
    return [json.loads(ontsleutel(sleutel, gegeven.inhoud)) for gegeven in rijen]
