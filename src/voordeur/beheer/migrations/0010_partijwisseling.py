"""Which municipalities join and leave by a new version, and what was ended for it: so that it can be taken back."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    """Nobody joined or left before."""

    dependencies = [("beheer", "0009_wie_ziet"), ("kern", "0008_deelname")]
    operations = [
        migrations.CreateModel(
            name="Partijwisseling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("versie", models.DateField()),
                ("soort", models.CharField(choices=[("erbij", "Erbij"), ("eruit", "Eruit")], max_length=5)),
                ("terug", models.JSONField(default=dict)),
                (
                    "college",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.college"),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(soort__in=["erbij", "eruit"]), name="partijwisseling_soort"),
                    models.UniqueConstraint(fields=["versie", "college"], name="partijwisseling_een_per_versie"),
                ]
            },
        ),
        per_regio("beheer_partijwisseling"),
    ]
