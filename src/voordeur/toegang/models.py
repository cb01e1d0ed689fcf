"""What is stored of the way in. Codes and days only: what somebody said or found stands with the resident, locked."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

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
    bevestigd_op = models.DateField(null=True)
    onderzocht_op = models.DateField(null=True)
    aangevraagd_op = models.DateField(null=True)
    afgesloten_op = models.DateField(null=True)

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
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def betreft(self) -> str:
        return f"dossier {self.nummer}"


class VanDossier(VanInwoner):
    """What every row of a dossier carries."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def betreft(self) -> str:
        return self.dossier.betreft


class Klok(VanDossier):
    """A term that runs or ran. `uiterlijk` is always computed, never typed; `gestart_door` is what set it going."""

    soort = models.CharField(max_length=40)
    naam = models.CharField(max_length=120)
    start = models.DateField()
    gestart_door = models.CharField(max_length=60)
    opschortingen = models.JSONField(default=list)
    uiterlijk = models.DateField()
    klaar_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "soort"], condition=Q(klaar_op__isnull=True), name="klok_een_lopende_per_soort"
            ),
            models.CheckConstraint(condition=Q(uiterlijk__gte=F("start")), name="klok_eindigt_na_start"),
        ]
        indexes = [models.Index(fields=["regio", "uiterlijk"], condition=Q(klaar_op=None), name="klok_lopend")]

    def __str__(self) -> str:
        return f"{self.soort} {self.uiterlijk}"


class Besluit(VanDossier):
    """A decision: prepared by one, signed by another. `vorm` and `arrangement` are ids of the agreement's file."""

    class Strekking(models.TextChoices):
        """What it does."""

        TOEKENNING = "toekenning"
        AFWIJZING = "afwijzing"

    nummer = models.CharField(max_length=20)
    strekking = models.CharField(max_length=12, choices=Strekking)
    vorm = models.CharField(max_length=60, blank=True)
    arrangement = models.CharField(max_length=60, blank=True)
    zwaarte = models.CharField(max_length=20, blank=True)
    leveringsvorm = models.CharField(max_length=3, choices=[("zin", "zorg in natura"), ("pgb", "pgb")], default="zin")
    periode = DateRangeField(null=True)
    wijkt_af = models.BooleanField(default=False)
    bewijs = models.BigIntegerField(null=True)
    voorbereid_door = models.BigIntegerField()
    voorbereid_op = models.DateField()
    ondertekend_door = models.BigIntegerField(null=True)
    genomen_op = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["regio", "nummer"], name="besluit_een_nummer"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(genomen_op=None, ingetrokken_op=None),
                name="besluit_een_in_voorbereiding",
            ),
            models.CheckConstraint(condition=~Q(ondertekend_door=F("voorbereid_door")), name="besluit_vier_ogen"),
            models.CheckConstraint(
                condition=Q(genomen_op__isnull=True, ondertekend_door__isnull=True)
                | Q(genomen_op__isnull=False, ondertekend_door__isnull=False),
                name="besluit_genomen_is_ondertekend",
            ),
            models.CheckConstraint(
                condition=~Q(strekking="toekenning") | Q(periode__isnull=False) & ~Q(vorm=""),
                name="besluit_toekenning_noemt_vorm_en_periode",
            ),
            models.CheckConstraint(
                condition=Q(strekking__in=["toekenning", "afwijzing"]), name="besluit_strekking_bekend"
            ),
        ]

    def __str__(self) -> str:
        return self.nummer


class Document(VanDossier):
    """A letter or a paper of a dossier, locked with the key of the resident."""

    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=200)
    op = models.DateField()
    inhoud = models.BinaryField()
    om = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.titel
