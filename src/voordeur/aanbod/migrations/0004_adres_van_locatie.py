"""Where a house stands, for who lives there."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Only adds; of the houses that there are the address is not known yet."""

    dependencies = [("aanbod", "0003_dagprijs_bij_subsidie")]
    operations = [
        migrations.AddField(
            model_name="locatie", name="adres", field=models.CharField(blank=True, db_default="", max_length=150)
        ),
    ]
