"""A resident sees where the own stay is."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import ook_in_eigen_dossier


class Migration(migrations.Migration):
    """Nothing is filled or changed; beside the guards there are, a resident gets the own rows."""

    dependencies = [("verblijf", "0003_bezetting"), ("toegang", "0009_eigen_dossier")]
    operations = [ook_in_eigen_dossier("verblijf_plaatsing")]
