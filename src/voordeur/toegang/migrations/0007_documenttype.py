"""The type of a Word document is longer than that of a PDF."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Only widens."""

    dependencies = [("toegang", "0006_andere_regio")]
    operations = [
        migrations.AlterField(
            model_name="document", name="mime", field=models.CharField(default="application/pdf", max_length=100)
        ),
    ]
