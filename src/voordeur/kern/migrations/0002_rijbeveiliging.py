"""Who acts decides which rows there are; the journal and the proofs only grow."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import FUNCTIES, FUNCTIES_WEG, alleen_erbij, per_regio

PER_REGIO = (
    "kern_college",
    "kern_organisatie",
    "kern_mandaatregel",
    "kern_aanstelling",
    "kern_teller",
    "kern_journaalregel",
    "kern_zegel",
    "kern_rekenbewijs",
)
GROEIT_ALLEEN = ("kern_journaalregel", "kern_zegel", "kern_rekenbewijs")


class Migration(migrations.Migration):
    """Nothing is filled or changed; the tables get their guards."""

    dependencies = [("kern", "0001_begin")]
    operations = [
        migrations.RunSQL(FUNCTIES, FUNCTIES_WEG),
        *map(per_regio, PER_REGIO),
        *map(alleen_erbij, GROEIT_ALLEEN),
    ]
