"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class GeldConfig(AppConfig):
    """Registered as `geld`."""

    name = "voordeur.geld"
    label = "geld"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Geld"

    def ready(self) -> None:
        # they register what a proof is computed by, what a decision does to money, and what is wiped
        from . import gevolgen, rekenregels, vergeten  # noqa: F401
