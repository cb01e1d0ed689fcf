"""Which kinds of beds a region has: the products for shelter of its agreement, else shelter as the law knows it."""

from __future__ import annotations

from datetime import date

from voordeur.kern.queries import regeling_van
from voordeur.toegang.queries import opvangvormen


def soorten_op(regio: str, op: date) -> dict[str, str]:
    """The kinds of beds by id, with their names; never empty."""
    regeling, _ = regeling_van(regio, op)
    return opvangvormen(regeling)
