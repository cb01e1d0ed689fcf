"""What waits is locked. Rows that wait already are locked right after the migrations: that asks for the keys."""

from __future__ import annotations

import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The guard that hides who is shielded looks at the resident of a row as well; it is given anew afterwards."""

    dependencies = [("berichten", "0002_rijbeveiliging"), ("inwoner", "0008_machtiging_niet_erbij")]

    operations = [
        migrations.AddField(
            "bericht",
            "inwoner",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inwoner.inwoner"
            ),
        ),
        migrations.AddField("bericht", "op_slot", models.BooleanField(default=False)),
        AddConstraintNotValid(
            "bericht",
            models.CheckConstraint(condition=Q(op_slot=True) | Q(inhoud=b""), name="bericht_op_slot"),
        ),
        migrations.RunSQL("DROP POLICY IF EXISTS niet_verborgen ON berichten_bericht", migrations.RunSQL.noop),
    ]
