"""The journal that only grows, the seals on it, and the proof of each computation."""

from __future__ import annotations

from django.db import models
from django.db.models import Func, Q, Value
from django.db.models.functions import Now

from .regio import Regio


class TransactieNummer(Func):
    """The number of the running transaction, as PostgreSQL counts them."""

    function = "pg_current_xact_id"
    template = "(%(function)s()::text::bigint)"
    output_field = models.BigIntegerField()


class Journaalregel(models.Model):
    """Who did, read or was refused what, for which college, on which object, with which outcome and grounds.

    Holds ids, codes and keys only; the facts of a person stand elsewhere, under a key that can be destroyed.
    """

    class Uitslag(models.TextChoices):
        """How it ended."""

        GEDAAN = "gedaan"
        GEWEIGERD = "geweigerd"
        GELEZEN = "gelezen"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    om = models.DateTimeField(db_default=Now())
    transactie = models.BigIntegerField(db_default=TransactieNummer())
    account = models.BigIntegerField(null=True)
    rol = models.CharField(max_length=30, blank=True)
    vanwaar = models.CharField(max_length=20)
    namens = models.CharField(max_length=4, blank=True)
    handeling = models.CharField(max_length=100)
    op = models.DateField()
    object_soort = models.CharField(max_length=50, blank=True)
    object_id = models.CharField(max_length=50, blank=True)
    # the dossier, year or contract that the object is part of: what a person looks up the history of
    betreft = models.CharField(max_length=60, blank=True)
    uitslag = models.CharField(max_length=10, choices=Uitslag)
    waarom = models.JSONField(default=list)
    # the account that somebody stood in for, and the emergency access under which something was read
    voor = models.BigIntegerField(null=True)
    noodtoegang = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(uitslag__in=["gedaan", "geweigerd", "gelezen"]), name="journaal_uitslag_bekend"
            ),
        ]
        indexes = [
            models.Index(fields=["regio", "object_soort", "object_id"], name="journaal_van_object"),
            models.Index(fields=["regio", "betreft", "id"], name="journaal_van_zaak"),
            models.Index(fields=["regio", "id"], name="journaal_volgorde"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.handeling} {self.uitslag}"


class Zegel(models.Model):
    """The seal on one entry: its place in the chain of its region, and the hash over it and the seal before."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    nummer = models.BigIntegerField()
    # no foreign key: a seal has to outlive the removal of its entry, to tell of it
    regel = models.BigIntegerField(unique=True)
    hash = models.CharField(max_length=64)
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regio", "nummer"], name="zegel_een_plaats")]

    def __str__(self) -> str:
        return f"{self.regio_id} {self.nummer}"


class Rekenbewijs(models.Model):
    """What an outcome was computed from: rule, agreement, version, hash of its file, facts and value.

    `feiten` holds no facts of a person; what a person is about is kept by `feiten_van`, a key of the room that has it.
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    regel = models.CharField(max_length=100)
    regeling = models.CharField(max_length=100)
    versie = models.DateField()
    bestand_hash = models.CharField(max_length=64)
    voordeur_versie = models.CharField(max_length=30)
    feiten = models.JSONField()
    feiten_van = models.CharField(max_length=100, blank=True, db_default=Value(""))
    waarde = models.JSONField()
    # which values of the region were filled in for what the agreement leaves open, and on which day
    lokaal = models.JSONField(db_default=Value({}, models.JSONField()))
    lokaal_hash = models.CharField(max_length=64, blank=True, db_default=Value(""))
    om = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.regel} {self.regeling} {self.versie}"
