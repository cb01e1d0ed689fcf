"""A report that was set is never changed or removed."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import alleen_erbij


class Migration(migrations.Migration):
    """Nothing is filled or changed; the table gets its guard."""

    dependencies = [("verantwoording", "0002_rijbeveiliging")]
    operations = [alleen_erbij("verantwoording_kwartaalrapportage")]
