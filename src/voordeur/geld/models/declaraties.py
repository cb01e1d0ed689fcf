"""A declaratie: what a provider asks for one stay over one block of days."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from voordeur.inwoner.models import OokVoorAanbieders
from voordeur.kern.models import Organisatie
from voordeur.verblijf.models import Plaatsing

from .grootboek import Boeking


class Declaratie(OokVoorAanbieders):
    """Checked against decision, stay and price when it comes in; approved or refused by a person of the region."""

    class Stand(models.TextChoices):
        """How far it is."""

        INGEDIEND = "ingediend"
        GOEDGEKEURD = "goedgekeurd"
        AFGEKEURD = "afgekeurd"

    nummer = models.CharField(max_length=20)
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="declaraties")
    plaatsing = models.ForeignKey(Plaatsing, models.PROTECT, related_name="declaraties")
    blok = models.PositiveIntegerField()
    periode = DateRangeField()
    bedrag = models.DecimalField(max_digits=14, decimal_places=2)
    verwacht = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    stand = models.CharField(max_length=11, choices=Stand, default=Stand.INGEDIEND)
    ingediend_door = models.BigIntegerField()
    ingediend_op = models.DateField()
    beoordeeld_door = models.BigIntegerField(null=True)
    beoordeeld_op = models.DateField(null=True)
    reden = models.CharField(max_length=300, blank=True)
    bewijs = models.BigIntegerField(null=True)
    boeking = models.OneToOneField(Boeking, models.PROTECT, null=True, related_name="declaratie")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="declaratie_een_nummer"),
            models.UniqueConstraint(
                fields=["plaatsing", "blok"], condition=~Q(stand="afgekeurd"), name="declaratie_een_per_blok"
            ),
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="declaratie_bedrag_boven_nul"),
            models.CheckConstraint(condition=~Q(beoordeeld_door=F("ingediend_door")), name="declaratie_vier_ogen"),
            models.CheckConstraint(
                condition=~Q(stand="goedgekeurd") | Q(boeking__isnull=False, beoordeeld_door__isnull=False),
                name="declaratie_goedgekeurd_is_geboekt",
            ),
            models.CheckConstraint(
                condition=~Q(stand="afgekeurd") | ~Q(reden=""), name="declaratie_afgekeurd_met_reden"
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"declaratie {self.nummer}"

    @property
    def aanbieder_id(self) -> int:
        return self.organisatie_id
