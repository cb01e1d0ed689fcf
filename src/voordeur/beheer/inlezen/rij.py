"""A row of a file, what can be wrong with it, and a field of a kind of table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .omgeving import Omgeving


class Leesfout(Exception):
    """A cell that cannot be taken in: what is wrong, why, and what then, in Dutch."""

    def __init__(self, wat: str, waarom: str, dan: str) -> None:
        self.wat, self.waarom, self.dan = wat, waarom, dan
        super().__init__(wat)


@dataclass(frozen=True, order=True)
class Fout:
    """Something wrong in a file: at which row (0: the file itself) and field."""

    soort: str
    rij: int
    veld: str
    wat: str
    waarom: str
    dan: str


Lezer = Callable[[str, "Omgeving"], Any]
Keuzes = Callable[["Omgeving"], Sequence[str]]


def elk(_: Omgeving) -> bool:
    """A field that every region has."""
    return True


@dataclass(frozen=True)
class Veld:
    """A column: its heading, what it means, an example; `naar`: the kind of table whose key stands in it.

    `keuzes`: what may stand in it in this region. `geldt`: whether this region has the column at all.
    """

    naam: str
    uitleg: str
    voorbeeld: str
    lees: Lezer
    verplicht: bool = True
    naar: str = ""
    keuzes: Keuzes | None = None
    geldt: Callable[[Omgeving], bool] = elk


@dataclass
class Rij:
    """One row: its number as a spreadsheet shows it, its key, and the values that could be read."""

    soort: str
    nummer: int
    cellen: dict[str, str]
    waarden: dict[str, Any] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)
    # filled when it is compared with what there is
    object: str = ""
    stand: str = ""
    verschil: dict[str, tuple[str | None, str]] = field(default_factory=dict)

    @property
    def sleutel(self) -> str:
        return str(self.waarden.get("sleutel", ""))

    @property
    def goed(self) -> bool:
        return not self.fouten

    def fout(self, veld: str, wat: str, waarom: str, dan: str) -> None:
        """Note something wrong, once."""
        fout = Fout(self.soort, self.nummer, veld, wat, waarom, dan)
        if fout not in self.fouten:
            self.fouten.append(fout)


def niet_met_bestand(rij: Rij) -> None:
    """Note that a row cannot go in, in the same words whatever the reason: that is for who may see the dossier."""
    rij.fout("sleutel", "Deze rij kan niet worden ingelezen.", "Iemand werkte er al aan, of u mag dit niet zien.",
             "Laat de rij weg, of vraag een teamleider.")  # fmt: skip
