"""The Django app of the web door."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Registered as `web`."""

    name = "voordeur.web"
    label = "web"
    verbose_name = "Web"

    def ready(self) -> None:
        """Say what has to be packed anew after a change of keys."""
        from .inloggen import vernieuwen  # noqa: F401
