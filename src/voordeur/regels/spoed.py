"""Urgent help: the demands of the agreement where it has them, else those of the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .uitkomst import Uitkomst
from .vereisten import Eis, Toets, Vereisten, toets_vereisten

SPOED, GOEDKEURING = "spoed", "goedkeuring"
# Wmo 2.3.3: a temporary facility at once after the report, while the investigation goes on
VAN_DE_WET = Vereisten(
    SPOED, "Spoed", ("wmo/2.3.3",), (Eis("spoedeisend", "de inwoner kan niet wachten op het onderzoek"),)
)


def spoedeisen(vereisten: Sequence[Vereisten]) -> Vereisten:
    """The demands on an urgent procedure."""
    return next((deel for deel in vereisten if deel.id == SPOED), VAN_DE_WET)


def vraagt_goedkeuring(eisen: Vereisten) -> bool:
    """Whether somebody has to consent apart from who asks."""
    return any(eis.id == GOEDKEURING for eis in eisen.eisen)


def kan_met_spoed(eisen: Vereisten, feiten: Mapping[str, bool | None]) -> Uitkomst[Toets]:
    """Whether everything but the consent itself is there: it is tested as if that were given."""
    gegeven = {GOEDKEURING: True} if vraagt_goedkeuring(eisen) else {}
    return toets_vereisten(eisen, {**feiten, **gegeven})
