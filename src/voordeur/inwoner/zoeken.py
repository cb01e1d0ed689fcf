"""Finding a person: by BSN, or by name and day of birth, also when somebody writes them otherwise."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.journaal import schrijf_gezien
from voordeur.kern.sleutels import ontsleutel, pak_sleutel_uit

from .models import Gegeven, Inwoner, Zoeksleutel
from .queries import allen_met_bsn, noem
from .zoeknaam import Gelijkenis, vergelijk, vraagdelen
from .zoeksleutels import indexen

MEESTE = 20
# who is looked at closer; far more than may be shown, so that the most alike are among them
KANDIDATEN = 200
ZELFDE_BSN = Gelijkenis(100, ("zelfde BSN",))


@dataclass(frozen=True)
class Zoekvraag:
    """Who is looked for: a BSN, or a description as an identity (naam, voornaam, geboortedatum or geboren).

    `college_code`: the college in whose name the search stands in the journal.
    """

    college_code: str
    bsn: str = ""
    identiteit: Mapping[str, Any] = field(default_factory=dict)
    pk: str = ""


@dataclass(frozen=True)
class Gevonden:
    """Somebody who may be meant, and why; `eerder`: it was an earlier name that is alike."""

    inwoner: Inwoner
    identiteit: Mapping[str, Any]
    gelijkenis: Gelijkenis
    eerder: bool = False

    @property
    def naam(self) -> str:
        return noem(self.identiteit)


@inzage("inwoner.zoeken")
def zoek(wie: Actor, vraag: Zoekvraag, *, op: date) -> list[Gevonden]:
    """Who may be meant, the most alike first, at most MEESTE: of those only that the actor may see.

    Raises ValueError on a BSN that cannot be one.
    """
    gevonden = vind(wie, vraag)
    schrijf_gezien(wie, "inwoner.gevonden", op, [deel.inwoner for deel in gevonden])
    return gevonden


def vind(wie: Actor, vraag: Zoekvraag, zonder: Iterable[UUID] = ()) -> list[Gevonden]:
    """The same for a step that is itself journaled; four queries, whatever is found."""
    if vraag.bsn:
        inwoners = {inwoner.pk: inwoner for inwoner in allen_met_bsn(wie, vraag.bsn)}
        return _met_bsn(inwoners)
    delen = vraagdelen(vraag.identiteit)
    if not delen:
        return []
    treffers = Zoeksleutel.objects.filter(index__in=indexen(wie.regio, delen)).values("inwoner_id")
    gezocht = Inwoner.objects.filter(pk__in=treffers).exclude(sleutel=None).exclude(pk__in=list(zonder))
    inwoners = {inwoner.pk: inwoner for inwoner in gezocht.order_by("-sinds", "pk")[:KANDIDATEN]}
    gevonden = [best for pk, versies in _versies(inwoners).items() if (best := _best(vraag, inwoners[pk], versies))]
    return sorted(gevonden, key=lambda deel: (-deel.gelijkenis.punten, deel.naam))[:MEESTE]


def _met_bsn(inwoners: Mapping[UUID, Inwoner]) -> list[Gevonden]:
    versies = _versies(inwoners)
    return [Gevonden(inwoner, (versies.get(pk) or [{}])[0], ZELFDE_BSN) for pk, inwoner in inwoners.items()]


def _versies(inwoners: Mapping[UUID, Inwoner]) -> dict[UUID, list[dict[str, Any]]]:
    """Every version of who each is, the newest first; one query."""
    rijen = Gegeven.objects.filter(inwoner__in=inwoners, soort="identiteit", van="").order_by("inwoner_id", "-versie")
    sleutels = {pk: pak_sleutel_uit(inwoner.sleutel) for pk, inwoner in inwoners.items() if inwoner.sleutel is not None}
    gelezen: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for rij in rijen:
        if rij.inwoner_id in sleutels:
            gelezen[rij.inwoner_id].append(json.loads(ontsleutel(sleutels[rij.inwoner_id], rij.inhoud)))
    return gelezen


def _best(vraag: Zoekvraag, inwoner: Inwoner, versies: list[dict[str, Any]]) -> Gevonden | None:
    gelijk = [(nummer, deel) for nummer, versie in enumerate(versies) if (deel := vergelijk(vraag.identiteit, versie))]
    if not gelijk:
        return None
    nummer, gelijkenis = max(gelijk, key=lambda paar: (paar[1].punten, -paar[0]))
    return Gevonden(inwoner, versies[0], gelijkenis, eerder=nummer > 0)
