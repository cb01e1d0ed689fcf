"""Which products of an agreement a place can be of, and where its price table tells housing apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from .inschaling import Inschaling
from .tarief import Tarieven


class Vorm(Protocol):
    """A product as this rule sees it."""

    @property
    def id(self) -> str: ...

    @property
    def beschermd_wonen(self) -> bool | None: ...


V = TypeVar("V", bound=Vorm)


def met_plekken(producten: Iterable[V], inschaling: Inschaling | None) -> tuple[V, ...]:
    """The products that somebody lives in: what the classification can give, or where there is none, what is BW."""
    if inschaling is None:
        return tuple(product for product in producten if product.beschermd_wonen)
    mogelijk = {regel.arrangement for regel in inschaling.regels}
    return tuple(product for product in producten if product.id in mogelijk)


def huisvestingen(tarieven: Tarieven | None, product: str) -> tuple[str, ...]:
    """The variants of housing that the price table knows for a product, 'excl' and 'incl'; empty when it has none."""
    prijzen = tarieven.prijzen if tarieven is not None else ()
    gevonden = {prijs.huisvesting for prijs in prijzen if prijs.arrangement == product and prijs.huisvesting}
    return tuple(sorted(gevonden))
