"""The keys of systems, and which creations were done; each only for the region of the actor."""

from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0004_account_van_inwoner"),
    ]

    operations = [
        migrations.CreateModel(
            name="Apisleutel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(max_length=16)),
                ("naam", models.CharField(max_length=100)),
                ("geheim", models.CharField(max_length=64)),
                ("mag_schrijven", models.BooleanField(default=False)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("gemaakt_door", models.BigIntegerField()),
                ("gemaakt_op", models.DateField()),
                ("beeindigd_door", models.BigIntegerField(null=True)),
                ("beeindigd_op", models.DateField(null=True)),
                ("laatst_gebruikt", models.DateTimeField(null=True)),
                ("minuut", models.DateTimeField(null=True)),
                ("aantal", models.PositiveIntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="apisleutels", to="kern.account"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("regio", "nummer"), name="apisleutel_een_nummer"),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="apisleutel_eindigt_na_begin"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geheim__regex", "^[0-9a-f]{64}$")), name="apisleutel_alleen_hash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beeindigd_door__isnull", True), ("beeindigd_op__isnull", True)),
                            models.Q(("beeindigd_door__isnull", False), ("beeindigd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="apisleutel_einde_door_iemand",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Herhaling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.CharField(max_length=64)),
                ("aanvraag", models.CharField(max_length=64)),
                ("kenmerk", models.CharField(blank=True, max_length=60)),
                ("locatie", models.CharField(blank=True, max_length=200)),
                ("om", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "apisleutel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="api.apisleutel"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("apisleutel", "sleutel"), name="herhaling_een_per_sleutel")
                ],
            },
        ),
        per_regio("api_apisleutel"),
        per_regio("api_herhaling"),
    ]
