"""Reports are there for the whole region."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("verantwoording", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_regio("verantwoording_kwartaalrapportage"),
    ]
