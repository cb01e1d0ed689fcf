"""What is asked of shelters. Opening a person is journaled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from voordeur.inwoner.queries import ONBEKEND, namen_van, opgeschreven
from voordeur.kern.actor import Actor
from voordeur.kern.inzage import inzage
from voordeur.kern.models import Organisatie
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.toegang.actions.delen import beslist_zelf, namens
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import Dossierbeeld, kijk

from .models import Aanmelding, Bedden, Nacht, NietGegeven

GELDT = Q(vervallen_op=None)


@dataclass(frozen=True)
class Mens:
    """Somebody on the list of a shelter. `nachten`: how many here; `hoort_bij`: the names of the family.

    `kind_van`: the name or the number of the adult who came first with a child; empty when there is none.
    """

    dossier: Dossier
    naam: str
    nachten: int
    kind: bool
    hoort_bij: tuple[str, ...] = ()
    nacht: Nacht | None = None
    kind_van: str = ""


@dataclass(frozen=True)
class Bezetting:
    """How full a shelter is in a night; `bedden` None when it did not record how many it has."""

    slapers: int
    kinderen: int
    bedden: int | None

    @property
    def vrij(self) -> int | None:
        return None if self.bedden is None else max(self.bedden - self.slapers, 0)


def mo_dossiers() -> QuerySet[Dossier]:
    """The dossiers of shelter that the one who acts may see, with their residents."""
    return Dossier.objects.filter(voorziening="MO").select_related("inwoner")


def dossier_of_404(nummer: str) -> Dossier:
    """The dossier of shelter with this number. What may not be seen is not there: Http404."""
    return get_object_or_404(mo_dossiers(), nummer=nummer)


def slapers(organisatie: int, nacht: date) -> list[Mens]:
    """Who sleeps at a shelter in a night; a family stands together."""
    gevonden = Nacht.objects.filter(GELDT, organisatie=organisatie, nacht=nacht).select_related("dossier__inwoner")
    per_dossier = {deel.dossier_id: deel for deel in gevonden.order_by("dossier_id")}
    mensen = _als_mensen([deel.dossier for deel in per_dossier.values()], organisatie, per_dossier)
    return sorted(mensen, key=lambda mens: (_gezin_eerst(mens, mensen), mens.kind, mens.dossier.pk))


def _gezin_eerst(mens: Mens, mensen: list[Mens]) -> int:
    return min(ander.dossier.pk for ander in mensen if _zelfde_gezin(mens.dossier, ander.dossier))


def _zelfde_gezin(een: Dossier, ander: Dossier) -> bool:
    return een.pk == ander.pk or (een.gezin is not None and een.gezin == ander.gezin)


def sliepen_ervoor(organisatie: int, nacht: date) -> list[Mens]:
    """Who slept here the night before and is on no list for this night yet."""
    ervoor = _niet_op_lijst(nacht).filter(
        Exists(_nachten(organisatie).filter(dossier=OuterRef("pk"), nacht=nacht - timedelta(days=1)))
    )
    return _als_mensen(list(ervoor.order_by("id")), organisatie)


def anderen(organisatie: int, nacht: date) -> QuerySet[Dossier]:
    """Who this shelter knows otherwise: an open dossier and no bed this night; who slept here last comes first."""
    ervoor = _nachten(organisatie).filter(dossier=OuterRef("pk"), nacht=nacht - timedelta(days=1))
    gekend = _niet_op_lijst(nacht).filter(~Exists(ervoor), aanbieders__contains=[organisatie])
    return gekend.annotate(laatst=Max("nachts__nacht")).order_by("-laatst", "-id")


def gezin_zonder_bed(dossier: Dossier, nacht: date) -> list[Dossier]:
    """Somebody with the family that came along, as far as they have no bed in this night."""
    samen = Q(gezin=dossier.gezin) if dossier.gezin else Q(pk=dossier.pk)
    return list(_niet_op_lijst(nacht).filter(samen).order_by("id"))


def als_mensen(dossiers: Iterable[Dossier], organisatie: int) -> list[Mens]:
    """Dossiers as people on the list of a shelter; the same number of queries for one and for a hundred."""
    return _als_mensen(list(dossiers), organisatie)


def _niet_op_lijst(nacht: date) -> QuerySet[Dossier]:
    op_lijst = Nacht.objects.filter(GELDT, dossier=OuterRef("pk"), nacht=nacht)
    return mo_dossiers().exclude(stap=Dossier.Stap.AFGESLOTEN).filter(~Exists(op_lijst))


def _nachten(organisatie: int) -> QuerySet[Nacht]:
    return Nacht.objects.filter(GELDT, organisatie=organisatie)


def _als_mensen(
    dossiers: list[Dossier], organisatie: int, per_dossier: Mapping[int, Nacht] | None = None
) -> list[Mens]:
    namen = namen_van([dossier.inwoner for dossier in dossiers])
    tel = dict(_nachten(organisatie).filter(dossier__in=dossiers).values_list("dossier").annotate(Count("id")))
    gezinnen = gezinsnamen({dossier.gezin for dossier in dossiers if dossier.gezin})
    leden = {pk for gezin in gezinnen.values() for pk, _ in gezin}
    kinderen = _kinderen(leden | {dossier.pk for dossier in dossiers})
    ouders = {gezin: _eerste_volwassene(namen_, kinderen) for gezin, namen_ in gezinnen.items()}
    return [
        Mens(
            dossier,
            namen[dossier.inwoner_id],
            tel.get(dossier.pk, 0),
            dossier.pk in kinderen,
            tuple(naam for pk, naam in gezinnen.get(dossier.gezin, ()) if pk != dossier.pk) if dossier.gezin else (),
            (per_dossier or {}).get(dossier.pk),
            ouders.get(dossier.gezin, "") if dossier.gezin and dossier.pk in kinderen else "",
        )
        for dossier in dossiers
    ]


def _eerste_volwassene(gezin: list[tuple[int, str]], kinderen: set[int]) -> str:
    return next((naam for pk, naam in gezin if pk not in kinderen), "")


def _kinderen(dossiers: set[int]) -> set[int]:
    """Of these dossiers the ones of children, as they came in."""
    als_kind = Q(dossier__in=dossiers, kind=True)
    in_nachten = Nacht.objects.filter(als_kind).values_list("dossier")
    return {pk for (pk,) in in_nachten.union(NietGegeven.objects.filter(als_kind).values_list("dossier"))}


def gezinsnamen(gezinnen: Iterable[UUID]) -> dict[UUID, list[tuple[int, str]]]:
    """By family: the dossier and the name of each; of who has none, the number."""
    leden = list(mo_dossiers().filter(gezin__in=list(gezinnen)).order_by("id"))
    namen = namen_van([lid.inwoner for lid in leden])
    gevonden: dict[UUID, list[tuple[int, str]]] = defaultdict(list)
    for lid in leden:
        assert lid.gezin is not None
        naam = namen[lid.inwoner_id]
        gevonden[lid.gezin].append((lid.pk, lid.nummer if naam == ONBEKEND else naam))
    return dict(gevonden)


def bezetting(organisatie: int, nacht: date) -> Bezetting:
    """How full a shelter is in a night."""
    tel = _nachten(organisatie).filter(nacht=nacht).aggregate(alle=Count("id"), kind=Count("id", filter=Q(kind=True)))
    bedden = Bedden.objects.filter(organisatie=organisatie, vanaf__lte=nacht).order_by("-vanaf").first()
    return Bezetting(tel["alle"], tel["kind"], bedden.aantal if bedden else None)


def laatste_soort(organisatie: int) -> str:
    """The kind of bed that this shelter gave last; empty when it gave none yet."""
    laatste = _nachten(organisatie).order_by("-id").first()
    return laatste.soort if laatste else ""


def andere_opvang(organisatie: int) -> dict[str, str]:
    """The other shelters of the region, by id."""
    andere = Organisatie.objects.filter(soort="opvang").exclude(pk=organisatie).order_by("naam")
    return {str(deel.pk): deel.naam for deel in andere}


@dataclass(frozen=True)
class Heen:
    """Where somebody without a bed here went, and who was called there; both empty when no place was found yet."""

    nacht: date
    waar: str
    gebeld: str


def elders_van(niet: NietGegeven) -> Heen:
    """Where somebody went in a night that was not given, for a page that is handed over; empty without a key."""
    dossier = niet.dossier
    try:
        geschreven = opgeschreven(dossier.inwoner, van=dossier.nummer).get("nacht elders", {})
    except SleutelOntbreekt:
        geschreven = {}
    delen = (niet.naar.naam if niet.naar else "", geschreven.get("waar", ""))
    return Heen(niet.nacht, ", ".join(deel for deel in delen if deel), geschreven.get("gebeld", ""))


def aanmelding_met(sleutel: UUID) -> Aanmelding | None:
    """What a form that was sent before made."""
    return Aanmelding.objects.select_related("dossier").filter(sleutel=sleutel).first()


@dataclass(frozen=True)
class Persoonsbeeld:
    """Somebody as the shelter has them. `beeld`: what is of the college, for a shelter that decides in its name."""

    dossier: Dossier
    identiteit: dict[str, Any]
    geschreven: dict[str, Any]
    nachten: tuple[Nacht, ...]
    elders: tuple[NietGegeven, ...]
    gezin: tuple[tuple[Dossier, str], ...]
    beslist_zelf: bool
    beeld: Dossierbeeld | None
    vernietigd: bool


@inzage("opvang.persoon.inzien")
def persoon_inzien(wie: Actor, dossier: Dossier, *, op: date) -> Persoonsbeeld:
    """Open somebody's page at a shelter: a constant number of queries."""
    return kijk_persoon(wie, dossier, op=op)


def kijk_persoon(wie: Actor, dossier: Dossier, *, op: date) -> Persoonsbeeld:
    """The same for a step that is itself a part of working on the dossier."""
    try:
        identiteit = opgeschreven(dossier.inwoner, van="").get("identiteit", {})
        geschreven, vernietigd = opgeschreven(dossier.inwoner, van=dossier.nummer), False
    except SleutelOntbreekt:
        identiteit, geschreven, vernietigd = {}, {}, True
    zelf = beslist_zelf(wie, dossier.college_code, op)
    return Persoonsbeeld(
        dossier, identiteit, geschreven,
        tuple(Nacht.objects.filter(dossier=dossier).select_related("organisatie").order_by("-nacht", "-id")),
        tuple(NietGegeven.objects.filter(dossier=dossier).select_related("organisatie", "naar").order_by("-nacht")),
        _gezin(dossier), zelf, _van_college(wie, dossier) if zelf else None, vernietigd,
    )  # fmt: skip


def _van_college(wie: Actor, dossier: Dossier) -> Dossierbeeld:
    with namens(wie, dossier):
        return kijk(dossier)


def _gezin(dossier: Dossier) -> tuple[tuple[Dossier, str], ...]:
    if dossier.gezin is None:
        return ()
    leden = list(mo_dossiers().filter(gezin=dossier.gezin).exclude(pk=dossier.pk).order_by("id"))
    namen = namen_van([lid.inwoner for lid in leden])
    return tuple((lid, namen[lid.inwoner_id]) for lid in leden)
