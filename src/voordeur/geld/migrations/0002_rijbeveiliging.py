"""The books of the region; a line only for the college that it counts for. Entries are never changed or removed."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import (
    alleen_erbij,
    per_college,
    per_college_of_aanbieder,
    per_college_of_organisatie,
    per_regio,
)


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("geld", "0001_begin"), ("kern", "0002_rijbeveiliging")]
    operations = [
        per_regio("geld_rekening"),
        per_regio("geld_boeking"),
        per_college("geld_boekingsregel"),
        per_college_of_organisatie("geld_subsidie"),
        per_college_of_organisatie("geld_betaling"),
        per_college_of_aanbieder("geld_declaratie"),
        per_regio("geld_begroting"),
        per_regio("geld_verrekening"),
        alleen_erbij("geld_boeking"),
        alleen_erbij("geld_boekingsregel"),
    ]
