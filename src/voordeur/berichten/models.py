"""What is stored of a message: where it goes, what it holds, and how far it is."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from voordeur.inwoner.models import Inwoner
from voordeur.kern.models import Regio


class Bericht(models.Model):
    """A message to the outside. Its id is also the key by which a receiver knows that it has it already.

    `inhoud` is there until it was sent, and empty from then on. It is locked: with the key of the resident it is about
    (`inwoner`), or with the main key. `op_slot` False: of an earlier version, that left it open.
    """

    class Stand(models.TextChoices):
        """How far it is."""

        KLAAR = "klaar"
        VERZONDEN = "verzonden"
        MISLUKT = "mislukt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    kanaal = models.CharField(max_length=30)
    aan = models.CharField(max_length=200)
    soort = models.CharField(max_length=50)
    inwoner = models.ForeignKey(Inwoner, models.PROTECT, null=True, related_name="+")
    inhoud = models.BinaryField()
    op_slot = models.BooleanField(default=False)
    stand = models.CharField(max_length=10, choices=Stand, default=Stand.KLAAR)
    pogingen = models.PositiveIntegerField(default=0)
    reden = models.TextField(blank=True)
    klaargezet_om = models.DateTimeField(db_default=Now())
    verzonden_om = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="verzonden", verzonden_om__isnull=False)
                | (~Q(stand="verzonden") & Q(verzonden_om__isnull=True)),
                name="bericht_verzonden_met_moment",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=["klaar", "verzonden", "mislukt"]), name="bericht_stand_bekend"
            ),
            models.CheckConstraint(condition=Q(op_slot=True) | Q(inhoud=b""), name="bericht_op_slot"),
        ]
        indexes = [models.Index(fields=["regio", "stand", "klaargezet_om"], name="bericht_wachtrij")]

    def __str__(self) -> str:
        return f"{self.soort} aan {self.aan}"
