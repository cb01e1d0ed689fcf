"""Who was read in keeps the day on the old waiting list, and a day of the report that nobody knows is not invented."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Both days stand with the dossier, where lists are sorted by them."""

    dependencies = [("toegang", "0014_klacht_opgenomen")]
    operations = [
        migrations.AddField(
            model_name="dossier", name="melddag_bekend", field=models.BooleanField(db_default=True, default=True)
        ),
        migrations.AddField(model_name="dossier", name="wacht_sinds", field=models.DateField(null=True)),
    ]
