"""What is asked about the questions, complaints and appointments of residents."""

from __future__ import annotations

from datetime import date

from django.db.models import F, QuerySet

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
