"""Dossiers are there for the college and the providers that are named; what was decided only for the college."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college, per_college_of_aanbieder


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("toegang", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_college_of_aanbieder("toegang_dossier"),
        per_college("toegang_klok"),
        per_college("toegang_besluit"),
        per_college("toegang_document"),
    ]
