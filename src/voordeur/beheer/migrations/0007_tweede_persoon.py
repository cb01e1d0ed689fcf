"""A second person agrees: to a new code for an account that was used, a mandate, access to who is shielded."""

from __future__ import annotations

from typing import Any

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from voordeur.kern.rijbeveiliging import per_regio

REDENEN = [
    ("gevaar", "Er is gevaar voor iemand"),
    ("dakloos", "Iemand staat vannacht op straat"),
    ("medisch", "Er is snel hulp van een arts nodig"),
    ("niemand", "Niemand van de eigen gemeente is bereikbaar"),
    ("anders", "Een andere reden"),
]


def _naar(model: str, null: bool = False) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model)


def _id() -> models.BigAutoField[Any, Any]:
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def _besluit() -> list[tuple[str, Any]]:
    return [
        ("beslist_door", models.BigIntegerField(null=True)),
        ("beslist_op", models.DateField(null=True)),
        ("akkoord", models.BooleanField(null=True)),
    ]


def _door_iemand(naam: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(akkoord=None, beslist_door=None, beslist_op=None)
        | Q(akkoord__isnull=False, beslist_door__isnull=False, beslist_op__isnull=False),
        name=naam,
    )


class Migration(migrations.Migration):
    """Codes that are open go on as they are: they are of accounts that nobody used."""

    dependencies = [
        ("beheer", "0006_einde_en_weigeren"),
        ("kern", "0006_beleid"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField("uitnodiging", "gebruikt_om", models.DateTimeField(null=True)),
        migrations.AddField("uitnodiging", "herstel", models.BooleanField(default=False)),
        migrations.AddField("uitnodiging", "waarom", models.CharField(blank=True, default="", max_length=200)),
        migrations.AddField("uitnodiging", "bevestigd_door", models.BigIntegerField(null=True)),
        migrations.AddField("uitnodiging", "bevestigd_op", models.DateField(null=True)),
        migrations.AddConstraint(
            "uitnodiging",
            models.CheckConstraint(
                condition=Q(bevestigd_door=None)
                | (~Q(bevestigd_door=F("gemaakt_door")) & ~Q(bevestigd_door=F("account"))),
                name="uitnodiging_vier_ogen",
            ),
        ),
        migrations.AddConstraint(
            "uitnodiging",
            models.CheckConstraint(
                condition=Q(herstel=False) | Q(gebruikt_om=None) | Q(bevestigd_door__isnull=False),
                name="uitnodiging_herstel_bevestigd",
            ),
        ),
        migrations.CreateModel(
            name="Mandaatvoorstel",
            fields=[
                ("id", _id()),
                ("handeling", models.CharField(max_length=100)),
                ("periode", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("ook_verleden", models.BooleanField(default=False)),
                ("grond", models.CharField(max_length=100)),
                ("gevraagd_door", models.BigIntegerField()),
                ("gevraagd_op", models.DateField()),
                *_besluit(),
                ("van", _naar("kern.college")),
                ("aan", _naar("kern.college", null=True)),
                ("aan_organisatie", _naar("kern.organisatie", null=True)),
                ("regio", _naar("kern.regio")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(aan__isnull=True) ^ Q(aan_organisatie__isnull=True), name="mandaatvoorstel_aan_een"
                    ),
                    models.CheckConstraint(
                        condition=Q(beslist_door=None) | ~Q(beslist_door=F("gevraagd_door")),
                        name="mandaatvoorstel_vier_ogen",
                    ),
                    _door_iemand("mandaatvoorstel_beslist_door_iemand"),
                ]
            },
        ),
        migrations.CreateModel(
            name="Noodverzoek",
            fields=[
                ("id", _id()),
                ("nummer", models.CharField(blank=True, max_length=20)),
                ("bsn", models.CharField(blank=True, max_length=64)),
                ("reden", models.CharField(choices=REDENEN, max_length=10)),
                ("gevraagd_om", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gevraagd_op", models.DateField()),
                *_besluit(),
                ("account", _naar(settings.AUTH_USER_MODEL)),
                ("regio", _naar("kern.regio")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(beslist_door=None) | ~Q(beslist_door=F("account")), name="noodverzoek_vier_ogen"
                    ),
                    _door_iemand("noodverzoek_beslist_door_iemand"),
                    models.CheckConstraint(condition=Q(akkoord=None) | Q(bsn=""), name="noodverzoek_daarna_zonder_bsn"),
                ]
            },
        ),
        per_regio("beheer_mandaatvoorstel"),
        per_regio("beheer_noodverzoek"),
    ]
