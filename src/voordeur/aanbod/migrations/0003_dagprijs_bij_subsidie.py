"""A subsidy without a price for a day was let through: in a check of the database, unknown is not false."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The constraint comes back stricter under its own name."""

    dependencies = [("aanbod", "0002_rijbeveiliging")]
    operations = [
        migrations.RemoveConstraint(model_name="contract", name="contract_subsidie_heeft_dagprijs"),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("dagprijs__gt", 0), ("dagprijs__isnull", False), ("soort", "subsidie"))
                | models.Q(("dagprijs__isnull", True), ("soort", "inkoop")),
                name="contract_subsidie_heeft_dagprijs",
            ),
        ),
    ]
