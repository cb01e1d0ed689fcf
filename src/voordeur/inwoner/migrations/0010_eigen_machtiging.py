"""Of a power and a code that are one's own, an account changes only what using and ending them asks.

Row security says which rows somebody may change, not which columns: an account could widen its own power, let it last
longer, or hang it on another file. Who acts on the file of a resident is bound as well: that is how a helper acts.
"""

from __future__ import annotations

from django.db import migrations

# by table: the columns that may change, and the condition on these that is refused all the same
MACHTIGING = ("inwoner_machtiging", "machtiging_alleen_beeindigen", "'ingetrokken_op', 'account_id'", """
  (OLD.account_id IS NOT NULL AND NEW.account_id IS DISTINCT FROM OLD.account_id)
  OR (OLD.ingetrokken_op IS NOT NULL AND NEW.ingetrokken_op IS DISTINCT FROM OLD.ingetrokken_op)
""")  # fmt: skip
CODE = ("inwoner_toegangscode", "toegangscode_alleen_gebruiken", "'pogingen', 'gebruikt_op', 'ingetrokken_op'", """
  NEW.pogingen < OLD.pogingen
  OR (OLD.gebruikt_op IS NOT NULL AND NEW.gebruikt_op IS DISTINCT FROM OLD.gebruikt_op)
  OR (OLD.ingetrokken_op IS NOT NULL AND NEW.ingetrokken_op IS DISTINCT FROM OLD.ingetrokken_op)
""")  # fmt: skip


def _bewaak(tabel: str, eis: str, kolommen: str, ook_niet: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {eis}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF (OLD.account_id = voordeur_account() OR voordeur_inwoner() IS NOT NULL) AND (
            to_jsonb(NEW) - ARRAY[{kolommen}] IS DISTINCT FROM to_jsonb(OLD) - ARRAY[{kolommen}] OR {ook_niet}
          ) THEN
            RAISE EXCEPTION '{eis}: dit mag het eigen account niet wijzigen'
              USING ERRCODE = 'check_violation', CONSTRAINT = '{eis}';
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER {eis} BEFORE UPDATE ON {tabel} FOR EACH ROW EXECUTE FUNCTION {eis}();
        """,
        f"DROP TRIGGER {eis} ON {tabel}; DROP FUNCTION {eis}();",
    )


class Migration(migrations.Migration):
    """Staff and the system go on as before."""

    dependencies = [("inwoner", "0009_alleen_in_nood")]
    operations = [_bewaak(*MACHTIGING), _bewaak(*CODE)]
