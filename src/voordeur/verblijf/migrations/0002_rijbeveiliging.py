"""A stay is there for the college and for the provider."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college_of_aanbieder


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("verblijf", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_college_of_aanbieder("verblijf_plaatsing"),
    ]
