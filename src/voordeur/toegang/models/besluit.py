"""Decisions, and what is brought against them."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from .dossier import VanDossier

# a decision that was taken on paper before the region worked here: before its number, and who signed it
PAPIER, NIEMAND_HIER = "P-", -1


class Besluit(VanDossier):
    """A decision: prepared by one, signed by another. `vorm` and `arrangement` are ids of the agreement's file.

    `strekking` is what it does to the right, `soort` why it was taken. `vervangt`: the decision that it puts aside or
    ends, from `gaat_in_op`.
    """

    class Strekking(models.TextChoices):
        """What it does."""

        TOEKENNING = "toekenning"
        AFWIJZING = "afwijzing"
        BEEINDIGING = "beeindiging"

    class Soort(models.TextChoices):
        """Why it was taken."""

        EERSTE = "eerste", "eerste besluit"
        GEDEELTELIJK = "gedeeltelijk", "gedeeltelijke toekenning"
        VERLENGING = "verlenging"
        OVERBRUGGING = "overbrugging"
        HERZIENING = "herziening"
        INTREKKING = "intrekking"
        EINDE = "einde", "einde van de hulp"
        OP_BEZWAAR = "op_bezwaar", "besluit op bezwaar"

    nummer = models.CharField(max_length=20)
    strekking = models.CharField(max_length=12, choices=Strekking)
    soort = models.CharField(max_length=12, choices=Soort, default=Soort.EERSTE)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, related_name="vervangen_door")
    gaat_in_op = models.DateField(null=True)
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
                condition=Q(strekking__in=["toekenning", "afwijzing", "beeindiging"]), name="besluit_strekking_bekend"
            ),
            models.CheckConstraint(
                condition=~Q(strekking="beeindiging") | Q(vervangt__isnull=False, gaat_in_op__isnull=False),
                name="besluit_beeindiging_noemt_wat_en_wanneer",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def papiernummer(self) -> str:
        """The number on the paper of a decision that was taken before the region worked here; else empty."""
        return self.nummer.removeprefix(PAPIER) if self.ondertekend_door == NIEMAND_HIER else ""


class Bezwaar(VanDossier):
    """An objection. `ondertekenaar`: who signed the decision; somebody else decides the objection (Awb 10:3 lid 3)."""

    class Uitkomst(models.TextChoices):
        """What became of it."""

        GEGROND = "gegrond"
        DEELS = "deels_gegrond", "deels gegrond"
        ONGEGROND = "ongegrond"
        NIET_ONTVANKELIJK = "niet_ontvankelijk", "niet ontvankelijk"
        INGETROKKEN = "ingetrokken"

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="bezwaren")
    ondertekenaar = models.BigIntegerField()
    ontvangen_op = models.DateField()
    op_tijd = models.BooleanField()
    # None: nobody judged yet whether being late can be excused
    verschoonbaar = models.BooleanField(null=True)
    hoorzitting_op = models.DateField(null=True)
    gehoord_op = models.DateField(null=True)
    afgezien_van_horen = models.BooleanField(default=False)
    beslisser = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst, blank=True)
    # the decision that took the place of the contested one
    nieuw_besluit = models.ForeignKey(Besluit, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["besluit"], condition=Q(beslist_op=None), name="bezwaar_een_open_per_besluit"
            ),
            models.CheckConstraint(condition=~Q(beslisser=F("ondertekenaar")), name="bezwaar_andere_beslisser"),
            models.CheckConstraint(
                condition=Q(beslist_op__isnull=True, uitkomst="") | Q(beslist_op__isnull=False) & ~Q(uitkomst=""),
                name="bezwaar_beslist_heeft_uitkomst",
            ),
        ]

    def __str__(self) -> str:
        return f"bezwaar tegen {self.besluit_id}"
