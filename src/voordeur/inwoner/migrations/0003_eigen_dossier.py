"""A resident sees the own file."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import ook_voor_inwoner


class Migration(migrations.Migration):
    """Nothing is filled or changed; beside the guards there are, a resident gets the own rows."""

    dependencies = [("inwoner", "0002_rijbeveiliging"), ("kern", "0004_account_van_inwoner")]
    operations = [
        ook_voor_inwoner("inwoner_inwoner", "id"),
        ook_voor_inwoner("inwoner_gegeven"),
        ook_voor_inwoner("inwoner_burgerservicenummer"),
    ]
