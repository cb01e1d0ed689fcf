"""What is asked about the questions, complaints and appointments of residents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet

from voordeur.kern.actor import Actor

from .models import Afspraak, Dossier, Inwonervraag, Klacht


def open_inwonervragen(wie: Actor) -> QuerySet[Inwonervraag]:
    """Every question that nobody answered, as far as the actor may see, the oldest in front."""
    return (
        Inwonervraag.objects.filter(beantwoord_op=None, regio_id=wie.regio)
        .select_related("dossier__inwoner")
        .order_by("gesteld_op", "id")
    )


def mijn_inwonervragen(wie: Actor, op: date) -> QuerySet[Inwonervraag]:
    """The questions in dossiers that one handles, or that nobody handles."""
    eigen = open_inwonervragen(wie)
    return eigen.filter(dossier__behandelaar__in=wie.personen_op(op)) | eigen.filter(dossier__behandelaar=None)


def inwonervragen_van(dossier: Dossier) -> QuerySet[Inwonervraag]:
    """The questions of a dossier, what waits in front, then the newest."""
    return Inwonervraag.objects.filter(dossier=dossier).order_by(F("beantwoord_op").desc(nulls_first=True), "-id")


def open_klachten(wie: Actor) -> QuerySet[Klacht]:
    """Every complaint that is open, as far as the actor may see, the first end in front."""
    return (
        Klacht.objects.filter(klaar_op=None, regio_id=wie.regio)
        .select_related("dossier__inwoner")
        .order_by("uiterlijk", "id")
    )


def klachten_van(dossier: Dossier) -> QuerySet[Klacht]:
    """The complaints of a dossier, the newest first."""
    return Klacht.objects.filter(dossier=dossier).order_by("-id")


def afspraken_van(dossier: Dossier, vanaf: date) -> QuerySet[Afspraak]:
    """The appointments of a dossier that still come, the first in front."""
    return Afspraak.objects.filter(dossier=dossier, vervallen_op=None, dag__gte=vanaf).order_by("dag", "begint", "id")


@dataclass(frozen=True)
class Jaarregel:
    """The complaints of one year about one kind of subject in one municipality, counted. `te_laat`: ended, or still
    open, after the last day."""

    college: str
    over: str
    binnen: int
    uitkomsten: Mapping[str, int]
    open_: int
    te_laat: int


def klachten_per_jaar(jaar: int, op: date) -> list[Jaarregel]:
    """What came in during a year, as far as the actor may see it: numbers and no persons. One query."""
    van_jaar = Klacht.objects.filter(ontvangen_op__year=jaar)
    laat = Q(klaar_op__gt=F("uiterlijk")) | Q(klaar_op=None, uiterlijk__lt=op)
    tellingen = van_jaar.values("college_code", "over", "uitkomst").annotate(
        aantal=Count("id"), laat=Count("id", filter=laat)
    )  # fmt: skip
    per_soort: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for rij in tellingen.order_by("college_code", "over", "uitkomst"):
        deel = (rij["uitkomst"], rij["aantal"], rij["laat"])
        per_soort.setdefault((rij["college_code"], rij["over"]), []).append(deel)
    return [_jaarregel(college, over, delen) for (college, over), delen in per_soort.items()]


def _jaarregel(college: str, over: str, delen: list[tuple[str, int, int]]) -> Jaarregel:
    uitkomsten = {uitkomst: aantal for uitkomst, aantal, _ in delen}
    binnen, te_laat = sum(uitkomsten.values()), sum(laat for _, _, laat in delen)
    return Jaarregel(college, over, binnen, uitkomsten, uitkomsten.get("", 0), te_laat)


def eerste_klachtjaar() -> int:
    """The year of the first complaint that the actor may see; far ahead when there is none."""
    eerste: date | None = Klacht.objects.aggregate(eerste=Min("ontvangen_op"))["eerste"]
    return eerste.year if eerste else date.max.year
