"""Two registrations of one person that become one, asked by one person and confirmed by another."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import PROTECT, F, Q

from voordeur.kern.rijbeveiliging import per_college


class Migration(migrations.Migration):
    """Only adds."""

    dependencies = [("inwoner", "0006_opgegaan_in"), ("toegang", "0009_eigen_dossier")]
    operations = [
        migrations.CreateModel(
            name="Samenvoeging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("gevraagd_door", models.BigIntegerField()),
                ("gevraagd_op", models.DateField()),
                ("beslist_door", models.BigIntegerField(null=True)),
                ("beslist_op", models.DateField(null=True)),
                ("afgewezen", models.BooleanField(default=False)),
                ("ongedaan_door", models.BigIntegerField(null=True)),
                ("ongedaan_op", models.DateField(null=True)),
                ("verhuisd", models.JSONField(default=dict)),
                ("blijft", models.ForeignKey(on_delete=PROTECT, related_name="+", to="inwoner.inwoner")),
                ("gaat_op", models.ForeignKey(on_delete=PROTECT, related_name="+", to="inwoner.inwoner")),
                ("regio", models.ForeignKey(on_delete=PROTECT, related_name="+", to="kern.regio")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=~Q(blijft=F("gaat_op")), name="samenvoeging_twee_registraties"),
                    models.CheckConstraint(
                        condition=~Q(beslist_door=F("gevraagd_door")), name="samenvoeging_vier_ogen"
                    ),
                    models.CheckConstraint(
                        condition=Q(beslist_op__isnull=True, beslist_door__isnull=True)
                        | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                        name="samenvoeging_beslist_door_iemand",
                    ),
                    models.CheckConstraint(
                        condition=Q(ongedaan_op__isnull=True, ongedaan_door__isnull=True)
                        | Q(
                            ongedaan_op__isnull=False,
                            ongedaan_door__isnull=False,
                            beslist_op__isnull=False,
                            afgewezen=False,
                        ),
                        name="samenvoeging_ongedaan_na_gedaan",
                    ),
                    models.UniqueConstraint(
                        condition=Q(afgewezen=False, ongedaan_op=None),
                        fields=["gaat_op"],
                        name="samenvoeging_gaat_een_keer_op",
                    ),
                ],
            },
        ),
        per_college("toegang_samenvoeging"),
    ]
