"""What is stored of keeping and destroying: requests of residents, keeping longer, lists that two people make."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from voordeur.inwoner.models import Inwoner, VanInwoner
from voordeur.kern.models import Regio

from ..gronden_bewaren import VELDEN


class Inwonerverzoek(VanInwoner):
    """A resident asks to see, to correct or to destroy what is kept of them. What they wrote stands with their facts.

    `uiterlijk` is computed. `veld`: of a correction, the code of what is disputed; else empty. `grond`: of
    `beheer.gronden_bewaren`, why it was refused. Carried out by another person than who decided. `eerst_uiterlijk`: the
    end before it was prolonged, once, which the AVG allows and the Wmo does not for a destruction.
    """

    class Soort(models.TextChoices):
        """What is asked."""

        VERNIETIGING = "vernietiging", "gegevens vernietigen"
        CORRECTIE = "correctie", "gegevens verbeteren"
        INZAGE = "inzage", "gegevens bekijken"

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="verzoeken")
    soort = models.CharField(max_length=12, choices=Soort)
    veld = models.CharField(max_length=30, blank=True)
    ontvangen_op = models.DateField()
    vastgelegd_door = models.BigIntegerField(null=True)
    uiterlijk = models.DateField()
    eerst_uiterlijk = models.DateField(null=True)
    verlengd_op = models.DateField(null=True)
    verlengd_door = models.BigIntegerField(null=True)
    beslist_op = models.DateField(null=True)
    beslist_door = models.BigIntegerField(null=True)
    toegestaan = models.BooleanField(null=True)
    grond = models.CharField(max_length=30, blank=True)
    uitgevoerd_op = models.DateField(null=True)
    uitgevoerd_door = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inwoner", "soort", "veld"], condition=Q(beslist_op=None), name="verzoek_een_open_per_soort"
            ),
            models.CheckConstraint(condition=Q(uiterlijk__gt=F("ontvangen_op")), name="verzoek_eindigt_na_ontvangst"),
            models.CheckConstraint(
                condition=Q(beslist_op=None, beslist_door=None, toegestaan=None)
                | Q(beslist_op__isnull=False, beslist_door__isnull=False, toegestaan__isnull=False),
                name="verzoek_beslist_door_iemand",
            ),
            models.CheckConstraint(condition=~Q(toegestaan=False) | ~Q(grond=""), name="verzoek_weigering_heeft_grond"),
            models.CheckConstraint(
                condition=Q(uitgevoerd_op=None) | Q(toegestaan=True), name="verzoek_uitgevoerd_is_toegestaan"
            ),
            models.CheckConstraint(
                condition=~Q(soort="vernietiging") | ~Q(uitgevoerd_door=F("beslist_door")), name="verzoek_vier_ogen"
            ),
            models.CheckConstraint(
                condition=Q(eerst_uiterlijk=None, verlengd_op=None, verlengd_door=None)
                | Q(
                    eerst_uiterlijk__isnull=False,
                    verlengd_op__isnull=False,
                    verlengd_door__isnull=False,
                    verlengd_op__lte=F("eerst_uiterlijk"),
                    uiterlijk__gt=F("eerst_uiterlijk"),
                ),
                name="verzoek_op_tijd_verlengd",
            ),
            models.CheckConstraint(
                condition=~Q(soort="vernietiging") | Q(verlengd_op=None), name="verzoek_vernietiging_niet_verlengd"
            ),
        ]
        indexes = [models.Index(fields=["regio", "uiterlijk"], condition=Q(uitgevoerd_op=None), name="verzoek_open")]

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"

    @property
    def waarover(self) -> str:
        """What is disputed, in words."""
        return VELDEN.get(self.veld, "")


class Bewaring(VanInwoner):
    """Facts that are kept longer than fifteen years, until a day. Why stands with the facts, as 'bewaring <id>'."""

    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="bewaringen")
    tot = models.DateField()
    besloten_op = models.DateField()
    besloten_door = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(tot__gt=F("besloten_op")), name="bewaring_eindigt_later")]

    def __str__(self) -> str:
        return f"bewaren tot {self.tot}"


class Vernietigingslijst(models.Model):
    """Residents whose facts have been kept long enough: one makes the list, another approves it, then it is done."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    college_code = models.CharField(max_length=4)
    gemaakt_op = models.DateField()
    gemaakt_door = models.BigIntegerField()
    goedgekeurd_op = models.DateField(null=True)
    goedgekeurd_door = models.BigIntegerField(null=True)
    ingetrokken_op = models.DateField(null=True)
    klaar_op = models.DateField(null=True)
    om = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(goedgekeurd_door=F("gemaakt_door")), name="vernietigingslijst_vier_ogen"
            ),
            models.CheckConstraint(
                condition=Q(klaar_op=None) | Q(goedgekeurd_op__isnull=False, goedgekeurd_door__isnull=False),
                name="vernietigingslijst_klaar_na_goedkeuring",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None) | Q(goedgekeurd_op=None), name="vernietigingslijst_of_ingetrokken"
            ),
        ]

    def __str__(self) -> str:
        return f"lijst {self.pk}"


class Lijstregel(VanInwoner):
    """One resident of a list, with the day of the last change that the fifteen years run from."""

    lijst = models.ForeignKey(Vernietigingslijst, models.PROTECT, related_name="regels")
    inwoner = models.ForeignKey(Inwoner, models.PROTECT, related_name="lijstregels")
    brondatum = models.DateField()
    bewaard_tot = models.DateField()
    vernietigd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lijst", "inwoner"], name="lijstregel_een_keer"),
            models.CheckConstraint(
                condition=Q(vernietigd_op=None) | Q(vernietigd_op__gt=F("bewaard_tot")), name="lijstregel_niet_te_vroeg"
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.pk}"
