"""What is stored of shelters. Codes and days only: what somebody said stands with the resident, locked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from voordeur.inwoner.models import OokVoorAanbieders
from voordeur.kern.models import Organisatie, Regio
from voordeur.toegang.models import Dossier


class VanOpvang(OokVoorAanbieders):
    """A row about somebody at a shelter: the college and the shelter see it."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="%(class)ss")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def betreft(self) -> str:
        return self.dossier.betreft

    @property
    def aanbieder_id(self) -> int:
        return self.organisatie_id


class Aanmelding(VanOpvang):
    """Somebody came to the door: one person, or a family that came together. `dossier` is of who came first.

    `sleutel`: of the form that was filled in, so that sending it twice does not make two of everybody.
    """

    op = models.DateField()
    sleutel = models.UUIDField()
    volwassenen = models.PositiveSmallIntegerField()
    kinderen = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "sleutel"], name="aanmelding_een_keer"),
            models.CheckConstraint(condition=Q(volwassenen__gte=1) | Q(kinderen__gte=1), name="aanmelding_iemand"),
        ]

    def __str__(self) -> str:
        return f"aan de deur op {self.op}"


class Nacht(VanOpvang):
    """Somebody slept at a shelter in the night that began on `nacht`. `soort`: a product of the agreement, or "opvang".

    What turned out otherwise is crossed out and stays: `vervallen_op` with its `reden`.
    """

    class Reden(models.TextChoices):
        """Why a night is crossed out."""

        NIET_GEKOMEN = "niet_gekomen", "Is niet gekomen"
        WEGGEGAAN = "weggegaan", "Ging in de nacht weg"
        VERGISSING = "vergissing", "Wij maakten een vergissing in de lijst"

    nacht = models.DateField()
    soort = models.CharField(max_length=60)
    kind = models.BooleanField(default=False)
    genoteerd_door = models.BigIntegerField()
    vervallen_op = models.DateField(null=True)
    reden = models.CharField(max_length=20, choices=Reden, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "nacht"], condition=Q(vervallen_op=None), name="nacht_een_bed_per_persoon"
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op__isnull=True, reden="") | Q(vervallen_op__isnull=False) & ~Q(reden=""),
                name="nacht_vervallen_met_reden",
            ),
        ]
        indexes = [models.Index(fields=["regio", "organisatie", "nacht"], name="nacht_per_opvang")]

    def __str__(self) -> str:
        return f"nacht van {self.nacht}"


class NietGegeven(VanOpvang):
    """A night that a shelter could not give, its ground, and where the person was brought instead.

    Another ground than these is none: a tie with the region is no reason (article 1.2.1 Wmo). `naar`: a shelter of the
    region that took over. Who was called stands with the facts of the resident, as 'nacht elders'.
    """

    class Grond(models.TextChoices):
        """Why there was no bed here."""

        VOL = "vol", "Er is geen plek vrij"
        GEZIN = "gezin", "Er is geen plek waar het gezin bij elkaar blijft"
        VEILIGHEID = "veiligheid", "Het is hier niet veilig voor deze persoon of voor anderen"

    class Uitkomst(models.TextChoices):
        """Where the person went."""

        ANDERE_OPVANG = "andere_opvang", "Naar een andere opvang gebracht"
        ELDERS = "elders", "Op een andere veilige plek"
        NERGENS = "nergens", "Er is nog geen plek gevonden"

    nacht = models.DateField()
    grond = models.CharField(max_length=12, choices=Grond)
    uitkomst = models.CharField(max_length=14, choices=Uitkomst)
    naar = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="+")
    kind = models.BooleanField(default=False)
    genoteerd_door = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "organisatie", "nacht"], name="niet_gegeven_een_per_nacht"),
            models.CheckConstraint(
                condition=Q(grond__in=["vol", "gezin", "veiligheid"]), name="niet_gegeven_grond_bekend"
            ),
            models.CheckConstraint(
                condition=Q(uitkomst__in=["andere_opvang", "elders", "nergens"]), name="niet_gegeven_uitkomst_bekend"
            ),
        ]

    def __str__(self) -> str:
        return f"geen bed op {self.nacht}"


class Bedden(models.Model):
    """How many beds a shelter has from a day on, as it recorded itself; zero closes it."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="bedden")
    aantal = models.PositiveSmallIntegerField()
    vanaf = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisatie", "vanaf"], name="bedden_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.aantal} bedden vanaf {self.vanaf}"
