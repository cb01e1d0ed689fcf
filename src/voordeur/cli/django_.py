"""Starting Django for the commands that need the database; the others never pay for it."""

from __future__ import annotations

import os

from .fouten import InvoerFout


def start_django() -> None:
    """Set Django up on the database of the environment. Raises InvoerFout when none is named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voordeur.web.settings")
    try:
        import django
        from django.conf import settings
    except ModuleNotFoundError:
        raise InvoerFout("opdracht", "deze opdracht heeft de toepassing nodig; installeer voordeur[app]") from None
    if not settings.DATABASES["default"]["USER"]:
        raise InvoerFout("DATABASE_URL", "ontbreekt; deze opdracht heeft de database nodig")
    django.setup()
