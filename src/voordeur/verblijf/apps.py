"""The Django app of this room."""

from __future__ import annotations

from django.apps import AppConfig


class VerblijfConfig(AppConfig):
    """Registered as `verblijf`."""

    name = "voordeur.verblijf"
    label = "verblijf"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Verblijf"

    def ready(self) -> None:
        # they tell the offer which places are taken, and what a decision does to a stay
        from . import gevolgen, queries  # noqa: F401
