"""What a file is read against: the region, its agreement and its lists on the day of reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from voordeur.kern.queries import centrum, gemeentenamen, regeling_van
from voordeur.regelingen.schema import Regeling
from voordeur.regels.producten import met_plekken
from voordeur.toegang.feiten import genoemde_vormen


@dataclass
class Omgeving:
    """A region on a day."""

    regio: str
    op: date
    regeling: Regeling
    gemeenten: Mapping[str, str] = field(default_factory=dict)
    centrum: str = ""

    @cached_property
    def vormen(self) -> dict[str, str]:
        """The forms that a decision can name, by id."""
        regeling = self.regeling
        if regeling.toegang is not None:
            return {vorm.id: vorm.naam for vorm in regeling.toegang.vormen}
        return genoemde_vormen(regeling, "BW")

    @cached_property
    def arrangementen(self) -> dict[str, str]:
        """The arrangements of the agreement by id; empty when it has none."""
        tabel = self.regeling.inschaling
        return {regel.arrangement: regel.naam for regel in tabel.regels} if tabel else {}

    @cached_property
    def zwaarten(self) -> dict[str, str]:
        """The weights of the agreement; empty when it has none."""
        tabel = self.regeling.inschaling
        return {zwaarte: zwaarte for zwaarte in sorted(set(tabel.zwaarte_bij_werk.values()))} if tabel else {}

    @cached_property
    def plekproducten(self) -> dict[str, str]:
        """What a place can be of, by id: the arrangements, or the forms in which people live."""
        regeling = self.regeling
        namen = {product.id: product.naam for product in met_plekken(regeling.producten, regeling.inschaling)}
        return namen or self.vormen


def omgeving_van(regio: str, op: date) -> Omgeving:
    """The surroundings of a region on a day, asked from the database. Raises Onberekenbaar without an agreement."""
    regeling, _ = regeling_van(regio, op)
    return Omgeving(regio, op, regeling, gemeentenamen(regio), centrum(regio).code)
