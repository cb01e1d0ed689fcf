"""The Django app of the messages."""

from __future__ import annotations

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    """Registered as `berichten`."""

    name = "voordeur.berichten"
    label = "berichten"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Berichten"

    def ready(self) -> None:
        """Register the way out that needs the models of the residents."""
        from . import mail  # noqa: F401
