"""Row-level security as steps of a migration: who acts decides which rows there are."""

from __future__ import annotations

from django.db.migrations import RunSQL

# An actor that was not set is an error, never an empty list. `voordeur_actor_gezet` says IMMUTABLE so that the planner
# asks it at once, also for a table without rows; what it said is never relied on, the other functions ask each time.
FUNCTIES = """
CREATE FUNCTION voordeur_actor_gezet() RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF coalesce(current_setting('voordeur.regio', true), '') = '' THEN
    RAISE EXCEPTION 'geen actor: zet eerst wie er handelt' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN true;
END $$;

CREATE FUNCTION voordeur_regio() RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF coalesce(current_setting('voordeur.regio', true), '') = '' THEN
    RAISE EXCEPTION 'geen actor: zet eerst wie er handelt' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN current_setting('voordeur.regio');
END $$;

CREATE FUNCTION voordeur_colleges() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_to_array(current_setting('voordeur.colleges', true), ',')
$$;

CREATE FUNCTION voordeur_aanbieder() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('voordeur.aanbieder', true), '')::bigint
$$;
"""

FUNCTIES_WEG = """
DROP FUNCTION voordeur_aanbieder(); DROP FUNCTION voordeur_colleges();
DROP FUNCTION voordeur_regio(); DROP FUNCTION voordeur_actor_gezet();
"""

# the resident whose own file is read; nobody else sees a row by it
INWONER_FUNCTIES = """
CREATE FUNCTION voordeur_inwoner() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('voordeur.inwoner', true), '')::uuid
$$;

CREATE FUNCTION voordeur_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('voordeur.account', true), '')::bigint
$$;
"""
INWONER_FUNCTIES_WEG = "DROP FUNCTION voordeur_account(); DROP FUNCTION voordeur_inwoner();"
# needs the table of the dossiers; the resident's own ones only, since that table is guarded itself
DOSSIERS_VAN_INWONER = """
CREATE FUNCTION voordeur_eigen_dossiers() RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF coalesce(current_setting('voordeur.inwoner', true), '') = '' THEN
    RETURN '{}';
  END IF;
  RETURN (SELECT coalesce(array_agg(id), '{}') FROM toegang_dossier WHERE inwoner_id = voordeur_inwoner());
END $$;
"""
DOSSIERS_VAN_INWONER_WEG = "DROP FUNCTION voordeur_eigen_dossiers();"

# each within a SELECT, so that PostgreSQL asks once for a question and not once for each row
REGIO = "regio_id = (SELECT voordeur_regio())"
COLLEGE = "college_code = ANY ((SELECT voordeur_colleges())::text[])"
AANBIEDER = "coalesce((SELECT voordeur_aanbieder()) = ANY (aanbieders), false)"
ORGANISATIE = "coalesce((SELECT voordeur_aanbieder()) = organisatie_id, false)"


def per_regio(tabel: str) -> RunSQL:
    """Rows are only there for the region of the actor; also the owner of the table is bound."""
    return _beleid(tabel, "per_regio", REGIO)


def per_college(tabel: str) -> RunSQL:
    """Rows about a person: of the region of the actor, and of a college that the actor works for."""
    return _beleid(tabel, "per_college", f"{REGIO} AND {COLLEGE}")


def per_college_of_aanbieder(tabel: str) -> RunSQL:
    """Rows about a person that the providers named in the row may see as well."""
    return _beleid(tabel, "per_college_of_aanbieder", f"{REGIO} AND ({COLLEGE} OR {AANBIEDER})")


def per_college_of_organisatie(tabel: str) -> RunSQL:
    """Rows that a college and the one organisation they are about may see."""
    return _beleid(tabel, "per_college_of_organisatie", f"{REGIO} AND ({COLLEGE} OR {ORGANISATIE})")


def ook_voor_inwoner(tabel: str, kolom: str = "inwoner_id") -> RunSQL:
    """Beside the policy that a table has: the rows of the resident whose own file this is."""
    return _ook(tabel, f"{kolom} = (SELECT voordeur_inwoner())")


def ook_in_eigen_dossier(tabel: str) -> RunSQL:
    """Beside the policy that a table has: the rows of the dossiers of the resident whose own file this is."""
    return _ook(tabel, "dossier_id = ANY ((SELECT voordeur_eigen_dossiers())::bigint[])")


def ook_voor_account(tabel: str, kolom: str = "account_id") -> RunSQL:
    """Beside the policy that a table has: the rows of the account that acts."""
    return _ook(tabel, f"{kolom} = (SELECT voordeur_account())", "voor_account")


def _ook(tabel: str, mag: str, naam: str = "voor_inwoner") -> RunSQL:
    return RunSQL(
        f"CREATE POLICY {naam} ON {tabel} USING (voordeur_actor_gezet() AND {REGIO} AND {mag}) "
        f"WITH CHECK ({REGIO} AND {mag})",
        f"DROP POLICY {naam} ON {tabel}",
    )


def _beleid(tabel: str, naam: str, mag: str) -> RunSQL:
    return RunSQL(
        f"""
        ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY;
        CREATE POLICY {naam} ON {tabel} USING (voordeur_actor_gezet() AND {mag}) WITH CHECK ({mag});
        """,
        f"""
        DROP POLICY {naam} ON {tabel};
        ALTER TABLE {tabel} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY;
        """,
    )


def alleen_erbij(tabel: str) -> RunSQL:
    """A table that only grows: a trigger refuses every change and removal."""
    return RunSQL(
        f"""
        CREATE FUNCTION {tabel}_alleen_erbij() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '{tabel} groeit alleen: % mag niet', lower(TG_OP) USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER {tabel}_alleen_erbij BEFORE UPDATE OR DELETE ON {tabel}
          FOR EACH ROW EXECUTE FUNCTION {tabel}_alleen_erbij();
        CREATE TRIGGER {tabel}_nooit_leeg BEFORE TRUNCATE ON {tabel}
          FOR EACH STATEMENT EXECUTE FUNCTION {tabel}_alleen_erbij();
        """,
        f"""
        DROP TRIGGER {tabel}_nooit_leeg ON {tabel};
        DROP TRIGGER {tabel}_alleen_erbij ON {tabel};
        DROP FUNCTION {tabel}_alleen_erbij();
        """,
    )
