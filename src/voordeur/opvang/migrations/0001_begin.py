"""Who came to a shelter, who slept there, who could not, and how many beds there are."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0003_mandaat_aan_organisatie"),
        ("toegang", "0004_rijbeveiliging"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanmelding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "aanbieders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("op", models.DateField()),
                ("sleutel", models.UUIDField()),
                ("volwassenen", models.PositiveSmallIntegerField()),
                ("kinderen", models.PositiveSmallIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="toegang.dossier"
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.organisatie"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("regio", "sleutel"), name="aanmelding_een_keer"),
                    models.CheckConstraint(
                        condition=models.Q(("volwassenen__gte", 1), ("kinderen__gte", 1), _connector="OR"),
                        name="aanmelding_iemand",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bedden",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("aantal", models.PositiveSmallIntegerField()),
                ("vanaf", models.DateField()),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bedden", to="kern.organisatie"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("organisatie", "vanaf"), name="bedden_een_per_dag")],
            },
        ),
        migrations.CreateModel(
            name="Nacht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "aanbieders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("nacht", models.DateField()),
                ("soort", models.CharField(max_length=60)),
                ("kind", models.BooleanField(default=False)),
                ("genoteerd_door", models.BigIntegerField()),
                ("vervallen_op", models.DateField(null=True)),
                (
                    "reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("niet_gekomen", "Is niet gekomen"),
                            ("weggegaan", "Ging in de nacht weg"),
                            ("vergissing", "Wij maakten een vergissing in de lijst"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="toegang.dossier"
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.organisatie"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["regio", "organisatie", "nacht"], name="nacht_per_opvang")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op", None)),
                        fields=("dossier", "nacht"),
                        name="nacht_een_bed_per_persoon",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("vervallen_op__isnull", True)),
                            models.Q(("vervallen_op__isnull", False), models.Q(("reden", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="nacht_vervallen_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NietGegeven",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "aanbieders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("nacht", models.DateField()),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("vol", "Er is geen plek vrij"),
                            ("gezin", "Er is geen plek waar het gezin bij elkaar blijft"),
                            ("veiligheid", "Het is hier niet veilig voor deze persoon of voor anderen"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("andere_opvang", "Naar een andere opvang gebracht"),
                            ("elders", "Op een andere veilige plek"),
                            ("nergens", "Er is nog geen plek gevonden"),
                        ],
                        max_length=14,
                    ),
                ),
                ("kind", models.BooleanField(default=False)),
                ("genoteerd_door", models.BigIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="toegang.dossier"
                    ),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.organisatie"
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.organisatie"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "organisatie", "nacht"), name="niet_gegeven_een_per_nacht"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grond__in", ["vol", "gezin", "veiligheid"])),
                        name="niet_gegeven_grond_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitkomst__in", ["andere_opvang", "elders", "nergens"])),
                        name="niet_gegeven_uitkomst_bekend",
                    ),
                ],
            },
        ),
    ]
