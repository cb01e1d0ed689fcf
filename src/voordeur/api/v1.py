"""The endpoints of `/v1` together."""

from __future__ import annotations

from .beschrijving import maak_api
from .punten import (
    aanbod,
    besluiten,
    declaraties,
    dossiers,
    geldstappen,
    inwonerzaken,
    klokken,
    onderzoeken,
    opvang,
    overig,
    plaatsen,
    regelingen,
    regio,
    stapvragen,
)

api = maak_api()
for router in (
    regelingen.router,
    regelingen.rekenen,
    regio.router,
    aanbod.router,
    dossiers.router,
    stapvragen.router,
    onderzoeken.router,
    besluiten.router,
    klokken.router,
    inwonerzaken.router,
    plaatsen.router,
    opvang.router,
    declaraties.router,
    geldstappen.router,
    overig.verantwoording,
    overig.berichten,
):
    api.add_router("", router)
