"""What is asked about decisions and objections: the last grant, what ends soon, what waits for a signature."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from voordeur.kern.actor import Actor
from voordeur.kern.perioden import gesloten

from .models import Besluit, Bezwaar, Dossier, Klok
from .models.besluit import NIEMAND_HIER

Strekking, Soort, Uitkomst = Besluit.Strekking, Besluit.Soort, Bezwaar.Uitkomst
GEGROND = (Uitkomst.GEGROND, Uitkomst.DEELS)


def laatste_toekenning(dossier: Dossier) -> Besluit | None:
    """The newest grant that was taken and not withdrawn, also one that is over."""
    toegekend = Besluit.objects.filter(
        dossier=dossier, strekking=Strekking.TOEKENNING, genomen_op__isnull=False, ingetrokken_op=None
    )
    return toegekend.order_by("-periode__startswith", "-id").first()


def is_van_papier(dossier: Dossier) -> bool:
    """Whether the first decision was taken on paper, before the region worked here."""
    return Besluit.objects.filter(dossier=dossier, ondertekend_door=NIEMAND_HIER).exists()


def is_laatste_dag(besluit: Besluit) -> date | None:
    """The last day of what was granted; None: no fixed end."""
    return gesloten(besluit.periode).tot if besluit.periode is not None else None


def bezwaar_om_opnieuw_te_besluiten(dossier: Dossier) -> Bezwaar | None:
    """The objection that was upheld, wholly or in part, and for which no new decision was taken yet."""
    return Bezwaar.objects.filter(dossier=dossier, uitkomst__in=GEGROND, nieuw_besluit=None).order_by("-id").first()


def loopt_bezwaar(dossier: Dossier) -> bool:
    """Whether an objection waits for its decision, or for the new decision that it led to."""
    van_dossier = Bezwaar.objects.filter(dossier=dossier)
    return van_dossier.filter(Q(beslist_op=None) | Q(uitkomst__in=GEGROND, nieuw_besluit=None)).exists()


def bezwaren(dossier: Dossier) -> QuerySet[Bezwaar]:
    """The objections of a dossier with the decisions they are about, the newest first."""
    return Bezwaar.objects.filter(dossier=dossier).select_related("besluit", "nieuw_besluit").order_by("-id")


def te_ondertekenen(wie: Actor, op: date) -> QuerySet[Besluit]:
    """The prepared decisions that somebody else prepared, the one that waits longest in front.

    A decision is signed by who has the mandate for its college; whose colleges one acts for decides what is seen.
    """
    wachtend = Besluit.objects.filter(genomen_op=None, ingetrokken_op=None, college_code__in=wie.colleges)
    uiterlijk = Klok.objects.filter(dossier=OuterRef("dossier"), klaar_op=None, soort="besluit").values("uiterlijk")
    return (
        wachtend.exclude(voorbereid_door__in=wie.personen_op(op))
        .select_related("dossier__inwoner")
        .annotate(uiterlijk=uiterlijk[:1])
        .order_by("voorbereid_op", "id")
    )


class LaatsteDag(Func):
    """The last day of a period of the database."""

    template = "(upper(%(expressions)s) - 1)"
    output_field = DateField()


def aflopend(tot: date, *, voorziening: str = "", college: str = "") -> QuerySet[Besluit]:
    """The grants of which nothing comes after, that end until `tot` or have ended while the dossier goes on.

    Each with `laatste_dag` and `voorstel` (whether a next decision waits for a signature), the first end in front.
    """
    later = Besluit.objects.filter(
        dossier=OuterRef("dossier"), strekking=Strekking.TOEKENNING, genomen_op__isnull=False, ingetrokken_op=None,
        periode__startswith__gt=OuterRef("periode__startswith"),
    )  # fmt: skip
    klaar = Besluit.objects.filter(dossier=OuterRef("dossier"), genomen_op=None, ingetrokken_op=None)
    gezocht = Besluit.objects.filter(
        strekking=Strekking.TOEKENNING, genomen_op__isnull=False, ingetrokken_op=None,
        periode__endswith__lte=tot + timedelta(days=1), dossier__afgesloten_op=None,
    )  # fmt: skip
    for veld, waarde in (("dossier__voorziening", voorziening), ("college_code", college)):
        gezocht = gezocht.filter(**{veld: waarde}) if waarde else gezocht
    gezocht = gezocht.filter(~Exists(later)).select_related("dossier__inwoner")
    gezocht = gezocht.annotate(laatste_dag=Cast(LaatsteDag(F("periode")), DateField()), voorstel=Exists(klaar))
    return gezocht.order_by("laatste_dag", "id")
