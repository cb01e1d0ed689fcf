"""The worker as a part of the service: it sends what is ready, and seals the journal every minute."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from asgiref.sync import sync_to_async
from django.db import DatabaseError, close_old_connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from voordeur.beheer.actions.inlezen import haal_inlezen_in
from voordeur.beheer.tasks import RIJ as INLEZEN
from voordeur.berichten.actions import haal_in
from voordeur.kern.onderhoud import regios, verzegel_journalen

from .kinderen import zeg

# each with a hand of its own: reading in a region takes minutes and holds up no letter
RIJEN = ("berichten", INLEZEN)
MINUUT = 60.0


def werk() -> None:
    """Send and seal until the process is told to end."""
    for regio in regios():
        haal_in(regio)  # what a killed worker had in hands
        haal_inlezen_in(regio)
    asyncio.run(_werk())


async def _werk() -> None:
    connector = app.connector
    assert isinstance(connector, DjangoConnector)  # the one that puts jobs in the transaction of an action
    ons = app.with_connector(connector.get_worker_connector())
    stop = asyncio.Event()
    for nummer in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(nummer, stop.set)
    async with ons.open_async():
        werkers = [
            asyncio.create_task(
                ons.run_worker_async(
                    queues=[rij], install_signal_handlers=False, delete_jobs="successful", shutdown_graceful_timeout=3
                )
            )
            for rij in RIJEN
        ]
        zegelen = asyncio.create_task(_zegel_elke_minuut())
        gevraagd = asyncio.create_task(stop.wait())
        klaar, lopend = await asyncio.wait({*werkers, zegelen, gevraagd}, return_when=asyncio.FIRST_COMPLETED)
        for taak in lopend:
            taak.cancel()
        await asyncio.wait(lopend)
        for taak in klaar - {gevraagd}:
            taak.result()  # a part that ended by itself did so by a fault


async def _zegel_elke_minuut() -> None:
    while True:
        await sync_to_async(verzegel_nu, thread_sensitive=False)()
        await asyncio.sleep(float(os.environ.get("VOORDEUR_ZEGELTIJD", MINUUT)))


def verzegel_nu() -> None:
    """Seal what is closed. A database that is away for a moment is tried again the next minute; a break is told."""
    close_old_connections()
    try:
        for breuk in verzegel_journalen(Path(os.environ["VOORDEUR_ZEGELHOOFDEN"])):
            zeg(f"JOURNAAL NIET HEEL in regio {breuk}: het laatste zegel is weg; zie voordeur journaal controleer")
    except DatabaseError as fout:
        zeg(f"verzegelen lukt nu niet: {' '.join(str(fout).split())}")
    finally:
        close_old_connections()
