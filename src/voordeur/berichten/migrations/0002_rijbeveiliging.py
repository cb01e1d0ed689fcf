"""Messages are only there for the region of the actor."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    """Nothing is filled or changed; the table gets its guard."""

    dependencies = [("berichten", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [per_regio("berichten_bericht")]
