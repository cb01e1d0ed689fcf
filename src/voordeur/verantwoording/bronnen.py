"""What a report counts, read from the tables of the other rooms: rows of codes and days, a query for each.

The one place where this room reads tables of others: a count over a region is no question of any room by itself.
Row security holds here as everywhere: who does not work for a college counts nothing of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, Sum

from voordeur.geld.models import Boekingsregel
from voordeur.geld.rekeningen import LASTEN
from voordeur.kern.perioden import gesloten, half_open
from voordeur.toegang.models import Besluit, Dossier
from voordeur.verblijf.models import Plaatsing

from .tellen import DAG, Verblijf

BW = "BW"


def meldingen(van: date, tot: date) -> Counter[str]:
    """Persons with a melding in these days, by municipality."""
    rijen = Dossier.objects.filter(voorziening=BW, gemeld_op__range=(van, tot))
    return Counter(dict(_personen(rijen.values("college_code").annotate(aantal=Count("inwoner", distinct=True)))))


def _personen(rijen: Iterable[dict[str, object]]) -> Iterator[tuple[str, int]]:
    for rij in rijen:
        yield str(rij["college_code"]), int(str(rij["aantal"]))


def besluiten(strekking: str, van: date, tot: date) -> Counter[str]:
    """Persons with such a decision, taken in these days and not withdrawn in them, by municipality."""
    rijen = Besluit.objects.filter(
        _niet_ingetrokken(tot), dossier__voorziening=BW, strekking=strekking, genomen_op__range=(van, tot)
    )
    per = rijen.values("college_code").annotate(aantal=Count("dossier__inwoner", distinct=True))
    return Counter(dict(_personen(per)))


def _niet_ingetrokken(op: date) -> Q:
    return Q(ingetrokken_op=None) | Q(ingetrokken_op__gt=op)


def verblijven(van: date, tot: date) -> list[Verblijf]:
    """Where people lived on any of these days or on the days just before and after them."""
    rijen = Plaatsing.objects.filter(dossier__voorziening=BW, periode__overlap=half_open(van - DAG, tot + DAG))
    return [
        Verblijf(college, persoon, (dagen := gesloten(periode)).van, dagen.tot)
        for college, persoon, periode in rijen.values_list("college_code", "dossier__inwoner", "periode")
    ]


@dataclass(frozen=True)
class Wachtende:
    """Somebody who waits: of which municipality, and since the day of the decision."""

    college: str
    persoon: object
    sinds: date


def wachtenden(op: date) -> list[Wachtende]:
    """Who waits for a place on a day, each person once by its first decision, the longest wait first.

    Granted in kind, not withdrawn, not over, not closed, and nobody has lived anywhere on that dossier yet. A personal
    budget is not waited for: who has one finds a place without the region.
    """
    gewoond = Plaatsing.objects.filter(dossier=OuterRef("dossier"), periode__startswith__lte=op)
    rijen = (
        Besluit.objects.filter(
            _niet_ingetrokken(op),
            Q(periode__endswith=None) | Q(periode__endswith__gt=op),
            Q(dossier__afgesloten_op=None) | Q(dossier__afgesloten_op__gt=op),
            dossier__voorziening=BW, strekking=Besluit.Strekking.TOEKENNING, leveringsvorm="zin", genomen_op__lte=op,
        )
        .exclude(Exists(gewoond))
        .order_by("genomen_op", "id")
        .values_list("college_code", "dossier__inwoner", "genomen_op")
    )  # fmt: skip
    eerste: dict[tuple[str, object], Wachtende] = {}
    for college, persoon, genomen_op in rijen:
        assert genomen_op is not None
        eerste.setdefault((college, persoon), Wachtende(college, persoon, genomen_op))
    return list(eerste.values())


def lasten(jaar: int, van: date, tot: date, *, eerste: bool, laatste: bool) -> dict[str, Decimal]:
    """What was booked on these days as costs of protected living of a year, by municipality.

    What was booked for the year before it began counts in its `eerste` quarter, what came after it in its `laatste`,
    so that the quarters together are the year.
    """
    regels = Boekingsregel.objects.filter(rekening__code=LASTEN, boeking__jaar=jaar)
    if not eerste:
        regels = regels.filter(boeking__op__gte=van)
    if not laatste:
        regels = regels.filter(boeking__op__lte=tot)
    return dict(regels.values_list("college_code").annotate(som=Sum("bedrag")))
