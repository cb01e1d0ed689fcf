"""The Django app of the web door."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Registered as `web`."""

    name = "voordeur.web"
    label = "web"
    verbose_name = "Web"
