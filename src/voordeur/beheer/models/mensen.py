"""What is stored of staff: who was invited, and the yearly look at who has which right."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.kern.models import Aanstelling, Account, Regio


class Uitnodiging(models.Model):
    """A code that works once, by which somebody chooses a password. Only its hash is kept.

    `herstel`: for an account that was used, shown to who made it: it works once another person confirmed it.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="uitnodigingen")
    code = models.CharField(max_length=64)
    tot_en_met = models.DateField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gemaakt_door = models.BigIntegerField()
    gemaakt_om = models.DateTimeField(db_default=Now())
    # used, or replaced by a newer one
    klaar_om = models.DateTimeField(null=True)
    gebruikt_om = models.DateTimeField(null=True)
    herstel = models.BooleanField(default=False)
    waarom = models.CharField(max_length=200, blank=True, default="")
    bevestigd_door = models.BigIntegerField(null=True)
    bevestigd_op = models.DateField(null=True)
    # the code itself, only on the object that was made just now
    eenmalig: str = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(klaar_om=None), name="uitnodiging_een_tegelijk"),
            models.CheckConstraint(
                condition=Q(bevestigd_door=None)
                | (~Q(bevestigd_door=F("gemaakt_door")) & ~Q(bevestigd_door=F("account"))),
                name="uitnodiging_vier_ogen",
            ),
            models.CheckConstraint(
                condition=Q(herstel=False) | Q(gebruikt_om=None) | Q(bevestigd_door__isnull=False),
                name="uitnodiging_herstel_bevestigd",
            ),
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
