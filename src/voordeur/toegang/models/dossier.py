"""What is stored of the way in. Codes and days only: what somebody said or found stands with the resident, locked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from voordeur.inwoner.models import Inwoner, OokVoorAanbieders, VanInwoner


class Dossier(OokVoorAanbieders):
    """One case of one resident, from melding to end. `versie` grows with each change: who saw an older one is told.

    `regeling_versie`: the version of the agreement of the day of the melding, which holds for the whole case.
    """

    class Stap(models.TextChoices):
        """How far it is."""

        MELDING = "melding"
        ONDERZOEK = "onderzoek"
        AANVRAAG = "aanvraag"
        BESLUIT = "besluit"
        PLAATSING = "plaatsing"
        VERBLIJF = "verblijf"
        AFGESLOTEN = "afgesloten"

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="dossiers")
    nummer = models.CharField(max_length=20)
    voorziening = models.CharField(max_length=2, choices=[("BW", "beschermd wonen"), ("MO", "maatschappelijke opvang")])
    route = models.CharField(max_length=60)
    regeling_versie = models.DateField()
    stap = models.CharField(max_length=12, choices=Stap, default=Stap.MELDING)
    behandelaar = models.BigIntegerField(null=True)
    versie = models.PositiveIntegerField(default=1)
    melder = models.CharField(max_length=60)
    # the organisation that reported, when it was one
    organisatie = models.BigIntegerField(null=True)
    gemeld_op = models.DateField()
    # False: read in without its day; then `gemeld_op` is the day of the decision, to count from, and is never shown
    melddag_bekend = models.BooleanField(default=True, db_default=True)
    # since when somebody stood on the waiting list that the region kept before: they keep their place
    wacht_sinds = models.DateField(null=True)
    bevestigd_op = models.DateField(null=True)
    onderzocht_op = models.DateField(null=True)
    aangevraagd_op = models.DateField(null=True)
    afgesloten_op = models.DateField(null=True)
    # from when support is needed, when that is known long before: an eighteenth birthday, the end of a forensic title
    nodig_op = models.DateField(null=True)
    spoed = models.BooleanField(default=False)
    # a family that came in together: parents and children each have a dossier of their own
    gezin = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="dossier_een_nummer"),
            models.CheckConstraint(
                condition=Q(
                    stap__in=["melding", "onderzoek", "aanvraag", "besluit", "plaatsing", "verblijf", "afgesloten"]
                ),
                name="dossier_stap_bekend",
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_op__isnull=True) | Q(bevestigd_op__gte=F("gemeld_op")),
                name="dossier_bevestigd_na_melding",
            ),
        ]
        indexes = [
            models.Index(fields=["regio", "stap", "id"], name="dossier_per_stap"),
            models.Index(fields=["regio", "college_code", "id"], name="dossier_per_college"),
            models.Index(fields=["regio", "-gemeld_op", "-id"], name="dossier_nieuwste_eerst"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"dossier {self.nummer}"

    @property
    def melddag(self) -> date | None:
        """The day of the report; None when nobody knows it."""
        return self.gemeld_op if self.melddag_bekend else None


class VanDossier(VanInwoner):
    """What every row of a dossier carries."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def betreft(self) -> str:
        return self.dossier.betreft

    @property
    def inwoner_id(self) -> UUID:
        return self.dossier.inwoner_id
