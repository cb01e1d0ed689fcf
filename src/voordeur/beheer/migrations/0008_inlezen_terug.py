from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("beheer", "0007_tweede_persoon"),
    ]

    operations = [
        migrations.AddField(
            model_name="inleesset",
            name="terug_door",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="inleesset",
            name="terug_op",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="inleesset",
            name="stand",
            field=models.CharField(
                choices=[
                    ("open", "Bestanden kiezen"),
                    ("toetsen", "Wordt getoetst"),
                    ("getoetst", "Getoetst"),
                    ("aangeboden", "Wacht op een collega"),
                    ("bezig", "Wordt ingelezen"),
                    ("uitgevoerd", "Ingelezen"),
                    ("gaat_terug", "Wordt teruggedraaid"),
                    ("terug", "Teruggedraaid"),
                    ("afgerond", "Afgerond"),
                    ("vervallen", "Weggegooid"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="inleesset",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stand", "gaat_terug"), _negated=True),
                    models.Q(("terug_door__isnull", False), ("terug_op__isnull", False)),
                    _connector="OR",
                ),
                name="inleesset_terug_door_iemand",
            ),
        ),
    ]
