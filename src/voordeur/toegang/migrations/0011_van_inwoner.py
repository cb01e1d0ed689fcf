"""What the resident asks, complains of, and agrees on a time for."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import PROTECT, F, Q

from voordeur.kern.rijbeveiliging import ook_in_eigen_dossier, per_college


class Migration(migrations.Migration):
    """Only adds. The resident sees the own rows; whoever works for the college sees those of the college."""

    dependencies = [("toegang", "0010_samenvoeging")]

    operations = [
        migrations.CreateModel(
            name="Afspraak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("dag", models.DateField()),
                ("begint", models.TimeField()),
                ("eindigt", models.TimeField()),
                ("gemaakt_op", models.DateField()),
                ("gemaakt_door", models.BigIntegerField(null=True)),
                ("verzet", models.PositiveIntegerField(default=0)),
                ("anders_gevraagd_op", models.DateField(null=True)),
                ("vervallen_op", models.DateField(null=True)),
                ("dossier", models.ForeignKey(on_delete=PROTECT, related_name="%(class)ss", to="toegang.dossier")),
                ("regio", models.ForeignKey(on_delete=PROTECT, related_name="+", to="kern.regio")),
            ],
            options={
                "indexes": [
                    models.Index(condition=Q(("vervallen_op", None)), fields=["regio", "dag"], name="afspraak_komt")
                ],
                "constraints": [
                    models.CheckConstraint(condition=Q(("eindigt__gt", F("begint"))), name="afspraak_eindigt_na_begin"),
                    models.CheckConstraint(
                        condition=Q(("dag__gte", F("gemaakt_op"))), name="afspraak_niet_in_het_verleden"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inwonervraag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("gesteld_op", models.DateField()),
                ("gesteld_door", models.BigIntegerField(null=True)),
                ("beantwoord_op", models.DateField(null=True)),
                ("beantwoord_door", models.BigIntegerField(null=True)),
                ("dossier", models.ForeignKey(on_delete=PROTECT, related_name="%(class)ss", to="toegang.dossier")),
                ("regio", models.ForeignKey(on_delete=PROTECT, related_name="+", to="kern.regio")),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=Q(("beantwoord_op", None)), fields=["regio", "gesteld_op"], name="inwonervraag_open"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(("beantwoord_op", None), ("beantwoord_op__gte", F("gesteld_op")), _connector="OR"),
                        name="inwonervraag_antwoord_na_vraag",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Klacht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "over",
                    models.CharField(
                        choices=[
                            ("ons", "de gemeente of een medewerker"),
                            ("aanbieder", "een aanbieder van hulp"),
                            ("ander", "een andere organisatie"),
                        ],
                        max_length=10,
                    ),
                ),
                ("betrokken", models.BigIntegerField(null=True)),
                ("ontvangen_op", models.DateField()),
                ("uiterlijk", models.DateField()),
                ("met_persoon", models.BooleanField(default=False)),
                ("verdaagd_op", models.DateField(null=True)),
                ("doorgestuurd_aan", models.CharField(blank=True, max_length=200)),
                ("gehoord_op", models.DateField(null=True)),
                ("afgezien_van_horen", models.BooleanField(default=False)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("deels_gegrond", "deels gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("opgelost", "opgelost naar tevredenheid"),
                            ("doorgestuurd", "Doorgestuurd"),
                        ],
                        max_length=15,
                    ),
                ),
                ("klaar_op", models.DateField(null=True)),
                ("klaar_door", models.BigIntegerField(null=True)),
                ("dossier", models.ForeignKey(on_delete=PROTECT, related_name="%(class)ss", to="toegang.dossier")),
                ("regio", models.ForeignKey(on_delete=PROTECT, related_name="+", to="kern.regio")),
            ],
            options={
                "indexes": [
                    models.Index(condition=Q(("klaar_op", None)), fields=["regio", "uiterlijk"], name="klacht_open")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            ("uitkomst", "doorgestuurd"),
                            ("betrokken", None),
                            Q(("klaar_door", F("betrokken")), _negated=True),
                            _connector="OR",
                        ),
                        name="klacht_niet_door_betrokkene",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("klaar_op__isnull", True), ("uitkomst", "")),
                            Q(
                                ("klaar_door__isnull", False),
                                ("klaar_op__gte", F("ontvangen_op")),
                                Q(("uitkomst", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="klacht_klaar_heeft_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("uitkomst", "doorgestuurd"), _negated=True),
                            Q(("doorgestuurd_aan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="klacht_doorgestuurd_noemt_aan",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            Q(("uitkomst__in", ["gegrond", "deels_gegrond", "ongegrond"]), _negated=True),
                            ("gehoord_op__isnull", False),
                            ("afgezien_van_horen", True),
                            _connector="OR",
                        ),
                        name="klacht_gehoord_of_afgezien",
                    ),
                ],
            },
        ),
        *(per_college(f"toegang_{naam}") for naam in ("inwonervraag", "klacht", "afspraak")),
        *(ook_in_eigen_dossier(f"toegang_{naam}") for naam in ("inwonervraag", "klacht", "afspraak")),
    ]
