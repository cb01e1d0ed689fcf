"""What the contract says of every field of every question: its kind, and whether it may be null or absent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# by command and by path, with [] for any place in a list and * for any code, year or number; a ? allows null
VELDEN: dict[str, dict[str, str]] = {
    "toegang": {
        "peildatum": "datum",
        "geboortedatum": "datum?",
        "woonplaats": "code?",
        "lokale_voorziening": "object?",
        "lokale_voorziening.onderzocht": "bool?",
        "lokale_voorziening.volstaat": "bool?",
        "overgangsrecht": "bool?",
        "criteria": "object?",
        "criteria.all-inclusive": "object?",
        "criteria.all-inclusive.*": "bool?",
        "criteria.modulair": "object?",
        "criteria.modulair.*": "bool?",
        "criteria.beschermd-wonen": "object?",
        "criteria.beschermd-wonen.*": "bool?",
    },
    "nieuwe-client": {
        "meldingsdatum": "datum",
        "gemeente": "gemeente",
        "aanvragen": "lijst",
        "aanvragen[]": "datum",
        "gebruik": "lijst",
        "gebruik[]": "object",
        "gebruik[].van": "datum",
        "gebruik[].tot": "datum?",
    },
    "inschaling": {
        "ondersteuning_24_7": "bool",
        "kan_zelf_alarmeren": "bool",
        "zelfstandige_woning": "bool",
        "cluster": "aantal?",
        "werk": "keuze",
    },
    "verreken": {
        "jaar": "jaar",
        "resultaat": "resultaat",
        "reserve": "object",
        "reserve.begin": "bedrag",
        "reserve.plafond": "bedrag",
        "sleutel": "object",
        "sleutel.*": "gewicht",
        "maatregelen": "bedrag",
        "reserve_inzetten": "bool",
        "budget": "bedrag",
        "egalisatie_percentage": "aandeel",
        "rijksbudget": "bedrag",
        "uitvoeringskosten": "bedrag",
        "afwijkend_besluit": "aandeel?",
        "voorzieningen": "bedrag",
    },
    "verdeelmodel": {
        "van": "jaar",
        "tot": "jaar",
        "wlz_uitname": "bedrag",
        "macro": "object",
        "macro.*": "bedrag",
        "voorraad": "object",
        "voorraad.start": "jaar",
        "voorraad.eerste": "gewicht",
        "voorraad.factor": "gewicht",
        "voorraad.einde": "jaar",
        "aandeel": "object",
        "aandeel.historisch": "aandeel",
        "aandeel.objectief": "aandeel",
        "aandeel.van": "jaar",
        "aandeel.tot": "jaar",
        "centrum": "gemeente",
        "sleutel": "object",
        "sleutel.*": "gewicht",
    },
    "sroi": {
        "contractwaarde": "bedrag",
        "jaarwaarde": "bedrag",
        "meegenomen": "bedrag",
        "inzet": "lijst",
        "inzet[]": "object",
        "inzet[].groep": "keuze",
        "inzet[].fte": "gewicht",
        "inzet[].maanden": "aantal",
        "inzet[].looncompensatie": "bedrag",
        "inzet[].bedrag": "bedrag",
        "inzet[].dagdelen": "aantal",
        "inzet[].personen": "aantal",
        "inzet[].plekken": "aantal",
    },
    "stem": {"ronden": "lijst", "ronden[]": "object", "ronden[].*": "keuze"},
    "risico": {
        "eigen_vermogen": "resultaat",
        "resultaten": "object",
        "resultaten.*": "resultaat",
        "omzet": "bedrag",
        "liquiditeit": "object",
        "liquiditeit.current_ratio": "gewicht",
    },
}

# what the contract calls optional, by command; members with a free name (a code, a year) may always be absent
OPTIONEEL: dict[str, set[str]] = {
    "toegang": set(VELDEN["toegang"]) - {"peildatum"},
    "verreken": {"maatregelen", "reserve_inzetten", "afwijkend_besluit"},
    "sroi": {"meegenomen", "inzet[].looncompensatie"},
}
# members with a free name that must be there all the same
VERPLICHT_VRIJ = {"macro.*"}

# JSON as it is written, never right for a field of this kind
TEKST_ROMMEL = ['"x"', '""', '" "', '"\\u0000"', '"null"']
GEEN_WAARDE = ["{}", "[]", "[1]", '{"a": 1}', "[[[[[]]]]]"]
GEEN_GETAL = ["1", "0", "-1", "1.5", "1e5", "1e400", "-1e400", "123456789012345678901234567890"]
GETAL_ROMMEL = ['"+1.00"', '"1e3"', '"1E-3"', '" 1.00"', '"1.00 "', '"1.00\\n"', '"1,00"', '"1_000"', '"１.00"', '"١"']
GETAL_ROMMEL += ['"NaN"', '"Infinity"', '"-Infinity"', '"."', '"1."', '".5"', '"0x10"', '"- 1"', '"--1"', '"1.0.0"']
BOOL = ["true", "false"]
GEEN_TEKST = [*GEEN_WAARDE, *GEEN_GETAL, *BOOL]
NEGATIEF = ['"-1.00"', '"-0.01"', '"-1"']
BEDRAG_ROMMEL = [*GEEN_TEKST, *TEKST_ROMMEL, *GETAL_ROMMEL, '"1.234"', '"1.000"']
FOUT: dict[str, list[str]] = {
    "datum": [
        *(*GEEN_TEKST, *TEKST_ROMMEL, "20260101", '"2026-02-30"', '"2026-02-29"', '"2026-13-01"', '"2026-1-1"'),
        *('"20260101"', '"2026-01-01T00:00:00"', '" 2026-01-01"', '"2026-01-01 "', '"2026-01-01\\n"', '"2026-W01-1"'),
        *('"２０２６-01-01"', '"0000-01-01"', '"+2026-01-01"', '"01-01-2026"', '"12026-01-01"', '"-2026-01-01"'),
    ],
    "code": [*GEEN_TEKST, *TEKST_ROMMEL, '"153"', '"01530"', '"０１５３"', '"0153 "', '"015a"', '"-153"', '"0153\\n"'],
    "bool": [*GEEN_WAARDE, *GEEN_GETAL, *TEKST_ROMMEL, '"true"', '"ja"'],
    "lijst": [*GEEN_WAARDE[2:], "{}", *GEEN_GETAL, *BOOL, *TEKST_ROMMEL],
    "object": [*GEEN_WAARDE[1:], *GEEN_GETAL, *BOOL, *TEKST_ROMMEL],
    "keuze": [*GEEN_TEKST, *TEKST_ROMMEL, '"VOOR"', '"Wajong"', '"voor "', '"licht"'],
    "bedrag": [*BEDRAG_ROMMEL, *NEGATIEF],
    "resultaat": [*BEDRAG_ROMMEL, '"-1.234"', '"-"', '"+-1"', '"−1.00"'],
    "gewicht": [*GEEN_TEKST, *TEKST_ROMMEL, *GETAL_ROMMEL, *NEGATIEF],
    "aandeel": [*GEEN_TEKST, *TEKST_ROMMEL, *GETAL_ROMMEL, *NEGATIEF, '"1.01"', '"2"', '"5%"'],
    "aantal": [*GEEN_WAARDE, *BOOL, *TEKST_ROMMEL, '"1"', "1.0", "1e0", "1.5", "-1", "1e400"],
}
FOUT["gemeente"] = [*FOUT["code"], '"9999"', '"0153"']
FOUT["jaar"] = [*FOUT["aantal"], "0", "10000", "123456789012345678901234567890"]


def opdracht_van(naam: str) -> str:
    return naam.split(maxsplit=1)[0]


def patroon(pad: str) -> str:
    """A path with its places and free names left open."""
    return re.sub(r"\.[0-9]{1,4}(?=\.|$)", ".*", re.sub(r"\[[0-9]+\]", "[]", pad))


def soort(naam: str, pad: str) -> str:
    return VELDEN[opdracht_van(naam)][patroon(pad)]


def mag_weg(naam: str, pad: str) -> bool:
    vorm = patroon(pad)
    if vorm in VERPLICHT_VRIJ:
        return False
    return vorm.endswith(("*", "]")) or vorm in OPTIONEEL.get(opdracht_van(naam), set())


def paden(waarde: Any, pad: str = "") -> Iterator[str]:
    """The path of every member of a question, from the outside in."""
    delen: list[tuple[str, Any]] = []
    if isinstance(waarde, dict):
        delen = [(f"{pad}.{naam}" if pad else naam, deel) for naam, deel in waarde.items()]
    elif isinstance(waarde, list):
        delen = [(f"{pad}[{plek}]", deel) for plek, deel in enumerate(waarde)]
    for naam, deel in delen:
        yield naam
        yield from paden(deel, naam)


def objecten(waarde: Any, pad: str = "") -> Iterator[str]:
    """The path of every object in a question; the question itself has an empty path."""
    if isinstance(waarde, dict):
        yield pad
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for naam, deel in delen:
        yield from objecten(deel, f"{pad}[{naam}]" if isinstance(naam, int) else f"{pad}.{naam}".lstrip("."))


def schrijf(
    waarde: Any,
    *,
    rauw: dict[str, str] | None = None,
    weg: str = "",
    extra: dict[str, str] | None = None,
    pad: str = "",
) -> str:
    """A question as JSON, with raw text at some paths, one member left out, or raw members added to an object."""
    if rauw and pad in rauw:
        return rauw[pad]
    anders: dict[str, Any] = {"rauw": rauw, "weg": weg, "extra": extra}
    if isinstance(waarde, dict):
        leden = [(naam, f"{pad}.{naam}" if pad else naam, deel) for naam, deel in waarde.items()]
        tekst = [f"{json.dumps(naam)}: {schrijf(deel, pad=p, **anders)}" for naam, p, deel in leden if p != weg]
        return "{" + ", ".join([*tekst, *([extra[pad]] if extra and pad in extra else [])]) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(schrijf(deel, pad=f"{pad}[{n}]", **anders) for n, deel in enumerate(waarde)) + "]"
    return json.dumps(waarde)
