"""A row of a file, what can be wrong with it, and a field of a kind of table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .omgeving import Omgeving

BSN, LEESBAAR, GETOOND = "bsn", 3, 40
NEGEN_CIJFERS = re.compile(r"\d(?:[ .]?\d){8}")


class Leesfout(Exception):
    """A cell that cannot be taken in: what is wrong, why, and what then, in Dutch."""

    def __init__(self, wat: str, waarom: str, dan: str) -> None:
        self.wat, self.waarom, self.dan = wat, waarom, dan
        super().__init__(wat)


@dataclass(frozen=True, order=True)
class Fout:
    """Something wrong in a file: at which row (0: the file itself) and field, and what stands there.

    `gevolg`: it is wrong only because another row is, which `wat` names.
    """

    soort: str
    rij: int
    veld: str
    wat: str
    waarom: str
    dan: str
    waarde: str = ""
    gevolg: bool = False

    @property
    def waar(self) -> str:
        """Where it is, in words."""
        rij, veld = f", rij {self.rij}" if self.rij else "", f", {self.veld}" if self.veld else ""
        return f"{self.soort.capitalize()}{rij}{veld}"


Lezer = Callable[[str, "Omgeving"], Any]
# by what is written in the file how it is called
Keuzes = Callable[["Omgeving"], Mapping[str, str]]


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

    def fout(self, veld: str, wat: str, waarom: str, dan: str, *, gevolg: bool = False) -> None:
        """Note something wrong, once."""
        waarde = als_getoond(veld, self.cellen.get(veld, ""))
        fout = Fout(self.soort, self.nummer, veld, wat, waarom, dan, waarde, gevolg)
        if fout not in self.fouten:
            self.fouten.append(fout)


def toonbaar(veld: str, waarde: str) -> str:
    """A value for whoever looks along; what can be a BSN is told apart by its end."""
    is_bsn = veld == BSN or NEGEN_CIJFERS.fullmatch(waarde)
    return f"eindigt op {waarde[-LEESBAAR:]}" if is_bsn and waarde else waarde


def als_getoond(veld: str, cel: str) -> str:
    """What stands in a cell that is wrong, short and without signs that cannot be shown."""
    schoon = toonbaar(veld, "".join(teken for teken in cel if teken.isprintable()))
    return schoon if len(schoon) <= GETOOND else f"{schoon[:GETOOND]}…"


def niet_met_bestand(rij: Rij) -> None:
    """Note that a row cannot go in, in the same words whatever the reason: that is for who may see the dossier."""
    rij.fout("sleutel", "Deze rij kan niet worden ingelezen.", "Iemand werkte er al aan, of u mag dit niet zien.",
             "Laat de rij weg, of vraag een teamleider.")  # fmt: skip
