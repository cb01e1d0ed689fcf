"""Another region: who chose, when it was handed over; a dispute with its settlement; a dossier on the wrong person."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import PROTECT, F, Q

from voordeur.kern.rijbeveiliging import per_college


class Migration(migrations.Migration):
    """Only adds."""

    dependencies = [("inwoner", "0002_rijbeveiliging"), ("toegang", "0005_klokken")]
    operations = [
        migrations.CreateModel(
            name="Verplaatsing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("nieuw", models.BooleanField(default=False)),
                ("gevraagd_door", models.BigIntegerField()),
                ("gevraagd_op", models.DateField()),
                ("beslist_door", models.BigIntegerField(null=True)),
                ("beslist_op", models.DateField(null=True)),
                ("afgewezen", models.BooleanField(default=False)),
                ("dossier", models.ForeignKey(on_delete=PROTECT, related_name="%(class)ss", to="toegang.dossier")),
                ("naar", models.ForeignKey(on_delete=PROTECT, related_name="+", to="inwoner.inwoner")),
                ("regio", models.ForeignKey(on_delete=PROTECT, related_name="+", to="kern.regio")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(beslist_op=None), fields=["dossier"], name="verplaatsing_een_open_per_dossier"
                    ),
                    models.CheckConstraint(
                        condition=~Q(beslist_door=F("gevraagd_door")), name="verplaatsing_vier_ogen"
                    ),
                    models.CheckConstraint(
                        condition=Q(beslist_op__isnull=True, beslist_door__isnull=True)
                        | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                        name="verplaatsing_beslist_door_iemand",
                    ),
                ],
            },
        ),
        per_college("toegang_verplaatsing"),
        migrations.AddField("geschil", "wederpartij", models.CharField(default="", max_length=100)),
        migrations.AddField(
            "geschil",
            "verrekening",
            models.CharField(
                blank=True, choices=[("hier", "deze regio"), ("ander", "de andere partij")], default="", max_length=5
            ),
        ),
        migrations.AddField("geschil", "verrekenen_van", models.DateField(null=True)),
        migrations.AddField("geschil", "verrekenen_tot", models.DateField(null=True)),
        migrations.AddConstraint(
            "geschil",
            models.CheckConstraint(
                condition=Q(verrekenen_van=None) | Q(verrekenen_tot=None) | Q(verrekenen_tot__gte=F("verrekenen_van")),
                name="geschil_verrekening_eindigt_na_begin",
            ),
        ),
        migrations.AddField("landelijk", "begonnen_op", models.DateField(null=True)),
        migrations.AddField(
            "landelijk",
            "kans_bij",
            models.CharField(blank=True, choices=[("hier", "hier"), ("elders", "elders")], max_length=6),
        ),
        migrations.AddField("landelijk", "gekozen_op", models.DateField(null=True)),
        migrations.AddField("landelijk", "bewijs", models.BigIntegerField(null=True)),
        migrations.AddField("landelijk", "overgedragen_op", models.DateField(null=True)),
        migrations.AddField("landelijk", "begint_op", models.DateField(null=True)),
        migrations.AddField("landelijk", "ingetrokken_op", models.DateField(null=True)),
        migrations.AddConstraint(
            "landelijk",
            models.CheckConstraint(
                condition=Q(losgelaten_op=None)
                | Q(overgedragen_op__isnull=False, begint_op__isnull=False, begint_op__lte=F("losgelaten_op")),
                name="landelijk_niet_los_voor_begin_elders",
            ),
        ),
    ]
