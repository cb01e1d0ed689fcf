"""What a region adds to its agreement: versions and values; a proof keeps which values it was computed with."""

from __future__ import annotations

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models
from django.db.models import F, Q, Value

from voordeur.kern.rijbeveiliging import per_regio

# a hash of 64 bits stands for region and name: an exclusion over text would need an extension
GEEN_OVERLAP = """
ALTER TABLE kern_beleidswaarde ADD CONSTRAINT beleidswaarde_geen_overlap EXCLUDE USING gist (
  int8range(hashtextextended(regio_id || ' ' || naam, 0), hashtextextended(regio_id || ' ' || naam, 0), '[]') WITH &&,
  periode WITH &&
) WHERE (vastgesteld_op IS NOT NULL)
"""
STAAT_VAST = """
CREATE FUNCTION kern_beleidswaarde_staat_vast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.vastgesteld_op IS NULL THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR NOT NEW.periode <@ OLD.periode
    OR (NOT isempty(NEW.periode) AND lower(NEW.periode) <> lower(OLD.periode))
    OR (to_jsonb(NEW) - '{periode,beeindigd_door,beeindigd_op}'::text[])
      <> (to_jsonb(OLD) - '{periode,beeindigd_door,beeindigd_op}'::text[]) THEN
    RAISE EXCEPTION 'een vastgestelde waarde eindigt alleen eerder'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'kern_beleidswaarde_staat_vast';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kern_beleidswaarde_staat_vast BEFORE UPDATE OR DELETE ON kern_beleidswaarde
  FOR EACH ROW EXECUTE FUNCTION kern_beleidswaarde_staat_vast();
"""
STAAT_VAST_WEG = """
DROP TRIGGER kern_beleidswaarde_staat_vast ON kern_beleidswaarde; DROP FUNCTION kern_beleidswaarde_staat_vast();
"""
# a version goes only with its whole region, as long as nobody did anything there: then there is no journal
GROEIT_ALLEEN = """
CREATE FUNCTION kern_regelingversie_groeit_alleen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM kern_journaalregel WHERE regio_id = OLD.regio_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'kern_regelingversie groeit alleen: % mag niet', lower(TG_OP)
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER kern_regelingversie_groeit_alleen BEFORE UPDATE OR DELETE ON kern_regelingversie
  FOR EACH ROW EXECUTE FUNCTION kern_regelingversie_groeit_alleen();
"""
GROEIT_ALLEEN_WEG = """
DROP TRIGGER kern_regelingversie_groeit_alleen ON kern_regelingversie;
DROP FUNCTION kern_regelingversie_groeit_alleen();
"""


class Migration(migrations.Migration):
    """Every proof that there is was computed without local values."""

    dependencies = [("kern", "0005_mensen")]
    operations = [
        migrations.AddField("rekenbewijs", "lokaal", models.JSONField(db_default=Value({}, models.JSONField()))),
        migrations.AddField(
            "rekenbewijs", "lokaal_hash", models.CharField(blank=True, db_default=Value(""), max_length=64)
        ),
        migrations.CreateModel(
            name="Regelingversie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("regeling", models.SlugField()),
                ("versie", models.DateField()),
                (
                    "soort",
                    models.CharField(
                        choices=[("geladen", "Geladen"), ("ingetrokken", "Ingetrokken")],
                        default="geladen",
                        max_length=12,
                    ),
                ),
                ("inhoud", models.BinaryField()),
                ("hash", models.CharField(max_length=64)),
                ("voorbereid_door", models.BigIntegerField(null=True)),
                ("door", models.BigIntegerField(null=True)),
                ("op", models.DateField()),
                ("om", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["regio", "versie", "id"], name="regelingversie_zoek")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(soort__in=["geladen", "ingetrokken"]), name="regelingversie_soort"
                    ),
                    models.CheckConstraint(
                        condition=Q(door__isnull=True) | Q(soort="ingetrokken") | ~Q(door=F("voorbereid_door")),
                        name="regelingversie_vier_ogen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beleidswaarde",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=100)),
                ("waarde", models.TextField()),
                ("periode", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("orgaan", models.CharField(max_length=200)),
                ("besluit_op", models.DateField()),
                ("nummer", models.CharField(blank=True, max_length=60)),
                ("stuk", models.CharField(blank=True, max_length=200)),
                ("toelichting", models.TextField(blank=True)),
                ("voorbereid_door", models.BigIntegerField()),
                ("voorbereid_op", models.DateField()),
                ("vastgesteld_door", models.BigIntegerField(null=True)),
                ("vastgesteld_op", models.DateField(null=True)),
                ("beeindigd_door", models.BigIntegerField(null=True)),
                ("beeindigd_op", models.DateField(null=True)),
                (
                    "regio",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(vastgesteld_door=F("voorbereid_door")), name="beleidswaarde_vier_ogen"
                    ),
                    models.CheckConstraint(
                        condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_door__isnull=False),
                        name="beleidswaarde_vastgesteld_door_iemand",
                    ),
                    models.CheckConstraint(
                        condition=~Q(periode__isempty=True) | Q(beeindigd_op__isnull=False),
                        name="beleidswaarde_niet_leeg",
                    ),
                ]
            },
        ),
        *map(per_regio, ("kern_regelingversie", "kern_beleidswaarde")),
        migrations.RunSQL(GEEN_OVERLAP, "ALTER TABLE kern_beleidswaarde DROP CONSTRAINT beleidswaarde_geen_overlap"),
        migrations.RunSQL(STAAT_VAST, STAAT_VAST_WEG),
        migrations.RunSQL(GROEIT_ALLEEN, GROEIT_ALLEEN_WEG),
    ]
