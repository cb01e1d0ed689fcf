"""Who agreed to an emergency access does not judge it afterwards either."""

from __future__ import annotations

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """What was judged before stands as it is: the new condition holds from now on."""

    dependencies = [("kern", "0008_deelname")]
    operations = [
        migrations.RemoveConstraint("noodtoegang", "noodtoegang_ander_oordeelt"),
        AddConstraintNotValid(
            "noodtoegang",
            models.CheckConstraint(
                condition=Q(beoordeeld_door=None)
                | (~Q(beoordeeld_door=F("account")) & (Q(tweede=None) | ~Q(beoordeeld_door=F("tweede")))),
                name="noodtoegang_ander_oordeelt",
            ),
        ),
    ]
