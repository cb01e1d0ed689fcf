"""What did not reach a resident: letters and notices that failed, and decisions that nobody was told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat
from django.shortcuts import get_object_or_404

from voordeur.berichten.models import Bericht
from voordeur.berichten.nieuws import MAIL, aan_inwoner
from voordeur.inwoner.queries import namen_van
from voordeur.kern.actor import Actor

from .models import Besluit, Dossier

# a decision that was not sent after a day; older than this it was found another way
SINDS = timedelta(days=60)
HOOGUIT = 100
BESLUITBRIEVEN = ("besluit", "beslissing op bezwaar")


@dataclass(frozen=True)
class Gemist:
    """A letter or a notice that did not arrive, and why."""

    bericht: Bericht
    dossier: Dossier
    naam: str

    @property
    def wat(self) -> str:
        return "Het bericht per mail" if self.bericht.kanaal == MAIL else f"De brief ({self.bericht.soort})"

    @property
    def van(self) -> datetime:
        return self.bericht.klaargezet_om


def mislukt_van(dossier: Dossier) -> list[Gemist]:
    """What of one dossier did not arrive, the newest first; one query."""
    rijen = Bericht.objects.filter(stand=Bericht.Stand.MISLUKT, aan=aan_inwoner(dossier.nummer)).defer("inhoud")
    return [Gemist(rij, dossier, "") for rij in rijen.order_by("-klaargezet_om", "id")]


def gemist_of_404(dossier: Dossier, nummer: object) -> Bericht:
    """A message of this dossier that did not arrive. Raises Http404."""
    alle = Bericht.objects.filter(stand=Bericht.Stand.MISLUKT, aan=aan_inwoner(dossier.nummer))
    return get_object_or_404(alle.defer("inhoud"), pk=nummer)


def mislukt_bij(wie: Actor) -> list[Gemist]:
    """What did not arrive of all dossiers that the actor may see, the newest first; four queries."""
    begin = aan_inwoner("")
    rijen = Bericht.objects.filter(stand=Bericht.Stand.MISLUKT, aan__startswith=begin).defer("inhoud")
    berichten = list(rijen.order_by("-klaargezet_om", "id")[: HOOGUIT * 5])
    nummers = {rij.aan.removeprefix(begin) for rij in berichten}
    dossiers = {
        dossier.nummer: dossier for dossier in Dossier.objects.select_related("inwoner").filter(nummer__in=nummers)
    }
    namen = namen_van([dossier.inwoner for dossier in dossiers.values()])
    return [
        Gemist(rij, dossier, namen[dossier.inwoner_id])
        for rij in berichten
        for dossier in [dossiers.get(rij.aan.removeprefix(begin))]
        if dossier is not None
    ][:HOOGUIT]


def niet_verteld(wie: Actor, op: date) -> list[tuple[Besluit, str]]:
    """The daily comparison: what was decided since SINDS while no letter about it left, with who it is about.

    A decision of today may still be on its way.
    """
    brief = Bericht.objects.filter(
        aan=OuterRef("aan"), soort__in=BESLUITBRIEVEN, stand=Bericht.Stand.VERZONDEN,
        klaargezet_om__date__gte=OuterRef("genomen_op"),
    )  # fmt: skip
    besluiten = (
        Besluit.objects.filter(genomen_op__gte=op - SINDS, genomen_op__lt=op, ingetrokken_op=None)
        .annotate(aan=Concat(Value(aan_inwoner("")), "dossier__nummer"))
        .filter(~Exists(brief))
        .select_related("dossier__inwoner")
        .order_by("genomen_op", "id")[:HOOGUIT]
    )
    lijst = list(besluiten)
    namen = namen_van([besluit.dossier.inwoner for besluit in lijst])
    return [(besluit, namen[besluit.dossier.inwoner_id]) for besluit in lijst]
