"""Emergency access: one dossier, some hours, with a reason, and looked at afterwards."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from .accounts import Account
from .regio import College, Regio


class Noodtoegang(models.Model):
    """Somebody reads one dossier (by number) of a college that they do not work for, until a moment.

    The words of why stand with the resident, locked. Afterwards the team leader of that college says if it was right.
    """

    class Reden(models.TextChoices):
        """Why it could not wait."""

        GEVAAR = "gevaar", "Er is gevaar voor iemand"
        DAKLOOS = "dakloos", "Iemand staat vannacht op straat"
        MEDISCH = "medisch", "Er is snel hulp van een arts nodig"
        NIEMAND = "niemand", "Niemand van de eigen gemeente is bereikbaar"
        ANDERS = "anders", "Een andere reden"

    class Oordeel(models.TextChoices):
        """What the team leader found."""

        TERECHT = "terecht", "Terecht"
        NIET_TERECHT = "niet_terecht", "Niet terecht"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    college = models.ForeignKey(College, models.PROTECT, related_name="+")
    dossier = models.CharField(max_length=20)
    reden = models.CharField(max_length=10, choices=Reden)
    van = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField()
    # for a shielded dossier: who else said yes, first
    tweede = models.BigIntegerField(null=True)
    oordeel = models.CharField(max_length=12, choices=Oordeel, blank=True, default="")
    beoordeeld_door = models.BigIntegerField(null=True)
    beoordeeld_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reden__in=["gevaar", "dakloos", "medisch", "niemand", "anders"]),
                name="noodtoegang_reden_bekend",
            ),
            models.CheckConstraint(
                condition=Q(oordeel="", beoordeeld_door=None, beoordeeld_op=None)
                | Q(
                    oordeel__in=["terecht", "niet_terecht"], beoordeeld_door__isnull=False, beoordeeld_op__isnull=False
                ),
                name="noodtoegang_oordeel_van_iemand",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_door=None)
                | (~Q(beoordeeld_door=F("account")) & (Q(tweede=None) | ~Q(beoordeeld_door=F("tweede")))),
                name="noodtoegang_ander_oordeelt",
            ),
            models.CheckConstraint(condition=Q(tweede=None) | ~Q(tweede=F("account")), name="noodtoegang_tweede_ander"),
            models.CheckConstraint(condition=Q(tot__gt=F("van")), name="noodtoegang_houdt_op"),
        ]
        indexes = [models.Index(fields=["regio", "oordeel", "id"], name="noodtoegang_te_bekijken")]

    def __str__(self) -> str:
        return f"{self.dossier}: {self.account_id}"

    @property
    def betreft(self) -> str:
        return f"dossier {self.dossier}"

    @property
    def college_code(self) -> str:
        code: str = self.college.code
        return code
