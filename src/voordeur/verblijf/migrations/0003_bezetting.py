"""Whether a place is taken is told to everybody in the region; by whom is not."""

from __future__ import annotations

from django.db import migrations

# As the owner: who places somebody sees only the stays of the own colleges, and a bed that another college uses would
# look free. The policy lets the owner read stays and nothing else; the answer is days, never a person.
BEZETTING = """
CREATE POLICY eigenaar_kijkt ON verblijf_plaatsing FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION verblijf_bezetting(plek bigint, dagen daterange) RETURNS daterange LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT periode FROM verblijf_plaatsing
  WHERE regio_id = voordeur_regio() AND plek_id = plek AND periode && dagen ORDER BY lower(periode) LIMIT 1
$$;
"""

BEZETTING_WEG = """
DROP FUNCTION verblijf_bezetting(bigint, daterange);
DROP POLICY eigenaar_kijkt ON verblijf_plaatsing;
"""


class Migration(migrations.Migration):
    """Nothing is filled or changed."""

    dependencies = [("verblijf", "0002_rijbeveiliging")]
    operations = [migrations.RunSQL(BEZETTING, BEZETTING_WEG)]
