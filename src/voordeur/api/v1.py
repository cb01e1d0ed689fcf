"""The endpoints of `/v1` together."""

from __future__ import annotations

from .beschrijving import maak_api
from .punten import declaraties, dossiers, geld, overig, plaatsen, regelingen, regio

api = maak_api()
for router in (
    regelingen.router,
    regelingen.rekenen,
    regio.router,
    dossiers.router,
    plaatsen.router,
    declaraties.router,
    geld.router,
    overig.verantwoording,
    overig.berichten,
):
    api.add_router("", router)
