"""From and until when a municipality takes part in the agreement of its region."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Whoever is there takes part from the beginning."""

    dependencies = [("kern", "0007_afgewezen")]
    operations = [
        migrations.AddField("college", "van", models.DateField(blank=True, null=True)),
        migrations.AddField("college", "tot", models.DateField(blank=True, null=True)),
        migrations.AddConstraint(
            "college",
            models.CheckConstraint(
                condition=Q(van=None) | Q(tot=None) | Q(van__lte=F("tot")), name="college_dagen_op_volgorde"
            ),
        ),
    ]
