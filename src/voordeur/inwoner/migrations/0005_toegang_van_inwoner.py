"""How a resident gets in, and who may look along."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import ook_voor_account, ook_voor_inwoner, per_college


class Migration(migrations.Migration):
    """Rows are there for the college, for the resident, and for the account that they are about."""

    dependencies = [
        ("inwoner", "0004_zoeksleutel"),
        ("kern", "0004_account_van_inwoner"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Machtiging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("wettelijk", "wettelijk vertegenwoordiger"),
                            ("gemachtigde", "gemachtigde"),
                            ("helper", "helper"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "mag",
                    models.CharField(
                        choices=[("lezen", "meelezen"), ("handelen", "meelezen en dingen doen")], max_length=8
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="machtigingen", to="inwoner.inwoner"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["wettelijk", "gemachtigde", "helper"])),
                        name="machtiging_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mag__in", ["lezen", "handelen"])), name="machtiging_mag_bekend"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot", None), ("tot__gte", models.F("van")), _connector="OR"),
                        name="machtiging_eindigt_na_begin",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op", None)),
                        fields=("inwoner", "account"),
                        name="machtiging_een_per_account",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toegangscode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("hash", models.CharField(max_length=200)),
                ("gemaakt_op", models.DateField()),
                ("tot", models.DateField()),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("gebruikt_op", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inwoner.inwoner"
                    ),
                ),
                (
                    "machtiging",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="inwoner.machtiging",
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pogingen__lte", 5)), name="toegangscode_vijf_pogingen"),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("gemaakt_op"))), name="toegangscode_eindigt_na_begin"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gebruikt_op", None), ("ingetrokken_op", None)),
                        fields=("account",),
                        name="toegangscode_een_open",
                    ),
                ],
            },
        ),
        *map(per_college, ("inwoner_machtiging", "inwoner_toegangscode")),
        *map(ook_voor_inwoner, ("inwoner_machtiging", "inwoner_toegangscode")),
        *map(ook_voor_account, ("inwoner_machtiging", "inwoner_toegangscode")),
    ]
