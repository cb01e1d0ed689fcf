"""What is stored of reports: the figures as they were when the report was set."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voordeur.kern.models import Regio


class Kwartaalrapportage(models.Model):
    """The report over a quarter: `cijfers` by municipality, frozen on the day it was set. No facts of persons."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    jaar = models.PositiveSmallIntegerField()
    kwartaal = models.PositiveSmallIntegerField()
    cijfers = models.JSONField()
    vastgesteld_door = models.BigIntegerField()
    vastgesteld_op = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "jaar", "kwartaal"], name="kwartaalrapportage_een_per_kwartaal"),
            models.CheckConstraint(
                condition=Q(kwartaal__gte=1, kwartaal__lte=4), name="kwartaalrapportage_kwartaal_bestaat"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jaar} kwartaal {self.kwartaal}"

    @property
    def betreft(self) -> str:
        return f"kwartaal {self.jaar}-{self.kwartaal}"
