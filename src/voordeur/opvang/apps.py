"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class OpvangConfig(AppConfig):
    """Registered as `opvang`."""

    name = "voordeur.opvang"
    label = "opvang"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Opvang"

    def ready(self) -> None:
        from . import toets  # noqa: F401 - the rule of shelter can be computed again by its proof
