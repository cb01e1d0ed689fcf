"""Staff that comes, goes and stands in for each other; emergency access; more sorts of organisations."""

from __future__ import annotations

from typing import Any

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from voordeur.kern.rijbeveiliging import per_regio


def _regio() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio")


def _account(naam: str = "+") -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=naam, to=settings.AUTH_USER_MODEL
    )


def _college() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.college")


def _id() -> models.BigAutoField[Any, Any]:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


# equality of a number by a range that holds it alone, which needs no extension
NIET_DUBBEL = """
ALTER TABLE kern_aanstelling ADD CONSTRAINT aanstelling_niet_dubbel EXCLUDE USING gist (
  int8range(account_id, account_id, '[]') WITH &&,
  int8range(hashtext(rol), hashtext(rol), '[]') WITH &&,
  int8range(coalesce(college_id, 0), coalesce(college_id, 0), '[]') WITH &&,
  int8range(coalesce(organisatie_id, 0), coalesce(organisatie_id, 0), '[]') WITH &&,
  periode WITH &&
)
"""
NIET_DUBBEL_WEG = "ALTER TABLE kern_aanstelling DROP CONSTRAINT aanstelling_niet_dubbel"
EEN_VERVANGER = """
ALTER TABLE kern_vervanging ADD CONSTRAINT vervanging_een_tegelijk EXCLUDE USING gist (
  int8range(vervangt_id, vervangt_id, '[]') WITH &&,
  int8range(college_id, college_id, '[]') WITH &&,
  periode WITH &&
)
"""
EEN_VERVANGER_WEG = "ALTER TABLE kern_vervanging DROP CONSTRAINT vervanging_een_tegelijk"
REDENEN = ["gevaar", "dakloos", "medisch", "niemand", "anders"]


class Migration(migrations.Migration):
    """What there is stays as it is."""

    dependencies = [("kern", "0004_account_van_inwoner")]
    operations = [
        migrations.AddField("account", "laatste_dag", models.DateField(blank=True, null=True)),
        migrations.AddField("journaalregel", "voor", models.BigIntegerField(null=True)),
        migrations.AddField("journaalregel", "noodtoegang", models.BigIntegerField(null=True)),
        migrations.AddField("organisatie", "adres", models.TextField(blank=True, db_default="")),
        migrations.AlterField(
            "organisatie",
            "soort",
            models.CharField(
                choices=[
                    ("aanbieder", "Aanbieder"),
                    ("opvang", "Opvang"),
                    ("toegang", "Toegang"),
                    ("corporatie", "Corporatie"),
                    ("anders", "Anders"),
                ],
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint("organisatie", "organisatie_soort_bekend"),
        migrations.AddConstraint(
            "organisatie",
            models.CheckConstraint(
                condition=Q(soort__in=["aanbieder", "opvang", "toegang", "corporatie", "anders"]),
                name="organisatie_soort_bekend",
            ),
        ),
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                ("id", _id()),
                ("periode", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("gegeven_door", models.BigIntegerField()),
                ("college", _college()),
                ("regio", _regio()),
                ("vervanger", _account("vervangt")),
                ("vervangt", _account("vervangen_door")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=~Q(vervanger=F("vervangt")), name="vervanging_door_ander"),
                    models.CheckConstraint(
                        condition=~Q(vervanger=F("gegeven_door")), name="vervanging_niet_aan_zichzelf"
                    ),
                    models.CheckConstraint(
                        condition=Q(periode__isempty=False, periode__endswith__isnull=False),
                        name="vervanging_met_einde",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Noodtoegang",
            fields=[
                ("id", _id()),
                ("dossier", models.CharField(max_length=20)),
                (
                    "reden",
                    models.CharField(
                        choices=[
                            ("gevaar", "Er is gevaar voor iemand"),
                            ("dakloos", "Iemand staat vannacht op straat"),
                            ("medisch", "Er is snel hulp van een arts nodig"),
                            ("niemand", "Niemand van de eigen gemeente is bereikbaar"),
                            ("anders", "Een andere reden"),
                        ],
                        max_length=10,
                    ),
                ),
                ("van", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tot", models.DateTimeField()),
                ("tweede", models.BigIntegerField(null=True)),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[("terecht", "Terecht"), ("niet_terecht", "Niet terecht")],
                        default="",
                        max_length=12,
                    ),
                ),
                ("beoordeeld_door", models.BigIntegerField(null=True)),
                ("beoordeeld_op", models.DateField(null=True)),
                ("account", _account()),
                ("college", _college()),
                ("regio", _regio()),
            ],
            options={
                "indexes": [models.Index(fields=["regio", "oordeel", "id"], name="noodtoegang_te_bekijken")],
                "constraints": [
                    models.CheckConstraint(condition=Q(reden__in=REDENEN), name="noodtoegang_reden_bekend"),
                    models.CheckConstraint(
                        condition=Q(oordeel="", beoordeeld_door=None, beoordeeld_op=None)
                        | Q(
                            oordeel__in=["terecht", "niet_terecht"],
                            beoordeeld_door__isnull=False,
                            beoordeeld_op__isnull=False,
                        ),
                        name="noodtoegang_oordeel_van_iemand",
                    ),
                    models.CheckConstraint(
                        condition=Q(beoordeeld_door=None) | ~Q(beoordeeld_door=F("account")),
                        name="noodtoegang_ander_oordeelt",
                    ),
                    models.CheckConstraint(
                        condition=Q(tweede=None) | ~Q(tweede=F("account")), name="noodtoegang_tweede_ander"
                    ),
                    models.CheckConstraint(condition=Q(tot__gt=F("van")), name="noodtoegang_houdt_op"),
                ],
            },
        ),
        migrations.RunSQL(NIET_DUBBEL, NIET_DUBBEL_WEG),
        migrations.RunSQL(EEN_VERVANGER, EEN_VERVANGER_WEG),
        per_regio("kern_vervanging"),
        per_regio("kern_noodtoegang"),
    ]
