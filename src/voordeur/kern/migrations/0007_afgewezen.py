"""A value that was prepared can be refused, by another and with a reason."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q

AF = Q(afgewezen_op=None, afgewezen_door=None, afgewezen_omdat="")
AFGEWEZEN = AF | (
    Q(afgewezen_op__isnull=False, afgewezen_door__isnull=False)
    & ~Q(afgewezen_omdat="")
    & (Q(voorbereid_door=None) | ~Q(afgewezen_door=F("voorbereid_door")))
)


class Migration(migrations.Migration):
    """Nothing was refused before."""

    dependencies = [("kern", "0006_beleid")]
    operations = [
        migrations.AddField("beleidswaarde", "afgewezen_door", models.BigIntegerField(null=True)),
        migrations.AddField("beleidswaarde", "afgewezen_op", models.DateField(null=True)),
        migrations.AddField("beleidswaarde", "afgewezen_omdat", models.TextField(blank=True, db_default="")),
        migrations.AddConstraint(
            "beleidswaarde",
            models.CheckConstraint(condition=AFGEWEZEN & (AF | Q(vastgesteld_op=None)), name="beleidswaarde_afgewezen"),
        ),
    ]
