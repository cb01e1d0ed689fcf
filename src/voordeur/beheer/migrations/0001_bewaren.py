"""Requests of residents about their own data, keeping longer, and lists of what may be destroyed."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import ook_voor_inwoner, per_college, per_regio


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inwoner", "0003_eigen_dossier"),
        ("kern", "0004_account_van_inwoner"),
    ]

    operations = [
        migrations.CreateModel(
            name="Vernietigingslijst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("gemaakt_op", models.DateField()),
                ("gemaakt_door", models.BigIntegerField()),
                ("goedgekeurd_op", models.DateField(null=True)),
                ("goedgekeurd_door", models.BigIntegerField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
                ("klaar_op", models.DateField(null=True)),
                ("om", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("goedgekeurd_door", models.F("gemaakt_door")), _negated=True),
                        name="vernietigingslijst_vier_ogen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("klaar_op", None),
                            models.Q(("goedgekeurd_door__isnull", False), ("goedgekeurd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="vernietigingslijst_klaar_na_goedkeuring",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ingetrokken_op", None), ("goedgekeurd_op", None), _connector="OR"),
                        name="vernietigingslijst_of_ingetrokken",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lijstregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("brondatum", models.DateField()),
                ("bewaard_tot", models.DateField()),
                ("vernietigd_op", models.DateField(null=True)),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lijstregels", to="inwoner.inwoner"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
                (
                    "lijst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="beheer.vernietigingslijst",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("lijst", "inwoner"), name="lijstregel_een_keer"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vernietigd_op", None), ("vernietigd_op__gt", models.F("bewaard_tot")), _connector="OR"
                        ),
                        name="lijstregel_niet_te_vroeg",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bewaring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("tot", models.DateField()),
                ("besloten_op", models.DateField()),
                ("besloten_door", models.BigIntegerField()),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bewaringen", to="inwoner.inwoner"
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
                        condition=models.Q(("tot__gt", models.F("besloten_op"))), name="bewaring_eindigt_later"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inwonerverzoek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "soort",
                    models.CharField(
                        choices=[("vernietiging", "gegevens vernietigen"), ("correctie", "gegevens verbeteren")],
                        max_length=12,
                    ),
                ),
                ("veld", models.CharField(blank=True, max_length=30)),
                ("ontvangen_op", models.DateField()),
                ("vastgelegd_door", models.BigIntegerField(null=True)),
                ("uiterlijk", models.DateField()),
                ("beslist_op", models.DateField(null=True)),
                ("beslist_door", models.BigIntegerField(null=True)),
                ("toegestaan", models.BooleanField(null=True)),
                ("grond", models.CharField(blank=True, max_length=30)),
                ("uitgevoerd_op", models.DateField(null=True)),
                ("uitgevoerd_door", models.BigIntegerField(null=True)),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="verzoeken", to="inwoner.inwoner"
                    ),
                ),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("uitgevoerd_op", None)), fields=["regio", "uiterlijk"], name="verzoek_open"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("beslist_op", None)),
                        fields=("inwoner", "soort", "veld"),
                        name="verzoek_een_open_per_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uiterlijk__gt", models.F("ontvangen_op"))),
                        name="verzoek_eindigt_na_ontvangst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beslist_door", None), ("beslist_op", None), ("toegestaan", None)),
                            models.Q(
                                ("beslist_door__isnull", False),
                                ("beslist_op__isnull", False),
                                ("toegestaan__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="verzoek_beslist_door_iemand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("toegestaan", False), _negated=True),
                            models.Q(("grond", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="verzoek_weigering_heeft_grond",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitgevoerd_op", None), ("toegestaan", True), _connector="OR"),
                        name="verzoek_uitgevoerd_is_toegestaan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "vernietiging"), _negated=True),
                            models.Q(("uitgevoerd_door", models.F("beslist_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="verzoek_vier_ogen",
                    ),
                ],
            },
        ),
        per_college("beheer_inwonerverzoek"),
        ook_voor_inwoner("beheer_inwonerverzoek"),
        per_college("beheer_bewaring"),
        per_regio("beheer_vernietigingslijst"),
        per_college("beheer_lijstregel"),
    ]
