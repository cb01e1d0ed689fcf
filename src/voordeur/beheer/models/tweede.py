"""What one person asked and another has to agree to: a mandate, and emergency access to who is shielded."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.kern.models import Account, College, Noodtoegang, Organisatie, Regio


class Mandaatvoorstel(models.Model):
    """A mandate that somebody wrote down. It counts once another person agreed: then it stands in the register."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    handeling = models.CharField(max_length=100)
    van = models.ForeignKey(College, models.PROTECT, related_name="+")
    aan = models.ForeignKey(College, models.PROTECT, null=True, related_name="+")
    aan_organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    periode = DateRangeField()
    # it began before it was written down, and that is meant
    ook_verleden = models.BooleanField(default=False)
    grond = models.CharField(max_length=100)
    gevraagd_door = models.BigIntegerField()
    gevraagd_op = models.DateField()
    beslist_door = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    akkoord = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(aan__isnull=True) ^ Q(aan_organisatie__isnull=True), name="mandaatvoorstel_aan_een"
            ),
            models.CheckConstraint(
                condition=Q(beslist_door=None) | ~Q(beslist_door=F("gevraagd_door")), name="mandaatvoorstel_vier_ogen"
            ),
            models.CheckConstraint(
                condition=Q(akkoord=None, beslist_door=None, beslist_op=None)
                | Q(akkoord__isnull=False, beslist_door__isnull=False, beslist_op__isnull=False),
                name="mandaatvoorstel_beslist_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handeling}: {self.van_id}"


class Noodverzoek(models.Model):
    """Somebody asks to open a dossier in an emergency that they do not find. Says nothing of whether it is there.

    By its number as it was typed, or by the keyed hash of a BSN, which is emptied once a second person decided.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=20, blank=True)
    bsn = models.CharField(max_length=64, blank=True)
    reden = models.CharField(max_length=10, choices=Noodtoegang.Reden)
    gevraagd_om = models.DateTimeField(db_default=Now())
    gevraagd_op = models.DateField()
    beslist_door = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    akkoord = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(beslist_door=None) | ~Q(beslist_door=F("account")), name="noodverzoek_vier_ogen"
            ),
            models.CheckConstraint(
                condition=Q(akkoord=None, beslist_door=None, beslist_op=None)
                | Q(akkoord__isnull=False, beslist_door__isnull=False, beslist_op__isnull=False),
                name="noodverzoek_beslist_door_iemand",
            ),
            models.CheckConstraint(condition=Q(akkoord=None) | Q(bsn=""), name="noodverzoek_daarna_zonder_bsn"),
        ]

    def __str__(self) -> str:
        return f"noodverzoek {self.pk}"
