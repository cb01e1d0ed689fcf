"""Staff that is invited, rights that are looked at, contacts and processing agreements of organisations."""

from __future__ import annotations

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import per_regio

# equality of a text by a range that holds its hash alone, which needs no extension
EEN_PER_PLEK = """
ALTER TABLE beheer_contactpersoon ADD CONSTRAINT contact_een_per_plek EXCLUDE USING gist (
  int8range(hashtext(regio_id), hashtext(regio_id), '[]') WITH &&,
  int8range(hashtext(plek), hashtext(plek), '[]') WITH &&,
  periode WITH &&
) WHERE (plek <> '')
"""
EEN_PER_PLEK_WEG = "ALTER TABLE beheer_contactpersoon DROP CONSTRAINT contact_een_per_plek"


class Migration(migrations.Migration):
    dependencies = [
        ("beheer", "0002_inlezen"),
        ("kern", "0005_mensen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contactpersoon",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "plek",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Gewone contactpersoon"),
                            ("extern", "Extern contact van de regio"),
                            ("eerste", "Eerste plaatsvervanger"),
                            ("tweede", "Tweede plaatsvervanger"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("naam", models.CharField(max_length=100)),
                ("functie", models.CharField(blank=True, max_length=100)),
                ("telefoon", models.CharField(blank=True, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=150)),
                ("periode", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "organisatie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacten",
                        to="kern.organisatie",
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
                        condition=models.Q(("plek__in", ["", "extern", "eerste", "tweede"])), name="contact_plek_bekend"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("plek", ""), ("organisatie", None), _connector="OR"),
                        name="contact_plek_van_regio",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("periode__isempty", False)), name="contact_periode_niet_leeg"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rechtbeoordeling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("blijft", models.BooleanField()),
                ("door", models.BigIntegerField()),
                ("op", models.DateField()),
                (
                    "aanstelling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beoordelingen", to="kern.aanstelling"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["regio", "aanstelling", "-op"], name="recht_laatst_bekeken")],
            },
        ),
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=64)),
                ("tot_en_met", models.DateField()),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("gemaakt_door", models.BigIntegerField()),
                ("gemaakt_om", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("klaar_om", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodigingen",
                        to=settings.AUTH_USER_MODEL,
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
                        condition=models.Q(("klaar_om", None)), fields=("account",), name="uitnodiging_een_tegelijk"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verwerkersovereenkomst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("onderwerp", models.CharField(max_length=200)),
                ("getekend_op", models.DateField()),
                ("tot_en_met", models.DateField(null=True)),
                ("document", models.CharField(max_length=200)),
                ("beeindigd_op", models.DateField(null=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verwerkersovereenkomsten",
                        to="kern.organisatie",
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
                        condition=models.Q(
                            ("tot_en_met", None), ("tot_en_met__gte", models.F("getekend_op")), _connector="OR"
                        ),
                        name="verwerking_einde_na_begin",
                    )
                ],
            },
        ),
        migrations.RunSQL(EEN_PER_PLEK, EEN_PER_PLEK_WEG),
        per_regio("beheer_contactpersoon"),
        per_regio("beheer_rechtbeoordeling"),
        per_regio("beheer_uitnodiging"),
        per_regio("beheer_verwerkersovereenkomst"),
    ]
