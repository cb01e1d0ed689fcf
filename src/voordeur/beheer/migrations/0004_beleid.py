"""Versions of the agreement that somebody uploaded and that a second person has to confirm."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    """Nothing was uploaded before."""

    dependencies = [("beheer", "0003_mensen"), ("kern", "0006_beleid")]
    operations = [
        migrations.CreateModel(
            name="Versievoorstel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("versie", models.DateField()),
                ("inhoud", models.BinaryField()),
                ("hash", models.CharField(max_length=64)),
                ("besluit", models.CharField(max_length=200)),
                ("voorbereid_door", models.BigIntegerField(null=True)),
                ("voorbereid_op", models.DateField()),
                ("bevestigd_door", models.BigIntegerField(null=True)),
                ("bevestigd_op", models.DateField(null=True)),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["regio", "versie"], condition=Q(bevestigd_op=None), name="versievoorstel_een_open"
                    ),
                    models.CheckConstraint(
                        condition=Q(bevestigd_door__isnull=True)
                        | Q(voorbereid_door__isnull=True)
                        | ~Q(bevestigd_door=F("voorbereid_door")),
                        name="versievoorstel_vier_ogen",
                    ),
                ]
            },
        ),
        per_regio("beheer_versievoorstel"),
    ]
