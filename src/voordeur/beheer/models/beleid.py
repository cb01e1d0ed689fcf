"""What waits for a second person: a version of the agreement that was uploaded, and the end of a value."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voordeur.kern.models import Beleidswaarde, College, Regio
from voordeur.kern.models.beleid import AF, AFGEWEZEN, Besluitvoorstel


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
    afgewezen_door = models.BigIntegerField(null=True)
    afgewezen_op = models.DateField(null=True)
    afgewezen_omdat = models.TextField(blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "versie"],
                condition=Q(bevestigd_op=None, afgewezen_op=None),
                name="versievoorstel_een_open",
            ),
            models.CheckConstraint(condition=AFGEWEZEN & (AF | Q(bevestigd_op=None)), name="versievoorstel_afgewezen"),
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
    def open(self) -> bool:
        """Whether it waits for a second person."""
        return self.bevestigd_op is None and self.afgewezen_op is None

    @property
    def betreft(self) -> str:
        return "beleid"


class Eindevoorstel(Besluitvoorstel):
    """That a value that was set holds no longer from a day on: prepared, then set."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    waarde = models.ForeignKey(Beleidswaarde, models.PROTECT, related_name="+")
    vanaf = models.DateField()

    class Meta:
        constraints = [
            *Besluitvoorstel.Meta.constraints,
            models.UniqueConstraint(
                fields=["waarde"],
                condition=Q(vastgesteld_op=None, afgewezen_op=None),
                name="eindevoorstel_een_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.waarde_id} niet meer vanaf {self.vanaf}"


class Partijwisseling(models.Model):
    """A municipality that joins or leaves by a version of the agreement; `terug`: what takes that back."""

    class Soort(models.TextChoices):
        """Which way."""

        ERBIJ = "erbij"
        ERUIT = "eruit"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    versie = models.DateField()
    college = models.ForeignKey(College, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=5, choices=Soort)
    terug = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=["erbij", "eruit"]), name="partijwisseling_soort"),
            models.UniqueConstraint(fields=["versie", "college"], name="partijwisseling_een_per_versie"),
        ]

    def __str__(self) -> str:
        return f"{self.college_id} {self.soort} {self.versie}"
