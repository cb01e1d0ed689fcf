"""What there is, is there for the whole region."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_regio


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("aanbod", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_regio("aanbod_contract"),
        per_regio("aanbod_locatie"),
        per_regio("aanbod_plek"),
    ]
