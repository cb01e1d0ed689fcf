"""An account of a resident, or of who helps one, beside those of staff."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q

from voordeur.kern.rijbeveiliging import INWONER_FUNCTIES, INWONER_FUNCTIES_WEG


class Migration(migrations.Migration):
    """Every account that there is stays one of staff."""

    dependencies = [("kern", "0003_mandaat_aan_organisatie")]
    operations = [
        migrations.AddField("account", "inwoner", models.UUIDField(blank=True, null=True)),
        migrations.AddField(
            "account",
            "soort",
            models.CharField(
                choices=[("medewerker", "Medewerker"), ("inwoner", "Inwoner")], default="medewerker", max_length=10
            ),
        ),
        migrations.AddConstraint(
            "account",
            models.CheckConstraint(condition=Q(inwoner=None) | Q(soort="inwoner"), name="account_inwoner_van_inwoner"),
        ),
        migrations.AddConstraint(
            "account", models.UniqueConstraint(fields=["regio", "inwoner"], name="account_een_per_inwoner")
        ),
        migrations.RunSQL(INWONER_FUNCTIES, INWONER_FUNCTIES_WEG),
    ]
