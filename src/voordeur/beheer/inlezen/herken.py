"""Which kind of table a file is: by its name, else by its headings."""

from __future__ import annotations

import re
from pathlib import PurePath

from .lezen import BestandNietTeLezen, lees_tabel
from .rij import elk
from .soorten import SOORTEN
from .soorten.basis import Soort
from .toetsen import nette_kop


def soort_van(naam: str, inhoud: bytes) -> str:
    """The id of the kind; empty when it cannot be told."""
    woorden = set(re.split(r"[^a-z]+", PurePath(naam).stem.casefold()))
    genoemd = [soort for soort in SOORTEN if soort in woorden]
    if len(genoemd) == 1:
        return genoemd[0]
    try:
        koppen = {kop for cel in lees_tabel(inhoud)[0][1] if (kop := nette_kop(cel))}
    except BestandNietTeLezen:
        return ""
    past = [soort.id for soort in SOORTEN.values() if _past(soort, koppen)]
    return past[0] if len(past) == 1 else ""


def _past(soort: Soort, koppen: set[str]) -> bool:
    nodig = {veld.naam for veld in soort.velden if veld.verplicht and veld.geldt is elk}
    return nodig <= koppen <= {veld.naam for veld in soort.velden}
