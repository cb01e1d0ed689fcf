"""The register of destructions: a file outside the database, so that a copy put back cannot bring anybody back.

One line for each resident whose key was destroyed: the region, the bare id and the day. It only grows. Nothing in it is
about anybody: what an id was of is gone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Inwoner


class RegisterOnleesbaar(Exception):
    """A line that cannot be read: whom it is about could then be read again."""


@dataclass(frozen=True)
class Vernietigd:
    """That the key of a resident was destroyed on a day."""

    regio: str
    inwoner: UUID
    op: date

    def als_regel(self) -> str:
        return json.dumps({"regio": self.regio, "inwoner": str(self.inwoner), "op": self.op.isoformat()}) + "\n"


def lees_register() -> list[Vernietigd]:
    """Every line; none where there is no file yet. Raises RegisterOnleesbaar."""
    pad = Path(settings.VOORDEUR_VERNIETIGINGEN)
    if not pad.exists():
        return []
    regels = pad.read_text("utf-8", "replace").splitlines()
    return [_lees(pad, nummer, regel) for nummer, regel in enumerate(regels, start=1) if regel.strip()]


def _lees(pad: Path, nummer: int, regel: str) -> Vernietigd:
    try:
        deel = json.loads(regel)
        return Vernietigd(str(deel["regio"]), UUID(deel["inwoner"]), date.fromisoformat(deel["op"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise RegisterOnleesbaar(
            f"regel {nummer} van {pad} is niet te lezen; zet daar de regel terug uit een kopie van dit bestand"
        ) from None


def schrijf_bij(nieuw: Iterable[Vernietigd]) -> None:
    """Add lines, and wait until the disk has them."""
    tekst = "".join(deze.als_regel() for deze in nieuw)
    if not tekst:
        return
    pad = Path(settings.VOORDEUR_VERNIETIGINGEN)
    pad.parent.mkdir(parents=True, exist_ok=True)
    with open(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o640), "ab", buffering=0) as uit:
        uit.write(tekst.encode())
        os.fsync(uit.fileno())


def meld_vernietigd(inwoner: Inwoner) -> None:
    """Write a destruction down once it is committed; what is rolled back never stands there.

    When the disk refuses, the destruction stays: `vul_register_aan` writes the line later.
    """
    transaction.on_commit(partial(schrijf_bij, [_van(inwoner)]), robust=True)


def vul_register_aan(regio: str) -> int:
    """Write down what was destroyed in a region and does not stand there yet, as who acts; returns how many."""
    bekend = {deze.inwoner for deze in lees_register() if deze.regio == regio}
    weg = Inwoner.objects.filter(regio_id=regio, sleutel=None).order_by("vernietigd_om", "pk")
    nieuw = [_van(inwoner) for inwoner in weg if inwoner.pk not in bekend]
    schrijf_bij(nieuw)
    return len(nieuw)


def _van(inwoner: Inwoner) -> Vernietigd:
    assert inwoner.vernietigd_om is not None
    return Vernietigd(inwoner.regio_id, inwoner.pk, timezone.localtime(inwoner.vernietigd_om).date())
