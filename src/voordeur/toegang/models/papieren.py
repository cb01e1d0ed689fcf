"""Papers of a dossier, drafts, and who stands beside the resident."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from .dossier import VanDossier


class Document(VanDossier):
    """A letter or a paper of a dossier, locked with the key of the resident.

    `van`: who it came from ("voordeur", "inwoner", "gemeente"). `versie`: of a report that was sent more than once.
    """

    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=200)
    op = models.DateField()
    inhoud = models.BinaryField()
    mime = models.CharField(max_length=100, default="application/pdf")
    grootte = models.PositiveIntegerField(null=True)
    van = models.CharField(max_length=30, default="voordeur")
    versie = models.PositiveIntegerField(default=1)
    om = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.titel


class Concept(VanDossier):
    """What somebody typed in a step and did not hand in yet, locked; one for each person and step."""

    account = models.BigIntegerField()
    formulier = models.CharField(max_length=40)
    inhoud = models.BinaryField()
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "account", "formulier"], name="concept_een_per_persoon_en_stap"),
        ]

    def __str__(self) -> str:
        return f"concept {self.formulier}"


class Betrokkene(VanDossier):
    """Somebody beside the resident. Who it is stands with the facts of the resident, as 'betrokkene <id>'."""

    class Soort(models.TextChoices):
        """What somebody is to the resident."""

        VERTEGENWOORDIGER = "vertegenwoordiger", "vertegenwoordiger"
        ONDERSTEUNER = "clientondersteuner", "cliëntondersteuner"
        MANTELZORGER = "mantelzorger", "mantelzorger"
        CONTACTPERSOON = "contactpersoon", "contactpersoon bij de gemeente"
        BEHANDELAAR = "behandelaar", "behandelaar in de zorg"
        ANDERS = "anders", "iemand anders"

    soort = models.CharField(max_length=20, choices=Soort)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tot=None) | Q(tot__gte=F("van")), name="betrokkene_eindigt_na_begin"),
        ]

    def __str__(self) -> str:
        return self.soort
