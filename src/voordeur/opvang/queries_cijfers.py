"""What is counted of shelters: nights per shelter, and the nights that could not be given, by their ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q, QuerySet

from voordeur.kern.models import Organisatie
from voordeur.toegang.models import Dossier

from .models import Nacht, NietGegeven
from .queries import GELDT


@dataclass(frozen=True)
class Opvangcijfer:
    """A shelter in a number of nights; `personen` counts everybody once, children too."""

    naam: str
    nachten: int
    personen: int
    kinderen: int
    niet_gegeven: int


def per_opvang(van: date, tot: date) -> list[Opvangcijfer]:
    """Each shelter that the one who acts may see, over the nights `van` through `tot`."""
    gegeven = {
        rij["organisatie"]: rij
        for rij in Nacht.objects.filter(GELDT, nacht__range=(van, tot))
        .values("organisatie")
        .annotate(
            nachten=Count("id"),
            personen=Count("dossier", distinct=True),
            kinderen=Count("dossier", distinct=True, filter=Q(kind=True)),
        )
    }
    niet = dict(niet_gegeven(van, tot).order_by().values_list("organisatie").annotate(Count("id")))
    namen = Organisatie.objects.filter(soort="opvang").order_by("naam", "id")
    return [
        Opvangcijfer(
            naam=deel.naam,
            niet_gegeven=niet.get(deel.pk, 0),
            **{veld: gegeven.get(deel.pk, {}).get(veld, 0) for veld in ("nachten", "personen", "kinderen")},
        )
        for deel in namen
        if deel.pk in gegeven or deel.pk in niet
    ]


def niet_gegeven(van: date, tot: date) -> QuerySet[NietGegeven]:
    """The nights that could not be given, the newest first."""
    gezocht = NietGegeven.objects.filter(nacht__range=(van, tot))
    return gezocht.select_related("dossier", "organisatie", "naar").order_by("-nacht", "-id")


@dataclass(frozen=True)
class Grondcijfer:
    """How often a ground was given, and how often no place was found after it."""

    grond: str
    keren: int
    nergens: int


def per_grond(van: date, tot: date) -> list[Grondcijfer]:
    """Every ground that there is, also the one that was never given."""
    tel = {
        rij["grond"]: rij
        for rij in niet_gegeven(van, tot)
        .order_by()
        .values("grond")
        .annotate(keren=Count("id"), nergens=Count("id", filter=Q(uitkomst=NietGegeven.Uitkomst.NERGENS)))
    }
    return list(_gronden(tel))


def _gronden(tel: dict[str, dict[str, int]]) -> Iterator[Grondcijfer]:
    for waarde, naam in NietGegeven.Grond.choices:
        rij = tel.get(waarde, {"keren": 0, "nergens": 0})
        yield Grondcijfer(str(naam), rij["keren"], rij["nergens"])


def nachten_van(dossier: Dossier) -> tuple[dict[str, object], list[NietGegeven]]:
    """How many nights somebody slept at shelters, the first and the last; and the nights that were not given."""
    tel = Nacht.objects.filter(GELDT, dossier=dossier).aggregate(
        aantal=Count("id"), eerste=Min("nacht"), laatste=Max("nacht")
    )
    return tel, list(
        NietGegeven.objects.filter(dossier=dossier).select_related("organisatie", "naar").order_by("-nacht")
    )
