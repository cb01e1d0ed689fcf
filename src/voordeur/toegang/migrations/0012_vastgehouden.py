"""Letters that were made and held back."""

import django.db.models.deletion
from django.db import migrations, models

from voordeur.kern.rijbeveiliging import per_college


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0006_beleid"),
        ("toegang", "0011_van_inwoner"),
    ]

    operations = [
        migrations.CreateModel(
            name="Vastgehouden",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("college_code", models.CharField(max_length=4)),
                ("soort", models.CharField(max_length=50)),
                ("sinds", models.DateField()),
                ("klaar_op", models.DateField(null=True)),
                ("klaar_door", models.BigIntegerField(null=True)),
                (
                    "afloop",
                    models.CharField(
                        blank=True,
                        choices=[("verstuurd", "toch verstuurd"), ("afgehandeld", "op een andere manier afgehandeld")],
                        max_length=12,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="vastgehouden", to="toegang.document"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="toegang.dossier"
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
                            models.Q(("afloop", ""), ("klaar_door", None), ("klaar_op", None)),
                            models.Q(
                                ("klaar_door__isnull", False),
                                ("klaar_op__isnull", False),
                                models.Q(("afloop", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="vastgehouden_klaar_heeft_afloop",
                    )
                ],
            },
        ),
        per_college("toegang_vastgehouden"),
    ]
