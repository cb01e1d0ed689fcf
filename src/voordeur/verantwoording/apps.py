"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class VerantwoordingConfig(AppConfig):
    """Registered as `verantwoording`."""

    name = "voordeur.verantwoording"
    label = "verantwoording"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Verantwoording"
