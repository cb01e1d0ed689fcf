"""The keys that a resident is found by, guarded as the resident is. `voordeur migreer` fills them afterwards."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import ook_voor_inwoner, per_college_of_aanbieder


class Migration(migrations.Migration):
    """A table beside the ones there are; nothing that is there changes."""

    dependencies = [("inwoner", "0003_eigen_dossier"), ("kern", "0004_account_van_inwoner")]
    operations = [
        migrations.CreateModel(
            name="Zoeksleutel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "aanbieders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("index", models.CharField(max_length=64)),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zoeksleutels",
                        to="inwoner.inwoner",
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["index"], name="zoeksleutel_index")],
                "constraints": [
                    models.UniqueConstraint(fields=("inwoner", "index"), name="zoeksleutel_een_per_inwoner")
                ],
            },
        ),
        per_college_of_aanbieder("inwoner_zoeksleutel"),
        ook_voor_inwoner("inwoner_zoeksleutel"),
    ]
