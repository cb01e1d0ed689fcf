"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class AanbodConfig(AppConfig):
    """Registered as `aanbod`."""

    name = "voordeur.aanbod"
    label = "aanbod"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Aanbod"
