"""The Django app of the region's own management."""

from __future__ import annotations

from django.apps import AppConfig


class BeheerConfig(AppConfig):
    """Registered as `beheer`."""

    name = "voordeur.beheer"
    label = "beheer"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Beheer"

    def ready(self) -> None:
        from . import (
            kaart,  # noqa: F401 - it joins the page of a dossier
            melden,  # noqa: F401 - who logs in reads what others did with the account
            samenvoegen,  # noqa: F401 - what runs here can hold a merge of two registrations
            vergeten,  # noqa: F401 - what moving in keeps goes with who is destroyed
        )
        from .inlezen import kluis  # noqa: F401 - what it packs with the main key is packed anew
