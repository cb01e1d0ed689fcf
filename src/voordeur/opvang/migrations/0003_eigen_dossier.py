"""A resident sees the own nights."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import ook_in_eigen_dossier


class Migration(migrations.Migration):
    """Nothing is filled or changed; beside the guards there are, a resident gets the own rows."""

    dependencies = [("opvang", "0002_rijbeveiliging"), ("toegang", "0009_eigen_dossier")]
    operations = [*map(ook_in_eigen_dossier, ("opvang_aanmelding", "opvang_nacht", "opvang_nietgegeven"))]
