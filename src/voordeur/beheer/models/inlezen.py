"""Moving in: a set of files, what came of checking it, what it wrote, and by which key it was known before."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.kern.models import Regio
from voordeur.kern.queries import centrum


class Inleesset(models.Model):
    """Files that are read in together. `sleutel` locks whatever of it holds facts of people; without it they are gone.

    `goede_regels`: carry out the good rows and leave the others; else all or nothing. `afdruk`: of what was agreed to.
    """

    class Stand(models.TextChoices):
        """How far it is."""

        OPEN = "open", "Bestanden kiezen"
        TOETSEN = "toetsen", "Wordt getoetst"
        GETOETST = "getoetst", "Getoetst"
        AANGEBODEN = "aangeboden", "Wacht op een collega"
        BEZIG = "bezig", "Wordt ingelezen"
        UITGEVOERD = "uitgevoerd", "Ingelezen"
        GAAT_TERUG = "gaat_terug", "Wordt teruggedraaid"
        TERUG = "terug", "Teruggedraaid"
        AFGEROND = "afgerond", "Afgerond"
        VERVALLEN = "vervallen", "Weggegooid"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    stand = models.CharField(max_length=10, choices=Stand, default=Stand.OPEN)
    goede_regels = models.BooleanField(default=False)
    sleutel = models.BinaryField(null=True)
    uitslag = models.BinaryField(null=True)
    afdruk = models.CharField(max_length=64, blank=True)
    # why it stopped, when it did; says nothing about people
    melding = models.CharField(max_length=300, blank=True)
    begonnen_door = models.BigIntegerField()
    begonnen_op = models.DateField()
    aangeboden_door = models.BigIntegerField(null=True)
    uitgevoerd_door = models.BigIntegerField(null=True)
    uitgevoerd_op = models.DateField(null=True)
    terug_door = models.BigIntegerField(null=True)
    terug_op = models.DateField(null=True)
    gewijzigd_om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(uitgevoerd_door=F("aangeboden_door")), name="inleesset_vier_ogen"),
            models.CheckConstraint(
                condition=~Q(stand__in=["terug", "afgerond", "vervallen"]) | Q(sleutel=None, uitslag=None),
                name="inleesset_na_afloop_geen_sleutel",
            ),
            models.CheckConstraint(
                condition=~Q(stand__in=["bezig", "uitgevoerd"]) | Q(uitgevoerd_door__isnull=False),
                name="inleesset_uitgevoerd_door_iemand",
            ),
            models.CheckConstraint(
                condition=~Q(stand="gaat_terug") | Q(terug_door__isnull=False, terug_op__isnull=False),
                name="inleesset_terug_door_iemand",
            ),
        ]
        indexes = [models.Index(fields=["regio", "-id"], name="inleesset_nieuwste")]

    def __str__(self) -> str:
        return f"inlezen {self.pk}"

    @property
    def betreft(self) -> str:
        return f"inlezen {self.pk}"

    @cached_property
    def college_code(self) -> str:
        """Moving in is of the centrumgemeente, which keeps the system for the region."""
        return centrum(self.regio_id).code


class Inleesbestand(models.Model):
    """One file of a set, locked with its key; removed when the set is carried out or thrown away."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    set = models.ForeignKey(Inleesset, models.CASCADE, related_name="bestanden")
    soort = models.CharField(max_length=20)
    naam = models.BinaryField()
    inhoud = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["set", "soort"], name="inleesbestand_een_per_soort")]

    def __str__(self) -> str:
        return f"{self.set_id} {self.soort}"


class Inleesvoortgang(models.Model):
    """How far the worker is; written over another connection, so that others see it before the end."""

    set = models.OneToOneField(Inleesset, models.CASCADE, primary_key=True, related_name="voortgang")
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0)
    wat = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.gedaan} van {self.totaal}"


class Inleesgeheim(models.Model):
    """What makes the keys of a region blind, packed with the main key. Not the index key: a file of years ago has to
    be known again after that was changed, and then nobody knows any more what stood in it."""

    regio = models.OneToOneField(Regio, models.PROTECT, primary_key=True, related_name="+")
    sleutel = models.BinaryField()

    def __str__(self) -> str:
        return str(self.regio_id)


class Inleessleutel(models.Model):
    """By which key a row was known before. `index` and `inhoud` are blind: neither key nor content can be read."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    index = models.CharField(max_length=64)
    inhoud = models.CharField(max_length=64)
    object = models.CharField(max_length=50)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regio", "soort", "index"], name="inleessleutel_een")]
        indexes = [models.Index(fields=["regio", "soort", "object"], name="inleessleutel_van_object")]

    def __str__(self) -> str:
        return f"{self.soort} {self.object}"


class Inleesdaad(models.Model):
    """What a set did to one object, for taking it back. `oud`: what was there before, locked with the key of the set.

    `oude_inhoud`: the blind content that its key had; empty when the set gave the key.
    """

    class Wat(models.TextChoices):
        """What was done."""

        NIEUW = "nieuw"
        GEWIJZIGD = "gewijzigd"
        GEKOPPELD = "gekoppeld"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    set = models.ForeignKey(Inleesset, models.PROTECT, related_name="daden")
    soort = models.CharField(max_length=20)
    object = models.CharField(max_length=50)
    wat = models.CharField(max_length=10, choices=Wat)
    oud = models.BinaryField(null=True)
    index = models.CharField(max_length=64)
    oude_inhoud = models.CharField(max_length=64, blank=True)
    # the version that a dossier had after it: who worked on it since stands in the way of taking it back
    versie = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["set", "soort", "id"], name="inleesdaad_van_set")]

    def __str__(self) -> str:
        return f"{self.wat} {self.soort} {self.object}"
