"""Who stands in for whom during leave."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from .accounts import Account
from .regio import College, Regio


class Vervanging(models.Model):
    """Somebody has the work and the roles of another in one college, between two days (half-open), beside their own.

    For one person there is one replacement at a time in a college: `vervanging_een_tegelijk` (migration 0005).
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    vervangt = models.ForeignKey(Account, models.PROTECT, related_name="vervangen_door")
    vervanger = models.ForeignKey(Account, models.PROTECT, related_name="vervangt")
    college = models.ForeignKey(College, models.PROTECT, related_name="+")
    periode = DateRangeField()
    gegeven_door = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(vervanger=F("vervangt")), name="vervanging_door_ander"),
            models.CheckConstraint(condition=~Q(vervanger=F("gegeven_door")), name="vervanging_niet_aan_zichzelf"),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__endswith__isnull=False), name="vervanging_met_einde"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vervanger_id} voor {self.vervangt_id}"
