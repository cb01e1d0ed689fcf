"""The ledger: double entry, never changed; a mistake is put right by its opposite."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from voordeur.kern.models import College, Regio


class Rekening(models.Model):
    """An account of the ledger."""

    class Soort(models.TextChoices):
        """Where it belongs: on the balance sheet, or in the result of the year."""

        BEZIT = "bezit"
        SCHULD = "schuld"
        RESERVE = "reserve"
        LASTEN = "lasten"
        BATEN = "baten"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    code = models.CharField(max_length=10)
    naam = models.CharField(max_length=100)
    soort = models.CharField(max_length=8, choices=Soort)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "code"], name="rekening_een_code"),
            models.CheckConstraint(
                condition=Q(soort__in=["bezit", "schuld", "reserve", "lasten", "baten"]), name="rekening_soort_bekend"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"


class Boeking(models.Model):
    """An entry: on which legal day, in which year, for what. `bron` is what it was made for: 'subsidie 3'."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=20)
    op = models.DateField()
    jaar = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=200)
    bron = models.CharField(max_length=60)
    storno_van = models.OneToOneField("self", models.PROTECT, null=True, related_name="storno")
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regio", "nummer"], name="boeking_een_nummer")]
        indexes = [models.Index(fields=["regio", "jaar"], name="boeking_per_jaar")]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"jaar {self.jaar}"

    @cached_property
    def college_code(self) -> str:
        """An entry is of the centrumgemeente, which keeps the books; its lines are of each municipality."""
        return College.objects.get(regio_id=self.regio_id, centrum=True).code


class Boekingsregel(models.Model):
    """A line: an amount in euros on an account, debit above zero and credit below, for the college it counts for."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    boeking = models.ForeignKey(Boeking, models.PROTECT, related_name="regels")
    rekening = models.ForeignKey(Rekening, models.PROTECT, related_name="regels")
    college_code = models.CharField(max_length=4)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(bedrag=0), name="boekingsregel_niet_nul")]

    def __str__(self) -> str:
        return f"{self.rekening_id}: {self.bedrag}"
