"""What every slice asks of the ground: the agreement of a region, its colleges, who somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from voordeur.regelingen.laden import nieuwste
from voordeur.regelingen.laden import versies as pakket
from voordeur.regelingen.schema import Regeling
from voordeur.regels.uitkomst import Stap

from .actor import Actor, huidige_actor
from .beleid import geldig_op, regeling_id, versie_met, versies_van
from .models import Account, College


def regeling_van(regio: str, op: date) -> tuple[Regeling, tuple[Stap, ...]]:
    """The agreement of a region as it holds on a day, and what is to be said about that. Raises Onberekenbaar.

    What the agreement leaves open is filled in as the region decided for that day.
    """
    return geldig_op(regio, op)


def regeling_versie(regio: str, versie: date, op: date | None = None) -> Regeling:
    """One version of the agreement of a region: the one that a case started with. Raises KeyError or OSError.

    `op`: the day whose local values hold, for a case the day of its report; without it the first day of the version.
    """
    return versie_met(regio, versie, op or versie)


def bekende_regeling(id_: str) -> Regeling | None:
    """The newest version of an agreement by its id: of the region of who acts, else of the package."""
    actor = huidige_actor()
    if actor is not None and regeling_id(actor.regio) == id_ and (versies := versies_van(actor.regio)):
        return versie_met(actor.regio, versies[-1], versies[-1])
    return nieuwste(id_) if id_ in pakket() else None


def colleges(regio: str, op: date | None = None) -> dict[str, College]:
    """Every college of a region by its CBS code, in the order of their names; with a day those that take part then."""
    alle = College.objects.filter(regio_id=regio).order_by("naam")
    return {college.code: college for college in alle if op is None or college.doet_mee_op(op)}


def gemeentenamen(regio: str, op: date | None = None) -> dict[str, str]:
    """The names of the municipalities of a region by their CBS code, in the order of their names."""
    return {code: college.naam for code, college in colleges(regio, op).items()}


def ziet_alles(wie: Actor, op: date) -> bool:
    """Whether somebody works for every college of the region, so that what is counted for them is all there is.

    One that joins later has nothing to count yet; one that left still has.
    """
    begonnen = {code for code, college in colleges(wie.regio).items() if college.van is None or college.van <= op}
    return begonnen <= wie.colleges


def centrum(regio: str) -> College:
    """The college of the centrumgemeente. Raises College.DoesNotExist."""
    return College.objects.get(regio_id=regio, centrum=True)


def namen_van_accounts(nummers: Iterable[int | None]) -> dict[int, str]:
    """The names of accounts by id; whoever is not there any more is not in it."""
    gezocht = {nummer for nummer in nummers if nummer is not None}
    return dict(Account.objects.filter(pk__in=gezocht).values_list("pk", "naam"))
