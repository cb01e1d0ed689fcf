"""Who sees a dossier: the guard itself is asked for many people in one question."""

from __future__ import annotations

from django.db import migrations

# with the rights of the one who runs it: nothing more than asking as each of them in turn
WIE_ZIET = """
CREATE FUNCTION voordeur_wie_ziet(welk bigint, wie jsonb) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  namen text[] := ARRAY['account', 'colleges', 'aanbieder', 'inwoner', 'noodtoegang'];
  was text[] := '{}';
  gevonden bigint[] := '{}';
  plaats bigint := 0;
  een jsonb;
  naam text;
BEGIN
  FOREACH naam IN ARRAY namen LOOP
    was := was || coalesce(current_setting('voordeur.' || naam, true), '');
  END LOOP;
  FOR een IN SELECT value FROM jsonb_array_elements(wie) LOOP
    FOREACH naam IN ARRAY namen LOOP
      PERFORM set_config('voordeur.' || naam, coalesce(een ->> naam, ''), true);
    END LOOP;
    IF EXISTS (SELECT 1 FROM toegang_dossier WHERE id = welk) THEN
      gevonden := gevonden || plaats;
    END IF;
    plaats := plaats + 1;
  END LOOP;
  FOR nummer IN 1 .. array_length(namen, 1) LOOP
    PERFORM set_config('voordeur.' || namen[nummer], was[nummer], true);
  END LOOP;
  RETURN gevonden;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("beheer", "0008_inlezen_terug"), ("toegang", "0001_begin")]
    operations = [migrations.RunSQL(WIE_ZIET, "DROP FUNCTION voordeur_wie_ziet(bigint, jsonb)")]
