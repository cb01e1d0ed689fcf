"""What is stored of a resident: codes in the open, everything else locked with the resident's own key."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.kern.models import Account, Regio


class VanInwoner(models.Model):
    """What every row about a person carries: the region, and the college that may see it (CBS code)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)

    class Meta:
        abstract = True


class OokVoorAanbieders(VanInwoner):
    """A row about a person that the providers in `aanbieders` (ids of organisations) may see as well."""

    aanbieders = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        abstract = True


class Inwoner(OokVoorAanbieders):
    """A resident as a bare id. Without its key nothing about it can be read any more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sinds = models.DateTimeField(db_default=Now())
    sleutel = models.BinaryField(null=True)
    vernietigd_om = models.DateTimeField(null=True)
    # the registration of the same person that this one became part of; empty for who stands alone
    opgegaan_in = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(opgegaan_in=None) | ~Q(opgegaan_in=F("id")), name="inwoner_niet_in_zichzelf"
            ),
            models.CheckConstraint(
                condition=Q(sleutel__isnull=False, vernietigd_om__isnull=True)
                | Q(sleutel__isnull=True, vernietigd_om__isnull=False),
                name="inwoner_sleutel_of_vernietigd",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def inwoner_id(self) -> uuid.UUID:
        return self.id


class Gegeven(OokVoorAanbieders):
    """One version of a kind of facts (identity, address, ...), as locked JSON. A change is a new version."""

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="gegevens")
    soort = models.CharField(max_length=30)
    # the dossier that it was written for; empty for what is of the person, such as the identity
    van = models.CharField(max_length=60, blank=True, default="")
    versie = models.PositiveIntegerField()
    inhoud = models.BinaryField()
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inwoner", "soort", "van", "versie"], name="gegeven_een_versie"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.versie}"


class Burgerservicenummer(VanInwoner):
    """A BSN, locked; `index` finds it again. Not unique: a double entry must not tell of a shielded dossier."""

    inwoner = models.OneToOneField(Inwoner, models.PROTECT, related_name="bsn")
    inhoud = models.BinaryField()
    index = models.CharField(max_length=64, db_index=True)

    def __str__(self) -> str:
        return str(self.inwoner_id)


class Zoeksleutel(OokVoorAanbieders):
    """Something that a resident can be found by, as a keyed hash: nothing can be read from it. See `zoeknaam`."""

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="zoeksleutels")
    index = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inwoner", "index"], name="zoeksleutel_een_per_inwoner")]
        indexes = [models.Index(fields=["index"], name="zoeksleutel_index")]

    def __str__(self) -> str:
        return str(self.inwoner_id)


class Machtiging(VanInwoner):
    """Who may look at, or act in, the file of a resident. Who it is stands with the facts, as 'machtiging <id>'.

    `account` None: not accepted yet. `tot` is the last day; None: no fixed end. Withdrawn it counts no more at once.
    """

    class Soort(models.TextChoices):
        """By law (articles 1:378 and 1:450 Burgerlijk Wetboek), by a written power, or by choice of the resident."""

        WETTELIJK = "wettelijk", "wettelijk vertegenwoordiger"
        GEMACHTIGDE = "gemachtigde", "gemachtigde"
        HELPER = "helper", "helper"

    class Mag(models.TextChoices):
        """What is allowed."""

        LEZEN = "lezen", "meelezen"
        HANDELEN = "handelen", "meelezen en dingen doen"

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="machtigingen")
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort)
    mag = models.CharField(max_length=8, choices=Mag)
    van = models.DateField()
    tot = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=["wettelijk", "gemachtigde", "helper"]), name="machtiging_soort_bekend"
            ),
            models.CheckConstraint(condition=Q(mag__in=["lezen", "handelen"]), name="machtiging_mag_bekend"),
            models.CheckConstraint(condition=Q(tot=None) | Q(tot__gte=F("van")), name="machtiging_eindigt_na_begin"),
            models.UniqueConstraint(
                fields=["inwoner", "account"], condition=Q(ingetrokken_op=None), name="machtiging_een_per_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.mag}"


MEESTE_POGINGEN = 5


class Toegangscode(VanInwoner):
    """A code with which an account is put into use, once: of the resident, or of who gets a `machtiging`.

    Only a hash of it is kept. The name to log in with is that of the account.
    """

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    machtiging = models.ForeignKey(Machtiging, models.PROTECT, null=True, related_name="codes")
    hash = models.CharField(max_length=200)
    gemaakt_op = models.DateField()
    tot = models.DateField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt_op = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pogingen__lte=MEESTE_POGINGEN), name="toegangscode_vijf_pogingen"),
            models.CheckConstraint(condition=Q(tot__gte=F("gemaakt_op")), name="toegangscode_eindigt_na_begin"),
            models.UniqueConstraint(
                fields=["account"], condition=Q(gebruikt_op=None, ingetrokken_op=None), name="toegangscode_een_open"
            ),
        ]

    def __str__(self) -> str:
        return f"code {self.pk}"

    @property
    def geblokkeerd(self) -> bool:
        return self.pogingen >= MEESTE_POGINGEN


class Afscherming(VanInwoner):
    """A resident whose file only these accounts see. Why stands with the facts, as 'afscherming <id>'.

    It holds from the day that a second person confirmed it; at least two are named, so that no file is lost with one.
    """

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="afschermingen")
    accounts = ArrayField(models.BigIntegerField())
    van = models.DateField()
    tot = models.DateField(null=True)
    gevraagd_door = models.BigIntegerField()
    gevraagd_op = models.DateField()
    bevestigd_door = models.BigIntegerField(null=True)
    bevestigd_op = models.DateField(null=True)
    opgeheven_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(bevestigd_door=F("gevraagd_door")), name="afscherming_vier_ogen"),
            models.CheckConstraint(condition=Q(accounts__len__gte=2), name="afscherming_minstens_twee"),
            models.CheckConstraint(condition=Q(tot=None) | Q(tot__gte=F("van")), name="afscherming_eindigt_na_begin"),
            models.UniqueConstraint(
                fields=["inwoner"], condition=Q(opgeheven_door=None), name="afscherming_een_per_inwoner"
            ),
        ]

    def __str__(self) -> str:
        return f"afscherming {self.pk}"


class Markering(VanInwoner):
    """A warning on a resident: the address is secret, or nothing may be sent without talking first."""

    class Soort(models.TextChoices):
        """What it warns of."""

        GEHEIM_ADRES = "geheim_adres", "geheim adres"
        NIETS_STUREN = "niets_sturen", "stuur niets zonder overleg"

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="markeringen")
    soort = models.CharField(max_length=12, choices=Soort)
    van = models.DateField()
    gezet_door = models.BigIntegerField()
    weg_op = models.DateField(null=True)
    weg_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inwoner", "soort"], condition=Q(weg_op=None), name="markering_een_per_soort"
            ),
            models.CheckConstraint(
                condition=Q(weg_op=None, weg_door=None) | Q(weg_op__isnull=False, weg_door__isnull=False),
                name="markering_weg_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return self.soort
