"""What came of checking, as JSON can hold it: counts, faults, every row that is new or changes, what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from typing import Any

from .rij import Fout, Rij, toonbaar
from .soorten import SOORTEN
from .toetsen import velden_van
from .verschil import GEWIJZIGD, NIEUW
from .waarden import als_tekst
from .werkblad import Werkblad


def als_uitslag(blad: Werkblad) -> dict[str, Any]:
    """Of a set that was checked. A BSN is told apart by its end: who looks along need not read it."""
    tellingen, gewijzigd, nieuw, weg = {}, {}, {}, {}
    for soort_id, rijen in blad.rijen.items():
        standen = Counter(rij.stand if rij.goed else "fout" for rij in rijen)
        tellingen[soort_id] = {"rijen": len(rijen), **standen}
        gewijzigd[soort_id] = [_wijziging(rij) for rij in rijen if rij.goed and rij.stand == GEWIJZIGD]
        nieuw[soort_id] = _nieuw(blad, soort_id, (rij for rij in rijen if rij.goed and rij.stand == NIEUW))
        erin = {rij.object for rij in rijen} | blad.op_slot.get(soort_id, set())
        buiten = SOORTEN[soort_id].in_systeem(blad)
        weg[soort_id] = [naam for pk, naam in buiten.items() if pk not in erin]
    fouten = [list(astuple(fout)) for fout in blad.fouten]
    return {
        "tellingen": tellingen, "fouten": fouten, "gewijzigd": gewijzigd, "nieuw": nieuw, "niet_in_bestand": weg
    }  # fmt: skip


def zonder_rijen(uitslag: dict[str, Any]) -> dict[str, Any]:
    """What is kept of it once the set was read in: the rows stand in the system then, and nowhere else."""
    fouten = [list(astuple(replace(Fout(*fout), waarde=""))) for fout in uitslag["fouten"]]
    return uitslag | {"nieuw": {}, "fouten": fouten}


def _nieuw(blad: Werkblad, soort_id: str, rijen: Iterable[Rij]) -> dict[str, Any]:
    """The columns, and by row its number, its key and what stands in each column as people call it."""
    velden = [veld for veld in velden_van(SOORTEN[soort_id], blad.omgeving) if veld.naam != "sleutel"]
    namen = [(veld.naam, veld.keuzes(blad.omgeving) if veld.keuzes else {}) for veld in velden]
    return {
        "kolommen": [naam for naam, _ in namen],
        "rijen": [[rij.nummer, rij.sleutel, [_in_woorden(rij, *kolom) for kolom in namen]] for rij in rijen],
    }


def _in_woorden(rij: Rij, naam: str, namen: Mapping[str, str]) -> str:
    waarde = als_tekst(rij.waarden.get(naam))
    return toonbaar(naam, namen.get(waarde, waarde))


def _wijziging(rij: Rij) -> dict[str, Any]:
    velden = [[naam, oud, toonbaar(naam, nieuw)] for naam, (oud, nieuw) in rij.verschil.items()]
    return {"rij": rij.nummer, "sleutel": rij.sleutel, "velden": velden}
