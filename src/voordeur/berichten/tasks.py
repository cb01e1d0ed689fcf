"""The work that happens after an action: jobs carry ids only and start with an actor of their own."""

from __future__ import annotations

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from .actions import noteer_mislukt, verstuur
from .kanalen import NietBezorgd

OPNIEUW = RetryStrategy(max_attempts=8, exponential_wait=2, retry_exceptions={NietBezorgd})


@app.task(name="berichten.verstuur", queue="berichten", retry=OPNIEUW)
def verstuur_bericht(regio: str, bericht: str) -> None:
    """Send one message; tried again with longer and longer waits."""
    try:
        verstuur(regio, bericht)
    except NietBezorgd as fout:
        noteer_mislukt(regio, bericht, fout)
        raise
