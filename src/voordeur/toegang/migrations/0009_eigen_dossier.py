"""A resident sees the own dossiers, and what belongs to them."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import (
    DOSSIERS_VAN_INWONER,
    DOSSIERS_VAN_INWONER_WEG,
    ook_in_eigen_dossier,
    ook_voor_inwoner,
)

# not the drafts of a consulent: those are no part of the file yet
VAN_DOSSIER = (
    "klok", "besluit", "document", "ingebrekestelling", "bezwaar", "betrokkene", "routestand", "uitvraag",
    "landelijk", "geschil", "verplaatsing",
)  # fmt: skip


class Migration(migrations.Migration):
    """Nothing is filled or changed; beside the guards there are, a resident gets the own rows."""

    dependencies = [("toegang", "0008_dossier_nieuwste"), ("inwoner", "0003_eigen_dossier")]
    operations = [
        ook_voor_inwoner("toegang_dossier"),
        migrations.RunSQL(DOSSIERS_VAN_INWONER, DOSSIERS_VAN_INWONER_WEG),
        *(ook_in_eigen_dossier(f"toegang_{naam}") for naam in VAN_DOSSIER),
    ]
