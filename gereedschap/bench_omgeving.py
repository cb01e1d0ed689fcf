"""A database of its own for the workloads that need one: an embedded server in a folder that is removed afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def toepassing() -> Iterator[Path]:
    """Django on a fresh, migrated database, as the running role, by the settings of the tests; gives the folder."""
    from voordeur.kern.postgres import ingebedde_server

    map_ = Path(tempfile.mkdtemp(prefix="voordeur-meting-"))
    map_.chmod(0o711)
    try:
        with ingebedde_server(map_) as server:
            os.environ |= {
                "DATABASE_URL": server.loper,
                "DATABASE_OWNER_URL": server.eigenaar,
                "DJANGO_SETTINGS_MODULE": "tests.settings",
                "VOORDEUR_STATISCH": str(map_ / "statisch"),
            }
            _begin()
            yield map_
            _eindig()
    finally:
        shutil.rmtree(map_, ignore_errors=True)


def _begin() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", database="eigenaar", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _eindig() -> None:
    from django.db import connections

    connections.close_all()
