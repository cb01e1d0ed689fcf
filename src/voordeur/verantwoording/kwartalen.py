"""A quarter of a year, and the ones around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voordeur.regels.datums import laatste_dag_van_maand

RANGTEL = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True, order=True)
class Kwartaal:
    """Three months of a year; `nummer` is 1 to 4. Raises ValueError on another number."""

    jaar: int
    nummer: int

    def __post_init__(self) -> None:
        if not (1 <= self.nummer <= len(RANGTEL) and date.min.year < self.jaar < date.max.year):
            raise ValueError(f"er is geen kwartaal {self.nummer} van {self.jaar}")

    @property
    def van(self) -> date:
        return date(self.jaar, 3 * self.nummer - 2, 1)

    @property
    def tot(self) -> date:
        """The last day."""
        return laatste_dag_van_maand(self.jaar, 3 * self.nummer)

    @property
    def ervoor(self) -> Kwartaal:
        return Kwartaal(self.jaar, self.nummer - 1) if self.nummer > 1 else Kwartaal(self.jaar - 1, len(RANGTEL))

    @property
    def naam(self) -> str:
        return f"{RANGTEL[self.nummer - 1]} kwartaal van {self.jaar}"


def kwartaal_van(dag: date) -> Kwartaal:
    """The quarter in which a day lies."""
    return Kwartaal(dag.year, (dag.month + 2) // 3)


def begonnen(vandaag: date) -> tuple[Kwartaal, ...]:
    """The quarters of this year and the last that have begun, the newest first."""
    alle = (Kwartaal(jaar, nummer) for jaar in (vandaag.year, vandaag.year - 1) for nummer in (4, 3, 2, 1))
    return tuple(kwartaal for kwartaal in alle if kwartaal.van <= vandaag)
