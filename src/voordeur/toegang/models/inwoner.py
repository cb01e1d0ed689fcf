"""What the resident asks, complains of and agrees on a time for. The words stand with the resident, locked."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .dossier import VanDossier


class Inwonervraag(VanDossier):
    """A question of the resident to who handles the case. Words: 'inwonervraag <id>', 'inwonervraag <id> antwoord'."""

    gesteld_op = models.DateField()
    gesteld_door = models.BigIntegerField(null=True)
    beantwoord_op = models.DateField(null=True)
    beantwoord_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(beantwoord_op=None) | Q(beantwoord_op__gte=F("gesteld_op")),
                name="inwonervraag_antwoord_na_vraag",
            ),
        ]
        indexes = [
            models.Index(fields=["regio", "gesteld_op"], condition=Q(beantwoord_op=None), name="inwonervraag_open")
        ]

    def __str__(self) -> str:
        return f"inwonervraag {self.pk}"


class Klacht(VanDossier):
    """A complaint (chapter 9 of the Awb). Words: 'klacht <id>'.

    Who wrote it down (`opgenomen_door`) does not end it: `klacht_niet_door_opnemer` (migration 0016).

    `betrokken`: whom it is about as far as it was said, else who handled the case when it came.

    `uiterlijk` is always computed, never typed. `met_persoon`: a complaints person or committee advises (9:13, 9:14).
    `doorgestuurd_aan`: the organisation that it is about, when that is not the college (2:3).
    """

    class Over(models.TextChoices):
        """What it is about."""

        ONS = "ons", "de gemeente of een medewerker"
        AANBIEDER = "aanbieder", "een aanbieder van hulp"
        ANDER = "ander", "een andere organisatie"

    class Uitkomst(models.TextChoices):
        """What became of it."""

        GEGROND = "gegrond"
        DEELS = "deels_gegrond", "deels gegrond"
        ONGEGROND = "ongegrond"
        OPGELOST = "opgelost", "opgelost naar tevredenheid"
        DOORGESTUURD = "doorgestuurd"

    class Langs(models.TextChoices):
        """How it came. What did not come by the resident's own page was written down by staff."""

        ONLINE = "online", "via de eigen pagina"
        TELEFOON = "telefoon", "aan de telefoon"
        BALIE = "balie", "aan de balie"
        BRIEF = "brief", "met een brief of e-mail"

    over = models.CharField(max_length=10, choices=Over)
    langs = models.CharField(max_length=8, choices=Langs, default=Langs.ONLINE, db_default="online")
    opgenomen_door = models.BigIntegerField(null=True)
    betrokken = models.BigIntegerField(null=True)
    ontvangen_op = models.DateField()
    uiterlijk = models.DateField()
    met_persoon = models.BooleanField(default=False)
    verdaagd_op = models.DateField(null=True)
    doorgestuurd_aan = models.CharField(max_length=200, blank=True)
    gehoord_op = models.DateField(null=True)
    afgezien_van_horen = models.BooleanField(default=False)
    uitkomst = models.CharField(max_length=15, choices=Uitkomst, blank=True)
    klaar_op = models.DateField(null=True)
    klaar_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(betrokken=None) | ~Q(klaar_door=F("betrokken")), name="klacht_niet_door_betrokkene"
            ),
            models.CheckConstraint(
                condition=Q(langs="online") | Q(opgenomen_door__isnull=False), name="klacht_opgenomen_door_iemand"
            ),
            models.CheckConstraint(
                condition=Q(klaar_op__isnull=True, uitkomst="")
                | Q(klaar_op__gte=F("ontvangen_op"), klaar_door__isnull=False) & ~Q(uitkomst=""),
                name="klacht_klaar_heeft_uitkomst",
            ),
            models.CheckConstraint(
                condition=~Q(uitkomst="doorgestuurd") | ~Q(doorgestuurd_aan=""), name="klacht_doorgestuurd_noemt_aan"
            ),
            models.CheckConstraint(
                condition=~Q(uitkomst__in=["gegrond", "deels_gegrond", "ongegrond"])
                | Q(gehoord_op__isnull=False)
                | Q(afgezien_van_horen=True),
                name="klacht_gehoord_of_afgezien",
            ),
        ]
        indexes = [models.Index(fields=["regio", "uiterlijk"], condition=Q(klaar_op=None), name="klacht_open")]

    def __str__(self) -> str:
        return f"klacht {self.pk}"


class Afspraak(VanDossier):
    """An appointment. Words (where, with whom, about what): 'afspraak <id>'; another time: 'afspraak <id> anders'."""

    dag = models.DateField()
    begint = models.TimeField()
    eindigt = models.TimeField()
    gemaakt_op = models.DateField()
    gemaakt_door = models.BigIntegerField(null=True)
    # each change of day or time raises it: a calendar sees which one is newest
    verzet = models.PositiveIntegerField(default=0)
    anders_gevraagd_op = models.DateField(null=True)
    vervallen_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(eindigt__gt=F("begint")), name="afspraak_eindigt_na_begin"),
            models.CheckConstraint(condition=Q(dag__gte=F("gemaakt_op")), name="afspraak_niet_in_het_verleden"),
        ]
        indexes = [models.Index(fields=["regio", "dag"], condition=Q(vervallen_op=None), name="afspraak_komt")]

    def __str__(self) -> str:
        return f"afspraak {self.dag}"
