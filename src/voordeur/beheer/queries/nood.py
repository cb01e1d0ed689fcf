"""What is asked about emergency access: what somebody may read by it now, and what waits to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import Http404

from voordeur.kern.accounts import actor_in_nood
from voordeur.kern.actor import Actor, als
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Account, Journaalregel, Noodtoegang
from voordeur.toegang import beeld as maak
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import Dossierbeeld, dossier_inzien
from voordeur.toegang.queries_betrokkenen import betrokkenenbeeld


class NoodVoorbij(Geweigerd):
    """The hours are over."""

    def __init__(self) -> None:
        super().__init__("De tijd van deze noodtoegang is voorbij. Is het nog nodig? Open het dossier dan opnieuw.")


@dataclass(frozen=True)
class Noodbeeld:
    """What is read of a dossier in an emergency: who it is, who to call, what was decided."""

    nood: Noodtoegang
    naam: str
    gegevens: tuple[Any, ...]
    behandelaar: Account | None
    erbij: tuple[Any, ...]
    besluiten: tuple[tuple[str, tuple[Any, ...]], ...]


def eigen_nood(wie: Actor, pk: int) -> Noodtoegang:
    """One's own emergency access while it lasts. Raises Http404, NoodVoorbij."""
    eigen = Noodtoegang.objects.filter(pk=pk, account=wie.account or 0).select_related("college")
    nood = eigen.first()
    if nood is None:
        raise Http404
    if not eigen.filter(tot__gt=Now()).exists():
        raise NoodVoorbij
    return nood


def lees_in_nood(wie: Actor, nood: Noodtoegang, *, op: date) -> Noodbeeld:
    """Read the dossier; each time has its own line in the journal, with the id of the emergency access."""
    with als(actor_in_nood(wie, nood)) as lezer:
        dossier = Dossier.objects.select_related("inwoner").filter(nummer=nood.dossier).first()
        if dossier is None:
            raise Http404
        beeld: Dossierbeeld = dossier_inzien(lezer, dossier, op=op)
        genomen = tuple(
            (deel.nummer, tuple(maak.besluitgegevens(deel, beeld))) for deel in beeld.besluiten if deel.genomen_op
        )
        return Noodbeeld(
            nood,
            maak.naam_van(beeld),
            tuple(maak.gegevens(beeld, nood.college.naam)),
            Account.objects.filter(pk=dossier.behandelaar or 0).first(),
            tuple(betrokkenenbeeld(dossier, beeld.geschreven)),
            genomen,
        )


def noden(wie: Actor) -> QuerySet[Noodtoegang]:
    """Every time that a dossier of the colleges of a team leader was opened in an emergency; what waits in front."""
    gezocht = Noodtoegang.objects.filter(college__code__in=wie.colleges).select_related("college", "account")
    return gezocht.order_by("oordeel", "-id")


def te_bekijken(wie: Actor) -> QuerySet[Noodtoegang]:
    """Those that nobody looked at, without the own ones and those one agreed to: another looks at these."""
    return noden(wie).filter(oordeel="").exclude(account=wie.account or 0).exclude(tweede=wie.account or 0)


def gelezen_in(nood: Noodtoegang) -> QuerySet[Journaalregel]:
    """What was read under one emergency access."""
    return Journaalregel.objects.filter(noodtoegang=nood.pk).order_by("id")
