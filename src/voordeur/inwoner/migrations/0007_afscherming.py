"""Shielded residents, and the warnings that an address is secret or that nothing may be sent."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from voordeur.kern.afscherming import FUNCTIES, FUNCTIES_WEG
from voordeur.kern.rijbeveiliging import per_college, per_regio


class Migration(migrations.Migration):
    dependencies = [
        ("inwoner", "0006_opgegaan_in"),
        ("kern", "0006_beleid"),
    ]

    operations = [
        migrations.CreateModel(
            name="Afscherming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("accounts", django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("gevraagd_door", models.BigIntegerField()),
                ("gevraagd_op", models.DateField()),
                ("bevestigd_door", models.BigIntegerField(null=True)),
                ("bevestigd_op", models.DateField(null=True)),
                ("opgeheven_door", models.BigIntegerField(null=True)),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="afschermingen", to="inwoner.inwoner"
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
                        condition=models.Q(("bevestigd_door", models.F("gevraagd_door")), _negated=True),
                        name="afscherming_vier_ogen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accounts__len__gte", 2)), name="afscherming_minstens_twee"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot", None), ("tot__gte", models.F("van")), _connector="OR"),
                        name="afscherming_eindigt_na_begin",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opgeheven_door", None)),
                        fields=("inwoner",),
                        name="afscherming_een_per_inwoner",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Markering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                (
                    "soort",
                    models.CharField(
                        choices=[("geheim_adres", "geheim adres"), ("niets_sturen", "stuur niets zonder overleg")],
                        max_length=12,
                    ),
                ),
                ("van", models.DateField()),
                ("gezet_door", models.BigIntegerField()),
                ("weg_op", models.DateField(null=True)),
                ("weg_door", models.BigIntegerField(null=True)),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="markeringen", to="inwoner.inwoner"
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
                        condition=models.Q(("weg_op", None)),
                        fields=("inwoner", "soort"),
                        name="markering_een_per_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("weg_door", None), ("weg_op", None)),
                            models.Q(("weg_door__isnull", False), ("weg_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="markering_weg_door_iemand",
                    ),
                ],
            },
        ),
        per_college("inwoner_afscherming"),
        per_regio("inwoner_markering"),
        migrations.RunSQL(FUNCTIES, FUNCTIES_WEG),
    ]
