"""The work of moving in: jobs carry ids only, and find out themselves whether there is still something to do."""

from __future__ import annotations

from datetime import date

from procrastinate.contrib.django import app

from .inlezen.uitvoeren import toets_set, voer_uit


@app.task(name="beheer.toets_inlezen", queue="berichten")
def toets_inlezen(regio: str, set_id: int, op: str) -> None:
    """Check the files of a set."""
    toets_set(regio, set_id, date.fromisoformat(op))


@app.task(name="beheer.voer_inlezen_uit", queue="berichten")
def voer_inlezen_uit(regio: str, set_id: int) -> None:
    """Read in what was offered and agreed to."""
    voer_uit(regio, set_id)
