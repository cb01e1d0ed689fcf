"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    """Registered as `toegang`."""

    name = "voordeur.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Toegang"

    def ready(self) -> None:
        from . import (
            feiten,  # noqa: F401 - its rules are known for who computes a proof again
            vergeten,  # noqa: F401 - what is wiped here is known to who destroys
        )
