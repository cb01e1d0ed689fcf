"""The Django app of the resident."""

from __future__ import annotations

from django.apps import AppConfig


class InwonerConfig(AppConfig):
    """Registered as `inwoner`."""

    name = "voordeur.inwoner"
    label = "inwoner"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Inwoner"
