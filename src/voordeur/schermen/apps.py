"""The Django app of the building blocks."""

from __future__ import annotations

from django.apps import AppConfig


class SchermenConfig(AppConfig):
    """Registered as `schermen`."""

    name = "voordeur.schermen"
    label = "schermen"
    verbose_name = "Schermen"
