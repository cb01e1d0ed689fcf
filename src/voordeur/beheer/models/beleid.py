"""A version of the agreement that somebody uploaded and that a second person has to confirm."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voordeur.kern.models import Regio


class Versievoorstel(models.Model):
    """The file as it was uploaded, without faults; confirmed it becomes a version (`kern.Regelingversie`)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    versie = models.DateField()
    inhoud = models.BinaryField()
    hash = models.CharField(max_length=64)
    besluit = models.CharField(max_length=200)
    # None: prepared on the command line
    voorbereid_door = models.BigIntegerField(null=True)
    voorbereid_op = models.DateField()
    bevestigd_door = models.BigIntegerField(null=True)
    bevestigd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "versie"], condition=Q(bevestigd_op=None), name="versievoorstel_een_open"
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_door__isnull=True)
                | Q(voorbereid_door__isnull=True)
                | ~Q(bevestigd_door=F("voorbereid_door")),
                name="versievoorstel_vier_ogen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regio_id} {self.versie}"

    @property
    def betreft(self) -> str:
        return "beleid"
