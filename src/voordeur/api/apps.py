"""The Django app of the machine door."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Registered as `api`."""

    name = "voordeur.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "API"

    def ready(self) -> None:
        from voordeur.beheer.actions.vertrek import BIJ_SLUITEN

        from .actions import beeindig_sleutels_van

        BIJ_SLUITEN.append(beeindig_sleutels_van)
