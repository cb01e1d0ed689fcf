"""Only the owner of the tables migrates; the role that runs never does."""

from __future__ import annotations

from typing import Any


class AlleenEigenaarMigreert:
    """A database router; the method names are Django's."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "eigenaar"
