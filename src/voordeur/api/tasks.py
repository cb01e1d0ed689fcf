"""The work of the machine door that the worker does: forgetting which creations were already done."""

from __future__ import annotations

from procrastinate.contrib.django import app

from voordeur.kern.actor import als
from voordeur.kern.onderhoud import regios, systeem

from .opruimen import ruim_herhalingen_op


@app.periodic(cron="20 4 * * *", periodic_id="herhalingen")
@app.task(name="api.ruim_herhalingen_op", queue="berichten", lock="api.ruim_herhalingen_op", pass_context=False)
def ruim_op(timestamp: int) -> None:  # noqa: ARG001
    """Each night in every region."""
    for regio in regios():
        with als(systeem(regio)):
            ruim_herhalingen_op()
