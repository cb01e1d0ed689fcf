"""Which provisions are proven: counted from the file that the test run writes into the package."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from voordeur.regels.uitkomst import Uitkomst, stap

from .laden import ids, nieuwste

BESTAND = "dekking.json"


@dataclass(frozen=True)
class Dekking:
    """The numbers over all agreements; `open` lists the provisions that no test proves."""

    bepalingen: int
    licht: int
    bewezen: int
    per_regeling: Mapping[str, Mapping[str, int]]
    open: tuple[str, ...]


def bewezen_bepalingen() -> frozenset[str]:
    """The ids that the last whole test run proved."""
    return frozenset(json.loads(files(__package__).joinpath(BESTAND).read_text("utf-8"))["bewezen"])


def alle_bepalingen() -> dict[str, bool]:
    """Every provision by id, in the order of the sources, and whether a record is enough for it."""
    return {f"{id_}/{naam}": bepaling.licht for id_ in ids() for naam, bepaling in nieuwste(id_).bepalingen.items()}


def tel_dekking() -> Uitkomst[Dekking]:
    """Count the provisions that are proven, in all and for each agreement."""
    alle, bewezen = alle_bepalingen(), bewezen_bepalingen()
    per_regeling = {
        id_: {
            "bepalingen": sum(1 for naam in alle if naam.startswith(f"{id_}/")),
            "bewezen": sum(1 for naam in alle if naam.startswith(f"{id_}/") and naam in bewezen),
        }
        for id_ in ids()
    }
    open_ = tuple(naam for naam in alle if naam not in bewezen)
    dekking = Dekking(len(alle), sum(alle.values()), len(alle) - len(open_), per_regeling, open_)
    return Uitkomst(dekking, (stap("dekking.geteld", (), bepalingen=dekking.bepalingen, bewezen=dekking.bewezen),))
