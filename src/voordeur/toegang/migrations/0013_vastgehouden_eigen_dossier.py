"""What a resident does may lead to a letter that is held back; that row is of the own dossier too."""

from __future__ import annotations

from django.db import migrations

from voordeur.kern.rijbeveiliging import ook_in_eigen_dossier


class Migration(migrations.Migration):
    """Nothing is filled or changed; beside the guard there is, a resident gets the own rows."""

    dependencies = [("toegang", "0012_vastgehouden")]
    operations = [ook_in_eigen_dossier("toegang_vastgehouden")]
