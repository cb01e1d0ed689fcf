"""What is stored of where people stay."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from voordeur.aanbod.models import Plek, ReeksVan
from voordeur.inwoner.models import OokVoorAanbieders
from voordeur.kern.models import Organisatie
from voordeur.toegang.models import Besluit, Dossier


class Plaatsing(OokVoorAanbieders):
    """Somebody lives at a place, on a decision, from a day. No place has two people; nobody has two places at once."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="plaatsingen")
    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="plaatsingen")
    plek = models.ForeignKey(Plek, models.PROTECT, related_name="plaatsingen")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    periode = DateRangeField()
    geplaatst_door = models.BigIntegerField()
    geplaatst_op = models.DateField()
    beeindigd_op = models.DateField(null=True)
    reden_einde = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="plaatsing_geen_dubbel_bed",
                expressions=[(ReeksVan("plek"), RangeOperators.OVERLAPS), ("periode", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="plaatsing_een_plek_per_persoon",
                expressions=[(ReeksVan("dossier"), RangeOperators.OVERLAPS), ("periode", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(condition=~Q(periode__isempty=True), name="plaatsing_periode_niet_leeg"),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True, reden_einde="")
                | Q(beeindigd_op__isnull=False) & ~Q(reden_einde=""),
                name="plaatsing_einde_met_reden",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} op {self.plek_id}"

    @property
    def betreft(self) -> str:
        return self.dossier.betreft

    @property
    def aanbieder_id(self) -> int:
        return self.organisatie_id
