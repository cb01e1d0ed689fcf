"""The Django app of the messages."""

from __future__ import annotations

from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    """Registered as `berichten`."""

    name = "voordeur.berichten"
    label = "berichten"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Berichten"
