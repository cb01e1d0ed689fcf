"""An account sees and uses the powers and codes that are its own; giving oneself one is another thing."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import REGIO

TABELLEN = ("inwoner_machtiging", "inwoner_toegangscode")
EIGEN = f"{REGIO} AND account_id = (SELECT voordeur_account())"


def _alleen_zien_en_wijzigen(tabel: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        DROP POLICY voor_account ON {tabel};
        CREATE POLICY voor_account ON {tabel} FOR SELECT USING (voordeur_actor_gezet() AND {EIGEN});
        CREATE POLICY voor_account_wijzigen ON {tabel} FOR UPDATE
          USING (voordeur_actor_gezet() AND {EIGEN}) WITH CHECK ({EIGEN});
        """,
        f"""
        DROP POLICY voor_account_wijzigen ON {tabel};
        DROP POLICY voor_account ON {tabel};
        CREATE POLICY voor_account ON {tabel} USING (voordeur_actor_gezet() AND {EIGEN}) WITH CHECK ({EIGEN});
        """,
    )


class Migration(migrations.Migration):
    """Before, the policy was for everything: an account could make a power over anybody for itself."""

    dependencies = [("inwoner", "0007_afscherming")]
    operations = [*map(_alleen_zien_en_wijzigen, TABELLEN)]
