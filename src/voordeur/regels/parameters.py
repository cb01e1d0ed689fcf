"""Dated parameters: the value of something on a day, or the plain word that it was left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .datums import geldende
from .fouten import Onberekenbaar, RegelOntbreekt
from .uitkomst import Gronden, Uitkomst, stap


class ParameterOpen(Onberekenbaar):
    """The source leaves this open and no decision has filled it in."""

    def __init__(self, naam: str, reden: str) -> None:
        self.naam = naam
        self.reden = reden
        super().__init__(f"{naam} is niet ingevuld: {reden}")


Soort = Literal["tekst", "getal", "bedrag", "aandeel", "datum", "per_jaar", "per_gemeente"]


@dataclass(frozen=True)
class OpenParameter:
    """Something that the source leaves open, and why; a region fills it in by a decision of its own.

    `soort`: what a value looks like; without it that is the field of the file with this name, else text. `titel`: its
    name for people; `waarvoor`: what it is for, in a sentence; `eenheid`: what a value is in ("€ per dag", "%").
    """

    naam: str
    reden: str
    grond: Gronden
    nagezien: date | None = None
    soort: Soort | None = None
    titel: str = ""
    waarvoor: str = ""
    eenheid: str = ""


@dataclass(frozen=True)
class Parameter:
    """A value from a day on. `status`: fixed by the source, a plan, an intention, an example, or set by the region."""

    naam: str
    wat: str
    waarde: str
    eenheid: str
    grond: Gronden
    vanaf: date | None = None
    tot: date | None = None
    status: Literal["vast", "plan", "voornemen", "voorbeeld", "geschiedenis", "lokaal"] = "vast"


def parameter_op(parameters: Sequence[Parameter], open_: Sequence[OpenParameter], naam: str, op: date) -> Uitkomst[str]:
    """The value on a day, as the source wrote it. Raises ParameterOpen or RegelOntbreekt."""
    deel = geldende((deze for deze in parameters if deze.naam == naam), op)
    if deel is not None:
        gezet = stap("parameter.waarde", deel.grond, wat=deel.wat, waarde=deel.waarde, eenheid=deel.eenheid, op=op)
        status = [] if deel.status == "vast" else [stap(f"parameter.{deel.status}", deel.grond)]
        return Uitkomst(deel.waarde, (gezet, *status))
    for gat in open_:
        if gat.naam == naam:
            raise ParameterOpen(naam, gat.reden)
    raise RegelOntbreekt(f"parameter {naam} op {op}")
