"""The ways out. Each takes a message again without doubling it: the id of the message is the key."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from .models import Bericht

Kanaal = Callable[[Bericht], None]

KANALEN: dict[str, Kanaal] = {}
# letters to residents: for the service and the group that fetches them, for nobody else on the machine
ALLEEN_GROEP_MAP, ALLEEN_GROEP = 0o750, 0o640


class NietBezorgd(Exception):
    """A way out could not take the message now; it is tried again."""


def kanaal(naam: str) -> Callable[[Kanaal], Kanaal]:
    """Register a way out under a name."""

    def versier(functie: Kanaal) -> Kanaal:
        KANALEN[naam] = functie
        return functie

    return versier


@kanaal("map")
def naar_map(bericht: Bericht) -> None:
    """Put the message as a file in a folder; whole or not at all, and the same file when it is sent again."""
    try:
        _schrijf(bericht, Path(settings.VOORDEUR_POSTMAP))
    except OSError:
        raise NietBezorgd("De map voor de post is niet te beschrijven.") from None


def _schrijf(bericht: Bericht, map_: Path) -> None:
    map_.mkdir(mode=ALLEEN_GROEP_MAP, parents=True, exist_ok=True)
    tijdelijk = map_ / f".{bericht.pk}.{os.getpid()}"
    with open(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, ALLEEN_GROEP), "wb") as uit:
        uit.write(bytes(bericht.inhoud))
        uit.flush()
        os.fsync(uit.fileno())
    tijdelijk.replace(map_ / str(bericht.pk))
