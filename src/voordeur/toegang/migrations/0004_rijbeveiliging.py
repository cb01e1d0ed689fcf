"""What belongs to a dossier is there for its college only; a saved filter for the region."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import per_college, per_regio

VAN_DOSSIER = (
    "ingebrekestelling", "bezwaar", "concept", "betrokkene", "routestand", "uitvraag", "landelijk", "geschil",
)  # fmt: skip


class Migration(migrations.Migration):
    """Nothing is filled or changed; the new tables get their guards."""

    dependencies = [("toegang", "0003_verdiept"), ("kern", "0002_rijbeveiliging")]
    operations = [*(per_college(f"toegang_{naam}") for naam in VAN_DOSSIER), per_regio("toegang_zoekfilter")]
