"""Who can log in, and what they are appointed to do."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from .regio import ROLLEN, College, Organisatie, Regio


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; the name is Django's."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> Account:
        account = self.model(email=self.normalize_email(email), **velden)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody who can log in, in one region. Not guarded per row: before login nobody acts yet.

    `soort` "inwoner": a resident (`inwoner`, the id of their file), or who helps one and has no file (empty).
    """

    class Soort(models.TextChoices):
        """On which side of the desk."""

        MEDEWERKER = "medewerker"
        INWONER = "inwoner"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="accounts")
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=200)
    functie = models.CharField(max_length=100, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    # the last day at work; the account is closed after it
    laatste_dag = models.DateField(null=True, blank=True)
    soort = models.CharField(max_length=10, choices=Soort, default=Soort.MEDEWERKER)
    # no foreign key: the resident stands in a room above this one
    inwoner = models.UUIDField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]
    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(inwoner=None) | Q(soort="inwoner"), name="account_inwoner_van_inwoner"),
            models.UniqueConstraint(fields=["regio", "inwoner"], name="account_een_per_inwoner"),
        ]

    def __str__(self) -> str:
        return self.naam


class Aanstelling(models.Model):
    """A role of an account in one college or one organisation, between two days (half-open).

    The same role at the same place never overlaps: the database holds `aanstelling_niet_dubbel` (migration 0005).
    """

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="aanstellingen")
    rol = models.CharField(max_length=30, choices=ROLLEN)
    college = models.ForeignKey(College, models.PROTECT, null=True, blank=True, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    periode = DateRangeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(college__isnull=True) ^ Q(organisatie__isnull=True), name="aanstelling_bij_een"
            ),
            models.CheckConstraint(condition=Q(rol__in=[rol for rol, _ in ROLLEN]), name="aanstelling_rol_bekend"),
            models.CheckConstraint(condition=~Q(periode__isempty=True), name="aanstelling_periode_niet_leeg"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.rol}"
