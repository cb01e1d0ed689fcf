"""The end of a value is prepared and set by two people; a version that waits can be refused with a reason."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from voordeur.kern.rijbeveiliging import per_regio

AF = Q(afgewezen_op=None, afgewezen_door=None, afgewezen_omdat="")
AFGEWEZEN = AF | (
    Q(afgewezen_op__isnull=False, afgewezen_door__isnull=False)
    & ~Q(afgewezen_omdat="")
    & (Q(voorbereid_door=None) | ~Q(afgewezen_door=F("voorbereid_door")))
)


class Migration(migrations.Migration):
    """Nothing waited and nothing was refused before."""

    dependencies = [("beheer", "0005_verzoek_verlengen"), ("kern", "0007_afgewezen")]
    operations = [
        migrations.CreateModel(
            name="Eindevoorstel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("orgaan", models.CharField(max_length=200)),
                ("besluit_op", models.DateField()),
                ("nummer", models.CharField(blank=True, max_length=60)),
                ("stuk", models.CharField(blank=True, max_length=200)),
                ("toelichting", models.TextField(blank=True)),
                ("voorbereid_door", models.BigIntegerField()),
                ("voorbereid_op", models.DateField()),
                ("vastgesteld_door", models.BigIntegerField(null=True)),
                ("vastgesteld_op", models.DateField(null=True)),
                ("afgewezen_door", models.BigIntegerField(null=True)),
                ("afgewezen_op", models.DateField(null=True)),
                ("afgewezen_omdat", models.TextField(blank=True, db_default="")),
                ("vanaf", models.DateField()),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
                (
                    "waarde",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.beleidswaarde"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(vastgesteld_door=F("voorbereid_door")), name="eindevoorstel_vier_ogen"
                    ),
                    models.CheckConstraint(
                        condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_door__isnull=False),
                        name="eindevoorstel_vastgesteld_door_iemand",
                    ),
                    models.CheckConstraint(
                        condition=AFGEWEZEN & (AF | Q(vastgesteld_op=None)), name="eindevoorstel_afgewezen"
                    ),
                    models.UniqueConstraint(
                        fields=["waarde"],
                        condition=Q(vastgesteld_op=None, afgewezen_op=None),
                        name="eindevoorstel_een_open",
                    ),
                ]
            },
        ),
        per_regio("beheer_eindevoorstel"),
        migrations.AddField("versievoorstel", "afgewezen_door", models.BigIntegerField(null=True)),
        migrations.AddField("versievoorstel", "afgewezen_op", models.DateField(null=True)),
        migrations.AddField("versievoorstel", "afgewezen_omdat", models.TextField(blank=True, db_default="")),
        migrations.RemoveConstraint("versievoorstel", "versievoorstel_een_open"),
        migrations.AddConstraint(
            "versievoorstel",
            models.UniqueConstraint(
                fields=["regio", "versie"],
                condition=Q(bevestigd_op=None, afgewezen_op=None),
                name="versievoorstel_een_open",
            ),
        ),
        migrations.AddConstraint(
            "versievoorstel",
            models.CheckConstraint(condition=AFGEWEZEN & (AF | Q(bevestigd_op=None)), name="versievoorstel_afgewezen"),
        ),
    ]
