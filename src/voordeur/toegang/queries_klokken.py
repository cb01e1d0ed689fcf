"""What is asked of the clocks of all dossiers together: which ends when, late first."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from voordeur.kern.actor import Actor

from .klokregels import VAN_DE_INWONER
from .models import Ingebrekestelling, Klok
from .queries import lopende_klokken


def termijnen(wie: Actor, op: date, *, alle: bool, soort: str = "") -> QuerySet[Klok]:
    """The clocks that run, of one's own dossiers or of all that one may see; of one kind, or of every kind.

    A term of the resident that is over asks nothing of anybody.
    """
    gevonden = lopende_klokken(wie).exclude(soort=VAN_DE_INWONER, uiterlijk__lt=op)
    if not alle:
        gevonden = gevonden.filter(dossier__behandelaar=wie.account)
    return gevonden.filter(soort=soort) if soort else gevonden


def soorten(wie: Actor) -> list[tuple[str, str]]:
    """The kinds of clocks that run, with their names, for a filter."""
    paren = lopende_klokken(wie).order_by("soort", "naam").values_list("soort", "naam").distinct()
    return sorted(dict(paren).items(), key=lambda paar: paar[1])


def ingebrekestellingen(dossier_id: int) -> tuple[Ingebrekestelling, ...]:
    """Every notice in a dossier with its clock, the oldest first."""
    brieven = Ingebrekestelling.objects.filter(dossier_id=dossier_id).select_related("klok")
    return tuple(brieven.order_by("ontvangen_op", "id"))
