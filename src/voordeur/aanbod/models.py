"""What is stored of providers: their contracts, locations and places. No facts of persons."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q
from django.utils.functional import cached_property

from voordeur.kern.models import Organisatie, Regio
from voordeur.kern.queries import centrum


class ReeksVan(Func):
    """A number as a range of one, which an exclusion can compare without an extension."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, %(expressions)s, '[]')"


class Contract(models.Model):
    """An agreement with a provider: paid by subsidy, or by declaratie against the prices of the agreement's file.

    `dagprijs` (euros per day of care) is what a subsidy is settled by; `voorbeeld`: no source gives this figure.
    """

    class Soort(models.TextChoices):
        """How it is paid."""

        SUBSIDIE = "subsidie"
        INKOOP = "inkoop"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="contracten")
    soort = models.CharField(max_length=8, choices=Soort)
    nummer = models.CharField(max_length=20)
    periode = DateRangeField()
    dagprijs = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    voorbeeld = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="contract_een_nummer"),
            models.CheckConstraint(condition=Q(soort__in=["subsidie", "inkoop"]), name="contract_soort_bekend"),
            models.CheckConstraint(condition=~Q(periode__isempty=True), name="contract_periode_niet_leeg"),
            models.CheckConstraint(
                condition=Q(soort="subsidie", dagprijs__isnull=False, dagprijs__gt=0)
                | Q(soort="inkoop", dagprijs__isnull=True),
                name="contract_subsidie_heeft_dagprijs",
            ),
            ExclusionConstraint(
                name="contract_een_tegelijk",
                expressions=[(ReeksVan("organisatie"), RangeOperators.OVERLAPS), ("periode", RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"contract {self.nummer}"


class Locatie(models.Model):
    """A house of a provider; `gemeente` is the CBS code of where it stands, `adres` the street for who lives there."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="locaties")
    naam = models.CharField(max_length=100)
    gemeente = models.CharField(max_length=4)
    adres = models.CharField(max_length=150, blank=True, db_default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisatie", "naam"], name="locatie_een_naam_per_aanbieder")]

    def __str__(self) -> str:
        return self.naam

    @cached_property
    def college_code(self) -> str:
        """The centrumgemeente: it deals with the offer of the whole region. Kept, for when nobody acts any more."""
        return centrum(self.regio_id).code

    @property
    def betreft(self) -> str:
        return f"locatie {self.pk}"


class Plek(models.Model):
    """A place where one person can live; `product` is an id of the agreement's file: a form or an arrangement.

    `huisvesting`: 'incl' or 'excl' where the price table of the agreement tells these apart, else empty.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    locatie = models.ForeignKey(Locatie, models.PROTECT, related_name="plekken")
    nummer = models.CharField(max_length=20)
    product = models.CharField(max_length=60)
    huisvesting = models.CharField(max_length=4, blank=True)
    periode = DateRangeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["locatie", "nummer"], name="plek_een_nummer_per_locatie"),
            models.CheckConstraint(condition=~Q(periode__isempty=True), name="plek_periode_niet_leeg"),
            models.CheckConstraint(condition=Q(huisvesting__in=["", "incl", "excl"]), name="plek_huisvesting_bekend"),
        ]
        indexes = [models.Index(fields=["regio", "product"], name="plek_per_product")]

    def __str__(self) -> str:
        return self.nummer
