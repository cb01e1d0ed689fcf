"""What the machine door keeps: its keys, and which creations were already done. No facts of persons."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.kern.models import Account, Regio


class Apisleutel(models.Model):
    """A key by which a system acts as an account. Only the hash of its secret is kept.

    It holds from `van` through `tot`, until it is ended, and only once another person than who made it confirmed it:
    whoever makes keys would else act as anybody. `minuut` and `aantal`: how often it was used in that minute.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=16)
    naam = models.CharField(max_length=100)
    account = models.ForeignKey(Account, models.PROTECT, related_name="apisleutels")
    geheim = models.CharField(max_length=64)
    mag_schrijven = models.BooleanField(default=False)
    van = models.DateField()
    tot = models.DateField()
    gemaakt_door = models.BigIntegerField()
    gemaakt_op = models.DateField()
    bevestigd_door = models.BigIntegerField(null=True)
    bevestigd_op = models.DateField(null=True)
    beeindigd_door = models.BigIntegerField(null=True)
    beeindigd_op = models.DateField(null=True)
    laatst_gebruikt = models.DateTimeField(null=True)
    minuut = models.DateTimeField(null=True)
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="apisleutel_een_nummer"),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="apisleutel_eindigt_na_begin"),
            models.CheckConstraint(condition=~Q(bevestigd_door=F("gemaakt_door")), name="apisleutel_vier_ogen"),
            models.CheckConstraint(
                condition=Q(bevestigd_op__isnull=True, bevestigd_door__isnull=True)
                | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
                name="apisleutel_bevestigd_door_iemand",
            ),
            models.CheckConstraint(condition=Q(geheim__regex=r"^[0-9a-f]{64}$"), name="apisleutel_alleen_hash"),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True, beeindigd_door__isnull=True)
                | Q(beeindigd_op__isnull=False, beeindigd_door__isnull=False),
                name="apisleutel_einde_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"api-sleutel {self.nummer}"


class Herhaling(models.Model):
    """A creation that was asked with an Idempotency-Key, and where what it made stands.

    `aanvraag`: a keyed hash of what was asked, from which nothing can be read.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    apisleutel = models.ForeignKey(Apisleutel, models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=64)
    aanvraag = models.CharField(max_length=64)
    kenmerk = models.CharField(max_length=60, blank=True)
    locatie = models.CharField(max_length=200, blank=True)
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["apisleutel", "sleutel"], name="herhaling_een_per_sleutel"),
        ]

    def __str__(self) -> str:
        return self.locatie
