"""A key opens the door once another person than who made it confirmed it."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Keys that are there already wait for their second person too."""

    dependencies = [("api", "0001_begin")]
    operations = [
        migrations.AddField("apisleutel", "bevestigd_door", models.BigIntegerField(null=True)),
        migrations.AddField("apisleutel", "bevestigd_op", models.DateField(null=True)),
        migrations.AddConstraint(
            "apisleutel",
            models.CheckConstraint(condition=~Q(bevestigd_door=F("gemaakt_door")), name="apisleutel_vier_ogen"),
        ),
        migrations.AddConstraint(
            "apisleutel",
            models.CheckConstraint(
                condition=Q(bevestigd_op__isnull=True, bevestigd_door__isnull=True)
                | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
                name="apisleutel_bevestigd_door_iemand",
            ),
        ),
    ]
