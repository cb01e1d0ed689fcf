"""The Django app of the ground."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class KernConfig(AppConfig):
    """Registered as `kern`."""

    name = "voordeur.kern"
    label = "kern"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Kern"

    def ready(self) -> None:
        from .rechten import geef_rechten, meld_migratie

        pre_migrate.connect(meld_migratie, sender=self)
        post_migrate.connect(geef_rechten, sender=self)
