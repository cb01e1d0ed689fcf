"""A clock keeps what it was before its start was contested, and the later day that was told."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Only adds; earlier clocks had one beginning and told nothing."""

    dependencies = [("toegang", "0004_rijbeveiliging")]
    operations = [
        migrations.AddField("klok", "eerder", models.JSONField(default=list)),
        migrations.AddField("klok", "aangekondigd", models.DateField(null=True)),
        migrations.AddField("ingebrekestelling", "bewijs", models.BigIntegerField(null=True)),
    ]
