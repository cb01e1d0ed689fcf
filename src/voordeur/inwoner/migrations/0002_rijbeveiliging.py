"""Rows about a person are only there for the colleges that the actor works for."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("inwoner", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_college("inwoner_inwoner"),
        per_college("inwoner_gegeven"),
        per_college("inwoner_burgerservicenummer"),
    ]
