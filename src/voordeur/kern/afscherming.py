"""A shielded resident in the database: who is not named sees no row of them, in any table, by any question.

The functions run as the owner, so that they can tell whom to hide; what they return never leaves the policies. Each is
asked once for a question, and costs next to nothing where nobody is shielded.
"""

from __future__ import annotations

FUNCTIES = """
CREATE FUNCTION voordeur_van_binnen() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_user = pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.inwoner_afscherming'::regclass
$$;

CREATE FUNCTION voordeur_verborgen_inwoners() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = public, pg_temp AS $$
DECLARE vandaag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
  -- the system itself seals, sends and counts on
  IF coalesce(current_setting('voordeur.account', true), '') = '' THEN
    RETURN '{}';
  END IF;
  RETURN (
    SELECT coalesce(array_agg(inwoner_id), '{}') FROM inwoner_afscherming
    WHERE regio_id = current_setting('voordeur.regio') AND bevestigd_op IS NOT NULL AND opgeheven_door IS NULL
      AND van <= vandaag AND (tot IS NULL OR tot >= vandaag) AND NOT voordeur_account() = ANY (accounts)
      AND inwoner_id IS DISTINCT FROM voordeur_inwoner()
      -- emergency access that a second person agreed to beforehand, until it ends
      AND NOT EXISTS (
        SELECT 1 FROM kern_noodtoegang nood
        JOIN toegang_dossier ON toegang_dossier.nummer = nood.dossier AND toegang_dossier.regio_id = nood.regio_id
        WHERE nood.account_id = voordeur_account() AND nood.tweede IS NOT NULL AND now() BETWEEN nood.van AND nood.tot
          AND toegang_dossier.inwoner_id = inwoner_afscherming.inwoner_id
      )
  );
END $$;

CREATE FUNCTION voordeur_verborgen_dossiers() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = public, pg_temp AS $$
DECLARE wie uuid[] := voordeur_verborgen_inwoners();
BEGIN
  IF wie = '{}' THEN
    RETURN '{}';
  END IF;
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM toegang_dossier WHERE inwoner_id = ANY (wie));
END $$;

CREATE FUNCTION voordeur_verborgen_plaatsingen() RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = public, pg_temp AS $$
DECLARE welke bigint[] := voordeur_verborgen_dossiers();
BEGIN
  IF welke = '{}' THEN
    RETURN '{}';
  END IF;
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM verblijf_plaatsing WHERE dossier_id = ANY (welke));
END $$;

CREATE FUNCTION voordeur_verborgen_zaken() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = public, pg_temp AS $$
DECLARE wie uuid[] := voordeur_verborgen_inwoners();
BEGIN
  IF wie = '{}' THEN
    RETURN '{}';
  END IF;
  RETURN wie::text[] || ARRAY(SELECT 'dossier ' || nummer FROM toegang_dossier WHERE inwoner_id = ANY (wie))
    || ARRAY(SELECT 'declaratie ' || nummer FROM geld_declaratie
             WHERE plaatsing_id = ANY (voordeur_verborgen_plaatsingen()));
END $$;
"""
FUNCTIES_WEG = """
DROP FUNCTION voordeur_verborgen_zaken(); DROP FUNCTION voordeur_verborgen_plaatsingen();
DROP FUNCTION voordeur_verborgen_dossiers(); DROP FUNCTION voordeur_verborgen_inwoners();
DROP FUNCTION voordeur_van_binnen();
"""

# what is hidden opens only while somebody reads by the emergency access itself (`actor_in_nood`, without any role), and
# not for everything else that this account does in those hours
ALLEEN_IN_NOOD = """
CREATE OR REPLACE FUNCTION voordeur_verborgen_inwoners() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE
  vandaag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
  nu bigint := nullif(current_setting('voordeur.noodtoegang', true), '')::bigint;
BEGIN
  -- the system itself seals, sends and counts on
  IF coalesce(current_setting('voordeur.account', true), '') = '' THEN
    RETURN '{}';
  END IF;
  RETURN (
    SELECT coalesce(array_agg(inwoner_id), '{}') FROM inwoner_afscherming
    WHERE regio_id = current_setting('voordeur.regio') AND bevestigd_op IS NOT NULL AND opgeheven_door IS NULL
      AND van <= vandaag AND (tot IS NULL OR tot >= vandaag) AND NOT voordeur_account() = ANY (accounts)
      AND inwoner_id IS DISTINCT FROM voordeur_inwoner()
      AND NOT EXISTS (
        SELECT 1 FROM kern_noodtoegang nood
        JOIN toegang_dossier ON toegang_dossier.nummer = nood.dossier AND toegang_dossier.regio_id = nood.regio_id
        WHERE nood.id = nu AND nood.account_id = voordeur_account() AND nood.tweede IS NOT NULL
          AND now() BETWEEN nood.van AND nood.tot AND toegang_dossier.inwoner_id = inwoner_afscherming.inwoner_id
      )
  );
END $$;
-- made anew after the migration, as `APART` has it
DROP POLICY IF EXISTS niet_verborgen ON kern_noodtoegang;
"""

# by the column that leads to somebody: what may not be in it
PER_KOLOM = {
    "inwoner_id": "inwoner_id = ANY ((SELECT voordeur_verborgen_inwoners())::uuid[])",
    "dossier_id": "dossier_id = ANY ((SELECT voordeur_verborgen_dossiers())::bigint[])",
    "plaatsing_id": "plaatsing_id = ANY ((SELECT voordeur_verborgen_plaatsingen())::bigint[])",
}
APART = {
    "inwoner_inwoner": "id = ANY ((SELECT voordeur_verborgen_inwoners())::uuid[])",
    "kern_journaalregel": "betreft = ANY ((SELECT voordeur_verborgen_zaken())::text[]) "
    "OR object_id = ANY ((SELECT voordeur_verborgen_zaken())::text[])",
    # whoever was let in by two people finds the way in; what is behind it opens by that access alone
    "kern_noodtoegang": "'dossier ' || dossier = ANY ((SELECT voordeur_verborgen_zaken())::text[]) "
    "AND NOT (tweede IS NOT NULL AND account_id = coalesce((SELECT voordeur_account()), 0))",
    "toegang_samenvoeging": "blijft_id = ANY ((SELECT voordeur_verborgen_inwoners())::uuid[]) "
    "OR gaat_op_id = ANY ((SELECT voordeur_verborgen_inwoners())::uuid[])",
    "berichten_bericht": "inwoner_id = ANY ((SELECT voordeur_verborgen_inwoners())::uuid[]) "
    "OR replace(aan, 'inwoner van ', '') = ANY ((SELECT voordeur_verborgen_zaken())::text[])",
}
# what the functions read, whatever the colleges of the one who asks
VAN_BINNEN = ("inwoner_afscherming", "toegang_dossier", "verblijf_plaatsing", "geld_declaratie")

TABELLEN = """
SELECT c.relname, array_agg(a.attname::text)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
  AND to_regproc('public.voordeur_verborgen_zaken') IS NOT NULL
GROUP BY c.relname ORDER BY c.relname
"""
BELEIDEN = "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'"


def verborgen_in(tabel: str, kolommen: list[str]) -> str:
    """What is true of a row about somebody who is hidden; '' for a table that is about nobody."""
    if tabel in APART:
        return APART[tabel]
    return next((eis for kolom, eis in PER_KOLOM.items() if kolom in kolommen), "")


def opdrachten(tabellen: dict[str, list[str]], er_is: set[tuple[str, str]]) -> list[str]:
    """The policies that are not there yet: a table that a later migration makes gets its own by itself."""
    nieuw = []
    for tabel, kolommen in tabellen.items():
        eis = verborgen_in(tabel, kolommen)
        # the journal and the outbox take what anybody writes; only reading them is hidden
        wanneer = "FOR SELECT" if tabel in ("kern_journaalregel", "berichten_bericht") else ""
        if eis and (tabel, "niet_verborgen") not in er_is:
            nieuw.append(
                f"CREATE POLICY niet_verborgen ON {tabel} AS RESTRICTIVE {wanneer} "
                f"USING ((SELECT voordeur_van_binnen()) OR ({eis}) IS NOT TRUE)"
            )
        if tabel in VAN_BINNEN and (tabel, "van_binnen") not in er_is:
            nieuw.append(
                f"CREATE POLICY van_binnen ON {tabel} FOR SELECT "
                f"USING ((SELECT voordeur_van_binnen()) AND regio_id = (SELECT voordeur_regio()))"
            )
    return nieuw
