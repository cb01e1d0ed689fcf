"""Terms that run, and notices that one ran out."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .dossier import VanDossier


class Klok(VanDossier):
    """A term that runs or ran. `uiterlijk` is always computed, never typed; `gestart_door` is what set it going.

    `opschortingen`: what moved its end, as `toegang.termijnen.Opschortregel` keeps it: days and codes, no words of
    people. `startstuk`: the paper that set it going. `betwist_op`: the day on which somebody said that it began
    otherwise; empty when that was decided. `eerder`: the beginnings and ends that it had before such a decision.
    `aangekondigd`: the later day that was told (Awb 4:14); it moves nothing.
    """

    soort = models.CharField(max_length=40)
    naam = models.CharField(max_length=120)
    start = models.DateField()
    gestart_door = models.CharField(max_length=60)
    opschortingen = models.JSONField(default=list)
    uiterlijk = models.DateField()
    klaar_op = models.DateField(null=True)
    startstuk = models.ForeignKey("toegang.Document", models.PROTECT, null=True, related_name="+")
    betwist_op = models.DateField(null=True)
    eerder = models.JSONField(default=list)
    aangekondigd = models.DateField(null=True)
    herinnerd_op = models.DateField(null=True)
    geescaleerd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "soort"], condition=Q(klaar_op__isnull=True), name="klok_een_lopende_per_soort"
            ),
            models.CheckConstraint(condition=Q(uiterlijk__gte=F("start")), name="klok_eindigt_na_start"),
        ]
        indexes = [models.Index(fields=["regio", "uiterlijk"], condition=Q(klaar_op=None), name="klok_lopend")]

    def __str__(self) -> str:
        return f"{self.soort} {self.uiterlijk}"


class Ingebrekestelling(VanDossier):
    """A notice that a decision is late (Awb 4:17). `bedrag`: what is owed, fixed when the decision is made known.

    `bewijs`: the computation of that amount, kept.
    """

    klok = models.ForeignKey(Klok, models.PROTECT, related_name="ingebrekestellingen")
    ontvangen_op = models.DateField()
    te_vroeg = models.BooleanField(default=False)
    vastgesteld_op = models.DateField(null=True)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    bewijs = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["klok"], condition=Q(te_vroeg=False), name="ingebrekestelling_een_die_telt"
            ),
            models.CheckConstraint(condition=Q(bedrag=None) | Q(bedrag__gte=0), name="ingebrekestelling_bedrag"),
        ]

    def __str__(self) -> str:
        return f"ingebrekestelling van {self.ontvangen_op}"
