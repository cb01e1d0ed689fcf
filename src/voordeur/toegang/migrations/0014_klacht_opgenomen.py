"""A complaint that staff wrote down, and who a complaint is about never ends it, by passing it on neither."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """The constraint comes back under its own name: before, whoever it was about could pass the complaint on."""

    dependencies = [("toegang", "0013_vastgehouden_eigen_dossier")]
    operations = [
        migrations.AddField(
            model_name="klacht",
            name="langs",
            field=models.CharField(
                choices=[
                    ("online", "via de eigen pagina"),
                    ("telefoon", "aan de telefoon"),
                    ("balie", "aan de balie"),
                    ("brief", "met een brief of e-mail"),
                ],
                db_default="online",
                default="online",
                max_length=8,
            ),
        ),
        migrations.AddField(model_name="klacht", name="opgenomen_door", field=models.BigIntegerField(null=True)),
        migrations.RemoveConstraint(model_name="klacht", name="klacht_niet_door_betrokkene"),
        migrations.AddConstraint(
            model_name="klacht",
            constraint=models.CheckConstraint(
                condition=Q(("betrokken", None), Q(("klaar_door", F("betrokken")), _negated=True), _connector="OR"),
                name="klacht_niet_door_betrokkene",
            ),
        ),
        migrations.AddConstraint(
            model_name="klacht",
            constraint=models.CheckConstraint(
                condition=Q(("langs", "online"), ("opgenomen_door__isnull", False), _connector="OR"),
                name="klacht_opgenomen_door_iemand",
            ),
        ),
    ]
