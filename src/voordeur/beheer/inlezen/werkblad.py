"""Everything of a set on one table: the rows of its files, and what is known by key from earlier."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from voordeur.toegang.models import Dossier

from ..models import Inleesdaad, Inleessleutel
from .kluis import INDEX, blind, geheim_van
from .omgeving import Omgeving
from .rij import Fout, Rij
from .waarden import als_tekst

INHOUD = "inhoud"


class Bekend(NamedTuple):
    """What a key stands for: an object, and the blind content that was read in last."""

    object: str
    inhoud: str


@dataclass
class Werkblad:
    """The rows by kind in the order of their files; `gemaakt`: the object of each row once it was written.

    `op_slot`: by kind the objects about people whom a file tells nothing about.
    """

    omgeving: Omgeving
    rijen: dict[str, list[Rij]] = field(default_factory=dict)
    bestandsfouten: list[Fout] = field(default_factory=list)
    gemaakt: dict[tuple[str, str], str] = field(default_factory=dict)
    gevonden: dict[tuple[str, str], str] = field(default_factory=dict)
    op_slot: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def bekend(self) -> dict[str, dict[str, Bekend]]:
        """Every key of the region by kind and blind index."""
        alle: dict[str, dict[str, Bekend]] = {}
        velden = ("soort", "index", "object", "inhoud")
        for soort, index, object_, inhoud in Inleessleutel.objects.values_list(*velden):
            alle.setdefault(soort, {})[index] = Bekend(object_, inhoud)
        return alle

    @cached_property
    def gelezen_versies(self) -> dict[str, int]:
        """By dossier the version that it had after it was read in last."""
        daden = Inleesdaad.objects.filter(soort="besluiten", versie__isnull=False).order_by("id")
        return {object_: versie or 0 for object_, versie in daden.values_list("object", "versie")}

    @cached_property
    def dossierversies(self) -> dict[str, int]:
        """By dossier that was read in the version that it has now."""
        gevonden = Dossier.objects.filter(pk__in=nummers(self.gelezen_versies)).values_list("pk", "versie")
        return {str(pk): versie for pk, versie in gevonden}

    @cached_property
    def _op_sleutel(self) -> dict[tuple[str, str], Rij]:
        return {(soort, rij.sleutel): rij for soort, rijen in self.rijen.items() for rij in rijen}

    @cached_property
    def _geheim(self) -> bytes:
        return geheim_van(self.omgeving.regio)

    @cached_property
    def _indexen(self) -> dict[tuple[str, str], str]:
        return {}

    def rij(self, soort: str, sleutel: str) -> Rij | None:
        """The row of a key in the files of this set."""
        return self._op_sleutel.get((soort, sleutel))

    def index(self, soort: str, sleutel: str) -> str:
        """The blind index of a key."""
        vak = (soort, sleutel)
        if vak not in self._indexen:
            self._indexen[vak] = blind(self._geheim, INDEX, soort, sleutel)
        return self._indexen[vak]

    def eerder(self, soort: str, sleutel: str) -> Bekend | None:
        """What was read in before by this key."""
        return self.bekend.get(soort, {}).get(self.index(soort, sleutel))

    def object(self, soort: str, sleutel: str) -> str:
        """The object of a key: written just now, known from earlier, or found by what it is; empty when none."""
        vak = (soort, sleutel)
        eerder = self.eerder(soort, sleutel)
        return self.gemaakt.get(vak) or (eerder.object if eerder else "") or self.gevonden.get(vak, "")

    def objecten(self, soort: str, sleutels: Iterable[str]) -> set[str]:
        """The objects that these keys already have."""
        return {gevonden for sleutel in sleutels if (gevonden := self.object(soort, sleutel))}

    def inhoud(self, rij: Rij) -> str:
        """The blind content of a row: the same for the same values, and not to be read."""
        waarden = {naam: als_tekst(waarde) for naam, waarde in sorted(rij.waarden.items())}
        return blind(self._geheim, INHOUD, rij.soort, json.dumps(waarden, ensure_ascii=False))

    @property
    def alle(self) -> list[Rij]:
        return [rij for rijen in self.rijen.values() for rij in rijen]

    @property
    def fouten(self) -> list[Fout]:
        """Every fault of every row and file, in the order of the files."""
        return self.bestandsfouten + [fout for rij in self.alle for fout in rij.fouten]


def nummers(objecten: Collection[str]) -> list[int]:
    """Ids of the database from the text in which they are kept."""
    return [int(deel) for deel in objecten if deel.isdecimal()]


def per(rijen: Iterable[Rij], veld: str) -> Mapping[Any, list[Rij]]:
    """Rows by the value of a field; those without one are left out."""
    groepen: dict[Any, list[Rij]] = {}
    for rij in rijen:
        if (waarde := rij.waarden.get(veld)) not in (None, ""):
            groepen.setdefault(waarde, []).append(rij)
    return groepen
