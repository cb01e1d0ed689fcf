"""Who wrote a complaint down never ends it (article 9:7 Awb): they also said whom it is about."""

from __future__ import annotations

from django.db import migrations

NIET_DOOR_OPNEMER = """
CREATE FUNCTION klacht_niet_door_opnemer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.klaar_door = NEW.opgenomen_door THEN
    RAISE EXCEPTION 'klacht_niet_door_opnemer: wie de klacht opschreef, handelt hem niet af'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'klacht_niet_door_opnemer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER klacht_niet_door_opnemer BEFORE INSERT OR UPDATE OF klaar_door, opgenomen_door ON toegang_klacht
FOR EACH ROW EXECUTE FUNCTION klacht_niet_door_opnemer();
"""
WEG = """
DROP TRIGGER klacht_niet_door_opnemer ON toegang_klacht;
DROP FUNCTION klacht_niet_door_opnemer();
"""


class Migration(migrations.Migration):
    """What was ended before stays, and can still be forgotten: therefore no check of the whole row."""

    dependencies = [("toegang", "0015_van_de_oude_lijst")]
    operations = [migrations.RunSQL(NIET_DOOR_OPNEMER, WEG)]
