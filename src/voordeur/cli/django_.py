"""Starting Django for the commands that need the database; the others never pay for it."""

from __future__ import annotations

import os

import click

from .dienst.demostand import DATA, SLEUTELS
from .dienst.omgeving import LOPER, omgeving_met_database
from .dienst.sleutelbos import lees_sleutels
from .fouten import InvoerFout


def start_django() -> None:
    """Set Django up on the database of the environment, or on the embedded server that is here already.

    Raises InvoerFout when there is neither.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voordeur.web.settings")
    try:
        import django
        from django.conf import settings
    except ModuleNotFoundError:
        raise InvoerFout("opdracht", "deze opdracht heeft de toepassing nodig; installeer voordeur[app]") from None
    if not settings.configured and not os.environ.get(LOPER):
        _neem_ingebedde_server()
    if not settings.DATABASES["default"]["USER"]:
        if os.environ.get("VOORDEUR_VAR"):
            raise InvoerFout("VOORDEUR_VAR", "hier is nog geen database; start de dienst een keer")
        raise InvoerFout("DATABASE_URL", "ontbreekt; deze opdracht heeft de database nodig")
    django.setup()


def _neem_ingebedde_server() -> None:
    """Use the embedded server until the command ends, with the keys of the demo where it is one. Makes nothing new."""
    from voordeur.kern.postgres import var_map

    var = var_map()
    if (var / DATA).exists():
        namen = {**lees_sleutels(var / SLEUTELS), **os.environ}
        omgeving = click.get_current_context().with_resource(omgeving_met_database(var, namen))
        os.environ.update(omgeving.namen)
