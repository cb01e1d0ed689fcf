"""Which kind of table a file is: by its name, else by its headings."""

from __future__ import annotations

import re
from pathlib import PurePath

from .lezen import BestandNietTeLezen, lees_tabel
from .soorten import SOORTEN
from .toetsen import nette_kop, past

GEEN_EXCEL = "{} is geen Excel-bestand, al heet het zo. Bewaar het opnieuw als .xlsx of als CSV."


def is_geen_excel(naam: str, inhoud: bytes) -> bool:
    """Whether something else was given the name of an Excel file."""
    return naam.casefold().endswith(".xlsx") and not inhoud.startswith(b"PK")


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
    kan = [soort.id for soort in SOORTEN.values() if past(soort, koppen)]
    return kan[0] if len(kan) == 1 else ""
