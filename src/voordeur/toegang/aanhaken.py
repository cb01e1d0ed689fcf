"""How a subject of the way in joins the page of a dossier: with tasks of its own and with a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from voordeur.schermen.bouwstenen import Taak
from voordeur.schermen.verzoek import Verzoek

from .queries import Dossierbeeld

Waar = Literal["midden", "naast"]


@dataclass(frozen=True)
class Kaart:
    """A card on the page of a dossier. `sjabloon` is shown with `inhoud` and nothing else; `id` is that of its heading.

    `waar`: "midden" among the tasks and the reasoning, "naast" among the terms and the data.
    """

    id: str
    kop: str
    sjabloon: str
    inhoud: dict[str, Any] = field(default_factory=dict)
    waar: Waar = "midden"


Kaartmaker = Callable[[Verzoek, Dossierbeeld], Kaart | None]
Takenmaker = Callable[[Verzoek, Dossierbeeld], Iterator[Taak]]
KAARTEN: list[Kaartmaker] = []
TAKEN: list[Takenmaker] = []


def kaart(maker: Kaartmaker) -> Kaartmaker:
    """Let a function make a card, or none, for a dossier that somebody of the college opens.

    It asks the database as often for a full dossier as for an empty one; what `beeld` holds is there already.
    """
    KAARTEN.append(maker)
    return maker


def taken(maker: Takenmaker) -> Takenmaker:
    """Let a function add to what there is to do in a dossier; only for who works on it."""
    TAKEN.append(maker)
    return maker


def kaarten_van(request: Verzoek, beeld: Dossierbeeld) -> tuple[Kaart, ...]:
    """Every card for this dossier, in the order in which their subjects are loaded."""
    return tuple(gemaakt for maker in KAARTEN if (gemaakt := maker(request, beeld)) is not None)


def taken_van(request: Verzoek, beeld: Dossierbeeld) -> tuple[Taak, ...]:
    """What the subjects add to what there is to do."""
    return tuple(taak for maker in TAKEN for taak in maker(request, beeld))
