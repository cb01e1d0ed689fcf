"""A registration of somebody who was registered twice says in which one it became part."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Only adds."""

    dependencies = [("inwoner", "0005_toegang_van_inwoner")]
    operations = [
        migrations.AddField(
            "inwoner",
            "opgegaan_in",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inwoner.inwoner"
            ),
        ),
        migrations.AddConstraint(
            "inwoner",
            models.CheckConstraint(
                condition=Q(opgegaan_in=None) | ~Q(opgegaan_in=F("id")), name="inwoner_niet_in_zichzelf"
            ),
        ),
    ]
