"""A long list in parts: a cursor says where the next part begins, in an order that never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet

from .problemen import veldfouten

M = TypeVar("M", bound=Model)
T = TypeVar("T")
STEMPEL = Signer(salt="voordeur.api.cursor")
GEWOON, MEESTE = 50, 100


@dataclass(frozen=True)
class Deel(Generic[T]):
    """A part of a list, and the cursor of the next one; None at the end."""

    rijen: list[T]
    volgende: str | None


def deel(lijst: QuerySet[M, Any], cursor: str | None, aantal: int, *, op: str = "-id") -> Deel[M]:
    """The part of a list after the cursor. `op`: a field that is different in each row. Raises Probleem."""
    veld, dalend = op.removeprefix("-"), op.startswith("-")
    gezocht = lijst.order_by(op)
    if cursor is not None:
        vanaf = _lees(cursor)
        try:
            gezocht = gezocht.filter(Q(**{f"{veld}__{'lt' if dalend else 'gt'}": vanaf}))
        except (ValidationError, ValueError, TypeError):
            raise onbekend() from None
    rijen = list(gezocht[: aantal + 1])
    return _deel(rijen, [getattr(rij, veld) for rij in rijen], aantal)


def deel_van_rij(rijen: Sequence[T], cursor: str | None, aantal: int) -> Deel[T]:
    """The same for a list that is not in the database, by the place in it."""
    vanaf = _lees(cursor) if cursor is not None else 0
    if not isinstance(vanaf, int):
        raise onbekend()
    stuk = list(rijen[vanaf : vanaf + aantal + 1])
    return _deel(stuk, list(range(vanaf + 1, vanaf + 2 + aantal)), aantal)


def _deel(rijen: list[T], plaatsen: Sequence[Any], aantal: int) -> Deel[T]:
    if len(rijen) <= aantal:
        return Deel(rijen, None)
    plaats = plaatsen[aantal - 1]
    return Deel(rijen[:aantal], STEMPEL.sign_object([plaats if isinstance(plaats, int) else str(plaats)]))


def _lees(cursor: str) -> Any:
    try:
        (vanaf,) = STEMPEL.unsign_object(cursor)
    except (BadSignature, ValueError, TypeError):
        raise onbekend() from None
    return vanaf


def onbekend() -> Exception:
    """A cursor that was not handed out here."""
    return veldfouten([("cursor", "Deze cursor kennen wij niet. Begin opnieuw zonder cursor.")])
