"""What a region adds to its agreement: versions that it loaded, and values for what the agreement leaves open."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.regels.verwoorden import schrijf_datum

from .regio import Regio

# who refuses says why, and did not prepare it
AF = Q(afgewezen_op=None, afgewezen_door=None, afgewezen_omdat="")
AFGEWEZEN = AF | (
    Q(afgewezen_op__isnull=False, afgewezen_door__isnull=False)
    & ~Q(afgewezen_omdat="")
    & (Q(voorbereid_door=None) | ~Q(afgewezen_door=F("voorbereid_door")))
)


class Regelingversie(models.Model):
    """The file of a version of the agreement, as it was loaded, or that it was withdrawn before its first day.

    Only grows: the newest row of a version tells whether it is there. `door` None: loaded on the command line.
    """

    class Soort(models.TextChoices):
        """What happened to the version."""

        GELADEN = "geladen"
        INGETROKKEN = "ingetrokken"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    regeling = models.SlugField()
    versie = models.DateField()
    soort = models.CharField(max_length=12, choices=Soort, default=Soort.GELADEN)
    inhoud = models.BinaryField()
    hash = models.CharField(max_length=64)
    voorbereid_door = models.BigIntegerField(null=True)
    door = models.BigIntegerField(null=True)
    op = models.DateField()
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=["geladen", "ingetrokken"]), name="regelingversie_soort"),
            models.CheckConstraint(
                condition=Q(door__isnull=True) | Q(soort="ingetrokken") | ~Q(door=F("voorbereid_door")),
                name="regelingversie_vier_ogen",
            ),
        ]
        indexes = [models.Index(fields=["regio", "versie", "id"], name="regelingversie_zoek")]

    def __str__(self) -> str:
        return f"{self.regeling} {self.versie} {self.soort}"


class Besluitvoorstel(models.Model):
    """Something that a decision asks for, and the two people: one prepares it, another sets it or refuses it."""

    orgaan = models.CharField(max_length=200)
    besluit_op = models.DateField()
    nummer = models.CharField(max_length=60, blank=True)
    stuk = models.CharField(max_length=200, blank=True)
    toelichting = models.TextField(blank=True)
    voorbereid_door = models.BigIntegerField()
    voorbereid_op = models.DateField()
    vastgesteld_door = models.BigIntegerField(null=True)
    vastgesteld_op = models.DateField(null=True)
    afgewezen_door = models.BigIntegerField(null=True)
    afgewezen_op = models.DateField(null=True)
    afgewezen_omdat = models.TextField(blank=True, db_default="")

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(vastgesteld_door=F("voorbereid_door")), name="%(class)s_vier_ogen"),
            models.CheckConstraint(
                condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_door__isnull=False),
                name="%(class)s_vastgesteld_door_iemand",
            ),
            models.CheckConstraint(condition=AFGEWEZEN & (AF | Q(vastgesteld_op=None)), name="%(class)s_afgewezen"),
        ]

    @property
    def open(self) -> bool:
        """Whether it waits for a second person."""
        return self.vastgesteld_op is None and self.afgewezen_op is None

    @property
    def besluit(self) -> str:
        """The decision in a few words: who, when and which number."""
        delen = (self.orgaan, schrijf_datum(self.besluit_op), self.nummer)
        return ", ".join(deel for deel in delen if deel)

    @property
    def betreft(self) -> str:
        return "beleid"


class Beleidswaarde(Besluitvoorstel):
    """A value for an open parameter of the agreement, in a period (half-open), by a decision: prepared, then set.

    The name `looptijd.tot` is the prolongation of the agreement: its value is the new last day. No two values of one
    name on one day (`beleidswaarde_geen_overlap`); what was set only ends sooner (`kern_beleidswaarde_staat_vast`).
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    naam = models.CharField(max_length=100)
    waarde = models.TextField()
    periode = DateRangeField()
    beeindigd_door = models.BigIntegerField(null=True)
    beeindigd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            *Besluitvoorstel.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(periode__isempty=True) | Q(beeindigd_op__isnull=False), name="beleidswaarde_niet_leeg"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam}: {self.waarde}"
