"""Regions, the colleges of their municipalities, the organisations they work with, and who may act for whom."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from ..actor import MEDEWERKERS, Rol


class Regio(models.Model):
    """A region: the unit of scale and of seclusion. Its id is the id of its agreement, unless `regeling` names it."""

    id = models.SlugField(primary_key=True)
    naam = models.CharField(max_length=100)
    regeling = models.SlugField(blank=True, default="")

    def __str__(self) -> str:
        return self.naam


class College(models.Model):
    """The college of a municipality in a region; `code` is the CBS code.

    `van` and `tot`: its first and last day in the agreement, both included; None: from the beginning, without an end.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="colleges")
    code = models.CharField(max_length=4)
    naam = models.CharField(max_length=100)
    centrum = models.BooleanField(default=False)
    # how it stands on a letter: the lines of its address, and who to call
    adres = models.TextField(blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(van=None) | Q(tot=None) | Q(van__lte=F("tot")), name="college_dagen_op_volgorde"
            ),
            models.UniqueConstraint(fields=["regio", "code"], name="college_een_per_regio"),
            models.UniqueConstraint(fields=["regio"], condition=Q(centrum=True), name="college_een_centrum"),
            models.CheckConstraint(condition=Q(code__regex=r"^[0-9]{4}$"), name="college_code_van_cbs"),
        ]

    def __str__(self) -> str:
        return f"college van {self.naam}"

    def doet_mee_op(self, dag: date) -> bool:
        """Whether the municipality is a party to the agreement on a day."""
        return (self.van or dag) <= dag <= (self.tot or dag)


class Organisatie(models.Model):
    """A provider, a shelter or another organisation at work in a region."""

    class Soort(models.TextChoices):
        """What it does."""

        AANBIEDER = "aanbieder"
        OPVANG = "opvang"
        TOEGANG = "toegang"
        CORPORATIE = "corporatie"
        ANDERS = "anders"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="organisaties")
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=10, choices=Soort)
    telefoon = models.CharField(max_length=20, blank=True)
    adres = models.TextField(blank=True, db_default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "naam"], name="organisatie_een_naam_per_regio"),
            models.CheckConstraint(
                condition=Q(soort__in=["aanbieder", "opvang", "toegang", "corporatie", "anders"]),
                name="organisatie_soort_bekend",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Mandaatregel(models.Model):
    """Whose power (`van`) another college (`aan`) may use, for which action, on which days, by which provision.

    Or an organisation (`aan_organisatie`), that decides in the name of the college (article 2.6.3 Wmo). `periode` is
    half-open, as everywhere in the database.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="mandaten")
    handeling = models.CharField(max_length=100)
    van = models.ForeignKey(College, models.PROTECT, related_name="+")
    aan = models.ForeignKey(College, models.PROTECT, null=True, related_name="+")
    aan_organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    periode = DateRangeField()
    grond = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(periode__isempty=True), name="mandaat_periode_niet_leeg"),
            models.CheckConstraint(
                condition=Q(aan__isnull=True) ^ Q(aan_organisatie__isnull=True), name="mandaat_aan_een"
            ),
        ]
        indexes = [models.Index(fields=["regio", "handeling"], name="mandaat_zoek")]

    def __str__(self) -> str:
        return f"{self.handeling}: {self.van_id} aan {self.aan_id or self.aan_organisatie_id}"


class Teller(models.Model):
    """The last number that was given out, by kind and year: '2026-0417' is number 417 of the dossiers of 2026."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30)
    jaar = models.PositiveSmallIntegerField()
    stand = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regio", "soort", "jaar"], name="teller_een_per_jaar")]

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}: {self.stand}"


ROLLEN = [(rol.value, rol.value) for rol in Rol if rol in MEDEWERKERS]
