"""What others do for a dossier: the steps of the region's way in, questions to others, other regions, disputes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .dossier import VanDossier


class Routestand(VanDossier):
    """A step of the route of the agreement that was done. What was said stands with the resident, as 'stap <id>'."""

    stap = models.CharField(max_length=40)
    gedaan_op = models.DateField()
    door = models.BigIntegerField(null=True)
    uitkomst = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "stap"], name="routestand_een_per_stap"),
        ]

    def __str__(self) -> str:
        return self.stap


class Uitvraag(VanDossier):
    """A question to somebody else that the dossier waits for. What was asked and answered stands with the resident.

    `stap`: the step of the route, or the action, that asks. `aan`: a CBS code, the id of an organisation or empty.
    """

    class AanSoort(models.TextChoices):
        """Who is asked."""

        COLLEGE = "college", "gemeente"
        ORGANISATIE = "organisatie", "organisatie"
        INWONER = "inwoner", "inwoner"
        ELDERS = "elders", "centrumgemeente van een andere regio"

    stap = models.CharField(max_length=40)
    aan_soort = models.CharField(max_length=12, choices=AanSoort)
    aan = models.CharField(max_length=100, blank=True)
    gevraagd_op = models.DateField()
    gevraagd_door = models.BigIntegerField(null=True)
    uiterlijk = models.DateField(null=True)
    herinnerd_op = models.DateField(null=True)
    beantwoord_op = models.DateField(null=True)
    antwoord = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "stap"], condition=Q(beantwoord_op=None), name="uitvraag_een_open_per_stap"
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_op=None) | Q(beantwoord_op__gte=F("gevraagd_op")),
                name="uitvraag_antwoord_na_vraag",
            ),
        ]
        indexes = [models.Index(fields=["regio", "gevraagd_op"], condition=Q(beantwoord_op=None), name="uitvraag_open")]

    def __str__(self) -> str:
        return f"{self.stap} aan {self.aan_soort}"


class Landelijk(VanDossier):
    """What is agreed with the centrumgemeente of another region about a resident (landelijke toegankelijkheid).

    `richting` "in": somebody from elsewhere asks here; "uit": a resident of here goes elsewhere, and is not let go
    before the other accepts. `betaler`: "herkomst" or "plaatsing", until `betaalt_tot`.
    """

    richting = models.CharField(max_length=3, choices=[("in", "naar deze regio"), ("uit", "naar een andere regio")])
    andere = models.CharField(max_length=100)
    geraadpleegd_op = models.DateField(null=True)
    gereageerd_op = models.DateField(null=True)
    akkoord = models.BooleanField(null=True)
    betaler = models.CharField(
        max_length=10, blank=True, choices=[("herkomst", "herkomst"), ("plaatsing", "plaatsing")]
    )
    betaalt_tot = models.DateField(null=True)
    geaccepteerd_op = models.DateField(null=True)
    losgelaten_op = models.DateField(null=True)
    begonnen_op = models.DateField(null=True)
    # where support has the best chance: here or elsewhere; empty while nobody chose yet
    kans_bij = models.CharField(max_length=6, blank=True, choices=[("hier", "hier"), ("elders", "elders")])
    gekozen_op = models.DateField(null=True)
    bewijs = models.BigIntegerField(null=True)
    # the warm hand-over, and the day on which support begins with the other
    overgedragen_op = models.DateField(null=True)
    begint_op = models.DateField(null=True)
    # the resident does not go elsewhere after all
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier"], name="landelijk_een_per_dossier"),
            models.CheckConstraint(
                condition=Q(losgelaten_op=None)
                | Q(overgedragen_op__isnull=False, begint_op__isnull=False, begint_op__lte=F("losgelaten_op")),
                name="landelijk_niet_los_voor_begin_elders",
            ),
            models.CheckConstraint(
                condition=Q(losgelaten_op=None)
                | Q(geaccepteerd_op__isnull=False, losgelaten_op__gte=F("geaccepteerd_op")),
                name="landelijk_niet_los_voor_acceptatie",
            ),
            models.CheckConstraint(
                condition=Q(gereageerd_op=None)
                | Q(geraadpleegd_op__isnull=False, gereageerd_op__gte=F("geraadpleegd_op")),
                name="landelijk_reactie_na_raadpleging",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.richting} {self.andere}"


class Geschil(VanDossier):
    """A dispute by its steps. `treden`: [{"trede", "van", "tot", "uitkomst"}]; `betaalt_intussen`: who pays now."""

    soort = models.CharField(
        max_length=12, choices=[("landelijk", "met een andere regio"), ("indicatie", "over de indicatie")]
    )
    trede = models.CharField(max_length=40)
    treden = models.JSONField(default=list)
    begonnen_op = models.DateField()
    betaalt_intussen = models.CharField(max_length=60)
    opgelost_op = models.DateField(null=True)
    uitkomst = models.CharField(max_length=60, blank=True)
    wederpartij = models.CharField(max_length=100, default="")
    # settled back in time: noted who pays whom over which days, never booked from here
    verrekening = models.CharField(
        max_length=5, blank=True, default="", choices=[("hier", "deze regio"), ("ander", "de andere partij")]
    )
    verrekenen_van = models.DateField(null=True)
    verrekenen_tot = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "soort"], condition=Q(opgelost_op=None), name="geschil_een_open_per_soort"
            ),
            models.CheckConstraint(
                condition=Q(opgelost_op=None) | ~Q(uitkomst=""), name="geschil_opgelost_heeft_uitkomst"
            ),
            models.CheckConstraint(
                condition=Q(verrekenen_van=None) | Q(verrekenen_tot=None) | Q(verrekenen_tot__gte=F("verrekenen_van")),
                name="geschil_verrekening_eindigt_na_begin",
            ),
        ]

    def __str__(self) -> str:
        return f"geschil {self.soort}"


class Verplaatsing(VanDossier):
    """A dossier that hangs on the wrong resident, to be moved to `naar`. Another person than who asked confirms it.

    `nieuw`: `naar` was registered for this. `afgewezen`: the second person did not agree.
    """

    naar = models.ForeignKey("inwoner.Inwoner", models.PROTECT, related_name="+")
    nieuw = models.BooleanField(default=False)
    gevraagd_door = models.BigIntegerField()
    gevraagd_op = models.DateField()
    beslist_door = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    afgewezen = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(beslist_op=None), name="verplaatsing_een_open_per_dossier"
            ),
            models.CheckConstraint(condition=~Q(beslist_door=F("gevraagd_door")), name="verplaatsing_vier_ogen"),
            models.CheckConstraint(
                condition=Q(beslist_op__isnull=True, beslist_door__isnull=True)
                | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                name="verplaatsing_beslist_door_iemand",
            ),
        ]

    def __str__(self) -> str:
        return f"verplaatsing van {self.dossier_id}"


class Zoekfilter(models.Model):
    """A filter of the work list that somebody keeps, by a name of their own."""

    regio = models.ForeignKey("kern.Regio", models.PROTECT, related_name="+")
    account = models.BigIntegerField()
    naam = models.CharField(max_length=60)
    vraag = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["regio", "account", "naam"], name="zoekfilter_een_naam")]

    def __str__(self) -> str:
        return self.naam
