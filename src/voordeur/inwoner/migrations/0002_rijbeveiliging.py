"""Rows about a person are only there for the colleges that the actor works for, and the providers that are named."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college, per_college_of_aanbieder


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("inwoner", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_college_of_aanbieder("inwoner_inwoner"),
        per_college_of_aanbieder("inwoner_gegeven"),
        per_college("inwoner_burgerservicenummer"),
    ]
