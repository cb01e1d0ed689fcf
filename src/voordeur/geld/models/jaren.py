"""A year of a region: what the agreement leaves open filled in by a decision, and the settlement at its end."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from voordeur.kern.models import Regio

from .grootboek import Boeking


class Begroting(models.Model):
    """The budget of a year, its key over the municipalities, and the open parameters of the settlement, by a decision.

    `open_parameters`: by the name in the agreement's file, as text. `voorbeeld`: no source gives these figures.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    jaar = models.PositiveSmallIntegerField()
    rijksbudget = models.DecimalField(max_digits=14, decimal_places=2)
    sleutel = models.JSONField()
    open_parameters = models.JSONField(default=dict)
    besluit = models.CharField(max_length=200)
    voorbeeld = models.BooleanField(default=False)
    vastgesteld_op = models.DateField()
    afgesloten_op = models.DateField(null=True)
    afgesloten_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "jaar"], name="begroting_een_per_jaar"),
            models.CheckConstraint(condition=Q(rijksbudget__gte=0), name="begroting_niet_onder_nul"),
        ]

    def __str__(self) -> str:
        return f"{self.regio_id} {self.jaar}"

    @property
    def betreft(self) -> str:
        return f"jaar {self.jaar}"


class Verrekening(models.Model):
    """The settlement of a closed year: prepared by one, set by another, then booked. `uitkomst` as the rule gave it."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    begroting = models.OneToOneField(Begroting, models.PROTECT, related_name="verrekening")
    bewijs = models.BigIntegerField()
    uitkomst = models.JSONField()
    voorbereid_door = models.BigIntegerField()
    voorbereid_op = models.DateField()
    vastgesteld_door = models.BigIntegerField(null=True)
    vastgesteld_op = models.DateField(null=True)
    boeking = models.OneToOneField(Boeking, models.PROTECT, null=True, related_name="verrekening")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(vastgesteld_door=F("voorbereid_door")), name="verrekening_vier_ogen"),
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_door__isnull=False),
                name="verrekening_vastgesteld_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"verrekening {self.begroting_id}"

    @property
    def betreft(self) -> str:
        return self.begroting.betreft
