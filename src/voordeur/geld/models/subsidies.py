"""A subsidy of one provider for one year, and what is paid on it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voordeur.aanbod.models import Contract
from voordeur.kern.models import Organisatie, Regio


class Subsidie(models.Model):
    """Granted before the year, advanced in terms, settled after it on the days of care delivered.

    `college_code` is the centrumgemeente that grants it. Who prepares a step does not take it.
    """

    class Stand(models.TextChoices):
        """How far it is."""

        VOORBEREID = "voorbereid"
        VERLEEND = "verleend"
        VASTSTELLING = "vaststelling"
        VASTGESTELD = "vastgesteld"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    nummer = models.CharField(max_length=20)
    contract = models.ForeignKey(Contract, models.PROTECT, related_name="subsidies")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="subsidies")
    jaar = models.PositiveSmallIntegerField()
    verleend_bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.VOORBEREID)
    voorbereid_door = models.BigIntegerField()
    verleend_door = models.BigIntegerField(null=True)
    verleend_op = models.DateField(null=True)
    vastgesteld_bedrag = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    vaststelling_door = models.BigIntegerField(null=True)
    vastgesteld_door = models.BigIntegerField(null=True)
    vastgesteld_op = models.DateField(null=True)
    bewijs = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="subsidie_een_nummer"),
            models.UniqueConstraint(fields=["organisatie", "jaar"], name="subsidie_een_per_jaar"),
            models.CheckConstraint(
                condition=~Q(verleend_door=F("voorbereid_door")), name="subsidie_vier_ogen_verlening"
            ),
            models.CheckConstraint(
                condition=~Q(vastgesteld_door=F("vaststelling_door")), name="subsidie_vier_ogen_vaststelling"
            ),
            models.CheckConstraint(condition=Q(verleend_bedrag__gt=0), name="subsidie_bedrag_boven_nul"),
            models.CheckConstraint(
                condition=~Q(stand="vastgesteld") | Q(vastgesteld_bedrag__isnull=False, vastgesteld_door__isnull=False),
                name="subsidie_vastgesteld_is_volledig",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"subsidie {self.nummer}"

    @property
    def aanbieder_id(self) -> int:
        return self.organisatie_id


class Betaling(models.Model):
    """Money to a provider (below zero: back from it): put ready by one, approved by another, then booked."""

    class Soort(models.TextChoices):
        """For what."""

        VOORSCHOT = "voorschot"
        NABETALING = "nabetaling"
        TERUGVORDERING = "terugvordering"
        DECLARATIE = "declaratie"

    class Stand(models.TextChoices):
        """How far it is."""

        KLAAR = "klaar"
        GOEDGEKEURD = "goedgekeurd"
        AFGEKEURD = "afgekeurd"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    nummer = models.CharField(max_length=20)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="betalingen")
    soort = models.CharField(max_length=14, choices=Soort)
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    subsidie = models.ForeignKey(Subsidie, models.PROTECT, null=True, related_name="betalingen")
    jaar = models.PositiveSmallIntegerField()
    termijn = models.PositiveSmallIntegerField(null=True)
    stand = models.CharField(max_length=11, choices=Stand, default=Stand.KLAAR)
    klaargezet_door = models.BigIntegerField()
    klaargezet_op = models.DateField()
    beoordeeld_door = models.BigIntegerField(null=True)
    beoordeeld_op = models.DateField(null=True)
    reden = models.CharField(max_length=300, blank=True)
    boeking = models.OneToOneField("geld.Boeking", models.PROTECT, null=True, related_name="betaling")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="betaling_een_nummer"),
            models.UniqueConstraint(
                fields=["subsidie", "termijn"],
                condition=Q(soort="voorschot") & ~Q(stand="afgekeurd"),
                name="betaling_een_voorschot_per_termijn",
            ),
            models.CheckConstraint(condition=~Q(beoordeeld_door=F("klaargezet_door")), name="betaling_vier_ogen"),
            models.CheckConstraint(
                condition=~Q(stand="goedgekeurd") | Q(boeking__isnull=False, beoordeeld_door__isnull=False),
                name="betaling_goedgekeurd_is_geboekt",
            ),
            models.CheckConstraint(condition=~Q(bedrag=0), name="betaling_niet_nul"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"betaling {self.nummer}"

    @property
    def aanbieder_id(self) -> int:
        return self.organisatie_id
