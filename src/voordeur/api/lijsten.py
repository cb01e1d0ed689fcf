"""Endpoints that give a list, one call each: the same cursor, the same headers, a filter by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any, TypeVar

from django.db.models import QuerySet
from ninja import Query, Router

from .beschrijving import punt
from .bladeren import deel, deel_van_rij
from .deur import Vraag
from .invoer import Aantal, Cursor, Lijst, Uitvoer
from .stappen import soort_van_deel

R = TypeVar("R", bound=Uitvoer)


def filter_op(soort: Any, tekst: str, **eisen: Any) -> Any:
    """What a list can be narrowed to; left out it is everything."""
    veld: Any = Query(None, description=tekst, **eisen)  # type: ignore[type-arg]
    return soort | None, veld


def lijst(
    router: Router, pad: str, *, id: str, kop: str, scherm: str, rij: type[Uitvoer], zoek: Callable[..., Any],
    maak: Callable[..., Uitvoer], op: str = "-id", **filters: Any,
) -> None:  # fmt: skip
    """A list by cursor. `zoek`: by request, parts of the address and filters, a query or a row of things; `maak`: one
    of them as it goes out; `op`: the field of its order.
    """

    def roep(request: Vraag, cursor: str | None, aantal: int, **velden: Any) -> Any:
        gezocht = zoek(request, **velden)
        if isinstance(gezocht, QuerySet):
            gevonden: Any = deel(gezocht, cursor, aantal, op=op)
        else:
            gevonden = deel_van_rij(gezocht, cursor, aantal)
        return Lijst[rij](items=[maak(deze) for deze in gevonden.rijen], volgende=gevonden.volgende)  # type: ignore[valid-type]

    namen = {naam: (soort_van_deel(naam), Parameter.empty) for naam in re.findall(r"{(\w+)}", pad)}
    namen |= {naam: (soort, vraag) for naam, (soort, vraag) in filters.items()}
    delen = [Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=Vraag)]
    for naam, (soort, leeg) in {**namen, "cursor": (Cursor, None), "aantal": (Aantal, 50)}.items():
        delen.append(Parameter(naam, Parameter.KEYWORD_ONLY, annotation=soort, default=leeg))
    roep.__signature__ = Signature(delen)  # type: ignore[attr-defined]
    roep.__name__ = roep.__qualname__ = id
    punt(router, "GET", pad, id=id, kop=kop, antwoord=Lijst[rij], scherm=scherm)(roep)  # type: ignore[valid-type]


def uit(rij: type[R], deze: Any, **anders: Any) -> R:
    """A row with the fields that it has by the same name, and those that are made otherwise."""
    return rij(**{naam: anders[naam] if naam in anders else getattr(deze, naam) for naam in rij.model_fields})
