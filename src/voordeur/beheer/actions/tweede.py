"""Whether two accounts are two people: not when one let the other in, or the same manager let both in, a while ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models.functions import Now

from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import eis
from voordeur.kern.models import Aanstelling, Journaalregel
from voordeur.kern.onderhoud import systeem

from ..fouten import PasBegonnen, PasUitgenodigd
from ..models import Uitnodiging

PAS = timedelta(days=14)


def eis_los(wie: Actor, ander: int | None, *, ook_jong: bool = False, vanaf: datetime | None = None) -> None:
    """Refuse a second person who got in by the first, by an invitation, a new code or a role, or both by one manager.

    In a region that is younger itself everybody came in just now: there it is not asked, unless `ook_jong`.
    `ander` None: the system prepared it. Raises PasUitgenodigd.
    """
    if wie.account is None or ander is None:
        return
    grens: Any = (vanaf or Now()) - PAS
    with als(_zelf(wie)) as zelf:
        door = {wie.account, *_deuren(wie.account, grens)} & {ander, *_deuren(ander, grens)}
        eis(not door or not (ook_jong or _bestaat_langer(zelf, grens)), PasUitgenodigd())


def eis_langer_hier(wie: Actor, *accounts: int) -> None:
    """Refuse who was invited for the first time just now, unless the region is as young. Raises PasBegonnen."""
    grens: Any = Now() - PAS
    with als(_zelf(wie)) as zelf:
        codes = Uitnodiging.objects.filter(account__in=accounts)
        eerder = set(codes.filter(gemaakt_om__lte=grens).values_list("account_id", flat=True))
        vers = codes.exclude(account__in=eerder).exists()
        eis(not vers or not _bestaat_langer(zelf, grens), PasBegonnen())


def _deuren(account: int, grens: Any) -> set[int | None]:
    """Who let an account in."""
    codes = Uitnodiging.objects.filter(account=account, gemaakt_om__gt=grens)
    rollen = [str(pk) for pk in Aanstelling.objects.filter(account=account).values_list("pk", flat=True)]
    gegeven = Journaalregel.objects.filter(
        object_soort="aanstelling", object_id__in=rollen, handeling="beheer.rol.geven", om__gt=grens,
        uitslag=Journaalregel.Uitslag.GEDAAN, account__isnull=False,
    )  # fmt: skip
    return {*codes.values_list("gemaakt_door", flat=True), *gegeven.values_list("account", flat=True)}


def _bestaat_langer(wie: Actor, grens: Any) -> bool:
    return Journaalregel.objects.filter(regio_id=wie.regio, om__lte=grens).exists()


def _zelf(wie: Actor) -> Actor:
    # a role is journaled for the college that gave it, which the second person need not see
    return replace(systeem(wie.regio), vanwaar=wie.vanwaar)
