"""What is stored of staff: who was invited, and the yearly look at who has which right."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from voordeur.kern.models import Aanstelling, Account, Regio


class Uitnodiging(models.Model):
    """A code that works once, by which somebody chooses the first password. Only its hash is kept."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="uitnodigingen")
    code = models.CharField(max_length=64)
    tot_en_met = models.DateField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gemaakt_door = models.BigIntegerField()
    gemaakt_om = models.DateTimeField(db_default=Now())
    # used, or replaced by a newer one
    klaar_om = models.DateTimeField(null=True)
    # the code itself, only on the object that was made just now
    eenmalig: str = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(klaar_om=None), name="uitnodiging_een_tegelijk"),
        ]

    def __str__(self) -> str:
        return f"uitnodiging {self.account_id}"


class Rechtbeoordeling(models.Model):
    """Somebody looked at a right of somebody else, and let it stand or ended it."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    aanstelling = models.ForeignKey(Aanstelling, models.PROTECT, related_name="beoordelingen")
    blijft = models.BooleanField()
    door = models.BigIntegerField()
    op = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["regio", "aanstelling", "-op"], name="recht_laatst_bekeken")]

    def __str__(self) -> str:
        return f"{self.aanstelling_id}: {self.op}"
