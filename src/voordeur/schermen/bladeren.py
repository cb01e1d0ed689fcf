"""A long list in pages; what was chosen in the filter stays in the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

T = TypeVar("T")
M = TypeVar("M", bound=Model)
PER_BLAD = 25
BLAD = "blad"


@dataclass(frozen=True)
class Blad(Generic[T]):
    """One page: its rows, its number from 1, how many pages and rows there are; `vorige`, `volgende`: addresses."""

    rijen: tuple[T, ...]
    nummer: int
    bladen: int
    totaal: int
    vorige: str
    volgende: str


def blad(request: HttpRequest, lijst: QuerySet[M, Any] | Sequence[Any], per: int = PER_BLAD) -> Blad[Any]:
    """The page that the address asks for; a number that is not there gives the nearest one."""
    pagina = Paginator(lijst, per).get_page(request.GET.get(BLAD))
    vorige = _adres(request, pagina.number - 1) if pagina.has_previous() else ""
    volgende = _adres(request, pagina.number + 1) if pagina.has_next() else ""
    return Blad(
        tuple(pagina.object_list), pagina.number, pagina.paginator.num_pages, pagina.paginator.count, vorige, volgende
    )


def _adres(request: HttpRequest, nummer: int) -> str:
    vraag = request.GET.copy()
    vraag[BLAD] = str(nummer)
    return f"{request.path}?{vraag.urlencode()}"
