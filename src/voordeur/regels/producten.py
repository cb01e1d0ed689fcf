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
    def voorziening(self) -> str: ...

    @property
    def beschermd_wonen(self) -> bool | None: ...


V = TypeVar("V", bound=Vorm)


def met_plekken(producten: Iterable[V], inschaling: Inschaling | None) -> tuple[V, ...]:
    """The products that somebody lives in: what the classification can give, or where there is none, what is BW.

    What the agreement says is no beschermd wonen is help at home, also when the classification can give it.
    """
    if inschaling is None:
        return tuple(product for product in producten if product.beschermd_wonen)
    mogelijk = {regel.arrangement for regel in inschaling.regels}
    return tuple(product for product in producten if product.id in mogelijk and product.beschermd_wonen is not False)


def zonder_plek(producten: Iterable[Vorm], inschaling: Inschaling | None) -> frozenset[str]:
    """The products (ids) that no place can be of: help that comes to somebody's own home.

    What an agreement calls beschermd wonen, or says nothing about, asks for a place. Shelter has beds of its own.
    """
    genoemd = tuple(producten)
    bewoond = {product.id for product in met_plekken(genoemd, inschaling)}
    anders = (product for product in genoemd if product.voorziening != "MO" and product.id not in bewoond)
    # an agreement that names nothing to live in says only of what it calls so that it is no such thing
    return frozenset(
        deel.id for deel in anders if deel.beschermd_wonen is False or (bewoond and not deel.beschermd_wonen)
    )


def huisvestingen(tarieven: Tarieven | None, product: str) -> tuple[str, ...]:
    """The variants of housing that the price table knows for a product, 'excl' and 'incl'; empty when it has none."""
    prijzen = tarieven.prijzen if tarieven is not None else ()
    gevonden = {prijs.huisvesting for prijs in prijzen if prijs.arrangement == product and prijs.huisvesting}
    return tuple(sorted(gevonden))
