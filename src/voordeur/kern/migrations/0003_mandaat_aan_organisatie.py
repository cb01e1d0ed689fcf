"""A college can give its power to an organisation as well: a shelter that decides in its name."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What there is stays as it is: each of these powers was given to a college."""

    dependencies = [("kern", "0002_rijbeveiliging")]
    operations = [
        migrations.AlterField(
            model_name="mandaatregel",
            name="aan",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.college"
            ),
        ),
        migrations.AddField(
            model_name="mandaatregel",
            name="aan_organisatie",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.organisatie"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandaatregel",
            constraint=models.CheckConstraint(
                condition=models.Q(("aan__isnull", True), ("aan_organisatie__isnull", True), _connector="XOR"),
                name="mandaat_aan_een",
            ),
        ),
    ]
