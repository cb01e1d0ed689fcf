"""Who was let in to a shielded file in an emergency reads it by that access alone, and does nothing else with it."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.afscherming import ALLEEN_IN_NOOD


class Migration(migrations.Migration):
    """Before, the file was there in those hours for whatever the account did. There is no way back to that."""

    dependencies = [("inwoner", "0008_machtiging_niet_erbij"), ("kern", "0006_beleid")]
    operations = [migrations.RunSQL(ALLEEN_IN_NOOD, migrations.RunSQL.noop)]
