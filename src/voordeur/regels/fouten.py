"""Why a rule could not give an answer. Each error composes its own Dutch sentence."""

from __future__ import annotations

from typing import TypeVar

R = TypeVar("R")


class Onberekenbaar(Exception):
    """The root: a question to which no outcome can be given."""


class OngeldigFeit(Onberekenbaar):
    """A fact that cannot be true or does not fit; `veld` is the path to it in the question."""

    def __init__(self, veld: str, melding: str) -> None:
        self.veld = veld
        self.melding = melding
        super().__init__(f"{veld}: {melding}" if veld else melding)


class RegelOntbreekt(Onberekenbaar):
    """The agreement has no such rule; nothing is skipped in silence."""

    def __init__(self, wat: str) -> None:
        self.wat = wat
        super().__init__(f"deze regeling kent geen {wat}")


class DatumBuitenKalender(Onberekenbaar):
    """A computed day falls before the year 1 or after the year 9999."""

    def __init__(self) -> None:
        super().__init__("de uitkomst valt buiten de kalender (jaar 1 tot en met 9999)")


def eis(regel: R | None, wat: str) -> R:
    """The part of the agreement that the computation needs. Raises RegelOntbreekt."""
    if regel is None:
        raise RegelOntbreekt(wat)
    return regel
