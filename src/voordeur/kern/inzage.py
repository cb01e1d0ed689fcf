"""A reading that is journaled: who looked at what, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from .actor import Actor, als
from .handeling import VanCollege, voor_wie
from .journaal import schrijf
from .models import Journaalregel

T = TypeVar("T")
P = ParamSpec("P")
D = TypeVar("D", bound=VanCollege)


def inzage(naam: str) -> Callable[..., Any]:
    """Make a query that shows somebody's file a journaled one. Takes who looks, what at, and the legal day `op`."""

    def versier(functie: Callable[Concatenate[Actor, D, P], T]) -> Callable[..., T]:
        @wraps(functie)
        def lees(wie: Actor, doel: D, *delen: P.args, **velden: P.kwargs) -> T:
            op = velden.get("op")
            assert isinstance(op, date)
            with als(wie):
                gezien = functie(wie, doel, *delen, **velden)
                schrijf(
                    wie, naam, op, doel, doel.college_code, "", None,
                    uitslag=Journaalregel.Uitslag.GELEZEN, voor=voor_wie(wie, doel, op),
                )  # fmt: skip
                return gezien

        return lees

    return versier
