"""What a shelter knows of somebody is there for the college and for that shelter; beds for the whole region."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college_of_aanbieder, per_regio


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("opvang", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        *map(per_college_of_aanbieder, ("opvang_aanmelding", "opvang_nacht", "opvang_nietgegeven")),
        per_regio("opvang_bedden"),
    ]
