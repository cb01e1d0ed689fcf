"""What every slice asks of the ground: the agreement of a region, its colleges, who somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from voordeur.regelingen.laden import geldig_op, laad
from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap

from .actor import Actor
from .models import Account, College, Regio


def regeling_van(regio: str, op: date) -> tuple[Regeling, tuple[Stap, ...]]:
    """The agreement of a region as it holds on a day, and what is assumed about that. Raises Onberekenbaar."""
    return geldig_op(_regeling_id(regio), op)


def regeling_versie(regio: str, versie: date) -> Regeling:
    """One version of the agreement of a region: the one that a case started with. Raises KeyError or OSError."""
    return laad(_regeling_id(regio), versie)


@lru_cache(maxsize=1024)
def _regeling_id(regio: str) -> str:
    # a region is made with its agreement and keeps it; lists ask this for every row
    gevonden = Regio.objects.get(pk=regio)
    return gevonden.regeling or gevonden.id


def colleges(regio: str) -> dict[str, College]:
    """Every college of a region by its CBS code, in the order of their names."""
    return {college.code: college for college in College.objects.filter(regio_id=regio).order_by("naam")}


def gemeentenamen(regio: str) -> dict[str, str]:
    """The names of the municipalities of a region by their CBS code, in the order of their names."""
    return {code: college.naam for code, college in colleges(regio).items()}


def ziet_alles(wie: Actor) -> bool:
    """Whether somebody works for every college of the region, so that what is counted for them is all there is."""
    return set(colleges(wie.regio)) <= wie.colleges


def centrum(regio: str) -> College:
    """The college of the centrumgemeente. Raises College.DoesNotExist."""
    return College.objects.get(regio_id=regio, centrum=True)


def namen_van_accounts(nummers: Iterable[int | None]) -> dict[int, str]:
    """The names of accounts by id; whoever is not there any more is not in it."""
    gezocht = {nummer for nummer in nummers if nummer is not None}
    return dict(Account.objects.filter(pk__in=gezocht).values_list("pk", "naam"))
