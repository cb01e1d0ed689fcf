"""What is stored of organisations beside their name: who to call, and the agreements on processing personal data."""

from __future__ import annotations

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from voordeur.kern.models import Organisatie, Regio


class Contactpersoon(models.Model):
    """Who to call at an organisation; without one it is a contact of the region itself.

    `plek`: the external contact of the region and the deputies. At a time there is one of each: the database holds
    `contact_een_per_plek` (RunSQL in the migration).
    """

    class Plek(models.TextChoices):
        """Which of the three of the region."""

        GEEN = "", "Gewone contactpersoon"
        EXTERN = "extern", "Extern contact van de regio"
        EERSTE = "eerste", "Eerste plaatsvervanger"
        TWEEDE = "tweede", "Tweede plaatsvervanger"

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, related_name="contacten")
    plek = models.CharField(max_length=10, choices=Plek, blank=True, default="")
    naam = models.CharField(max_length=100)
    functie = models.CharField(max_length=100, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(max_length=150, blank=True)
    periode = DateRangeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(plek__in=["", "extern", "eerste", "tweede"]), name="contact_plek_bekend"
            ),
            models.CheckConstraint(condition=Q(plek="") | Q(organisatie=None), name="contact_plek_van_regio"),
            models.CheckConstraint(condition=Q(periode__isempty=False), name="contact_periode_niet_leeg"),
        ]

    def __str__(self) -> str:
        return self.naam


class Verwerkersovereenkomst(models.Model):
    """An agreement with who processes personal data for the region (article 28 GDPR), and until when it holds."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="verwerkersovereenkomsten")
    onderwerp = models.CharField(max_length=200)
    getekend_op = models.DateField()
    tot_en_met = models.DateField(null=True)
    # where the signed paper is kept: its number in the archive of the municipality
    document = models.CharField(max_length=200)
    beeindigd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_en_met=None) | Q(tot_en_met__gte=F("getekend_op")), name="verwerking_einde_na_begin"
            ),
        ]

    def __str__(self) -> str:
        return self.onderwerp
