"""Letters that were made and not sent, because somebody warned to send nothing without talking first."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from .dossier import VanDossier
from .papieren import Document


class Vastgehouden(VanDossier):
    """A letter that waits for a person: sent after all, or handled in another way. Why stands with the resident."""

    class Afloop(models.TextChoices):
        """What became of it."""

        VERSTUURD = "verstuurd", "toch verstuurd"
        AFGEHANDELD = "afgehandeld", "op een andere manier afgehandeld"

    document = models.OneToOneField(Document, models.PROTECT, related_name="vastgehouden")
    soort = models.CharField(max_length=50)
    sinds = models.DateField()
    klaar_op = models.DateField(null=True)
    klaar_door = models.BigIntegerField(null=True)
    afloop = models.CharField(max_length=12, choices=Afloop, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(klaar_op=None, klaar_door=None, afloop="")
                | Q(klaar_op__isnull=False, klaar_door__isnull=False) & ~Q(afloop=""),
                name="vastgehouden_klaar_heeft_afloop",
            ),
        ]

    def __str__(self) -> str:
        return f"vastgehouden {self.pk}"
