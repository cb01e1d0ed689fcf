"""An entry balances when its transaction ends, whoever made it and whatever that person may see."""

from __future__ import annotations

from django.db import migrations

# As the owner: under the row security of the one who books, the sum would see only part of the lines. The policy lets
# the owner read lines and nothing else; nobody logs in as the owner to work.
EVENWICHT = """
CREATE POLICY eigenaar_telt ON geld_boekingsregel FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION geld_in_evenwicht(boeking bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  som numeric; aantal integer;
BEGIN
  SELECT coalesce(sum(bedrag), 0), count(*) INTO som, aantal FROM geld_boekingsregel WHERE boeking_id = boeking;
  IF som <> 0 OR aantal < 2 THEN
    RAISE EXCEPTION 'boeking_in_evenwicht: boeking % telt op tot % over % regels', boeking, som, aantal
      USING ERRCODE = 'check_violation', CONSTRAINT = 'boeking_in_evenwicht';
  END IF;
END $$;

CREATE FUNCTION geld_boeking_telt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$ BEGIN PERFORM geld_in_evenwicht(NEW.id); RETURN NULL; END $$;

CREATE FUNCTION geld_regel_telt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$ BEGIN PERFORM geld_in_evenwicht(NEW.boeking_id); RETURN NULL; END $$;

CREATE CONSTRAINT TRIGGER boeking_in_evenwicht AFTER INSERT ON geld_boeking
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION geld_boeking_telt();
CREATE CONSTRAINT TRIGGER boekingsregel_in_evenwicht AFTER INSERT ON geld_boekingsregel
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION geld_regel_telt();
"""

EVENWICHT_WEG = """
DROP TRIGGER boekingsregel_in_evenwicht ON geld_boekingsregel;
DROP TRIGGER boeking_in_evenwicht ON geld_boeking;
DROP FUNCTION geld_regel_telt(); DROP FUNCTION geld_boeking_telt(); DROP FUNCTION geld_in_evenwicht(bigint);
DROP POLICY eigenaar_telt ON geld_boekingsregel;
"""


class Migration(migrations.Migration):
    """Nothing is filled or changed."""

    dependencies = [("geld", "0002_rijbeveiliging")]
    operations = [migrations.RunSQL(EVENWICHT, EVENWICHT_WEG)]
