"""In a year that was closed nothing is posted but its settlement; closing waits for what is being posted."""

from __future__ import annotations

from django.db import migrations

# the share lock makes closing and posting wait for each other
GESLOTEN = """
CREATE FUNCTION geld_jaar_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gesloten date;
BEGIN
  SELECT afgesloten_op INTO gesloten FROM geld_begroting
    WHERE regio_id = NEW.regio_id AND jaar = NEW.jaar FOR SHARE;
  IF gesloten IS NOT NULL AND NEW.bron NOT LIKE 'verrekening %' THEN
    RAISE EXCEPTION 'boeking_jaar_open: het jaar % is afgesloten', NEW.jaar
      USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_jaar_open';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER boeking_jaar_open BEFORE INSERT ON geld_boeking FOR EACH ROW EXECUTE FUNCTION geld_jaar_open();
"""

GESLOTEN_WEG = "DROP TRIGGER boeking_jaar_open ON geld_boeking; DROP FUNCTION geld_jaar_open();"


class Migration(migrations.Migration):
    """Nothing is filled or changed."""

    dependencies = [("geld", "0003_in_evenwicht")]
    operations = [migrations.RunSQL(GESLOTEN, GESLOTEN_WEG)]
