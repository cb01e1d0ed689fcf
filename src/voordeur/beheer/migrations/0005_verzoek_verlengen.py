"""A request to see what is kept, and two further months for an answer, once and told in time (article 12 lid 3 AVG)."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q

SOORTEN = [
    ("vernietiging", "gegevens vernietigen"),
    ("correctie", "gegevens verbeteren"),
    ("inzage", "gegevens bekijken"),
]


class Migration(migrations.Migration):
    """No request that is there changes."""

    dependencies = [("beheer", "0004_beleid")]

    operations = [
        migrations.AddField("inwonerverzoek", "eerst_uiterlijk", models.DateField(null=True)),
        migrations.AddField("inwonerverzoek", "verlengd_door", models.BigIntegerField(null=True)),
        migrations.AddField("inwonerverzoek", "verlengd_op", models.DateField(null=True)),
        migrations.AlterField("inwonerverzoek", "soort", models.CharField(choices=SOORTEN, max_length=12)),
        migrations.AddConstraint(
            "inwonerverzoek",
            models.CheckConstraint(
                condition=Q(eerst_uiterlijk=None, verlengd_op=None, verlengd_door=None)
                | Q(
                    eerst_uiterlijk__isnull=False,
                    verlengd_op__isnull=False,
                    verlengd_door__isnull=False,
                    verlengd_op__lte=F("eerst_uiterlijk"),
                    uiterlijk__gt=F("eerst_uiterlijk"),
                ),
                name="verzoek_op_tijd_verlengd",
            ),
        ),
        migrations.AddConstraint(
            "inwonerverzoek",
            models.CheckConstraint(
                condition=~Q(soort="vernietiging") | Q(verlengd_op=None), name="verzoek_vernietiging_niet_verlengd"
            ),
        ),
    ]
