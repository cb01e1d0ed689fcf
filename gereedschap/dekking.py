"""Writing which provisions the test run has proven: for the command and for the reader of the docs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from voordeur.regelingen.dekking import BESTAND, bewezen_bepalingen
from voordeur.regelingen.laden import ids, map_van_regelingen, nieuwste

from .merken import WORTEL

DOCUMENT = WORTEL / "docs" / "dekking.md"


def schrijf_dekking(bewezen: Iterable[str]) -> None:
    """Write the coverage file of the package and the page in the docs; unchanged files are left alone."""
    tekst = json.dumps({"bewezen": sorted(bewezen)}, indent=1) + "\n"
    _schrijf(map_van_regelingen() / BESTAND, tekst)
    _schrijf(DOCUMENT, "\n".join(pagina(bewezen_bepalingen())) + "\n")


def _schrijf(bestand: Path, tekst: str) -> None:
    if not bestand.exists() or bestand.read_text("utf-8") != tekst:
        bestand.write_text(tekst, "utf-8")


def pagina(bewezen: frozenset[str]) -> Iterator[str]:
    """The page in the docs: a table of numbers, then every provision with its state."""
    yield "# Coverage of the provisions"
    yield ""
    yield "Written by the test run (`make test`); do not edit. A provision is proven when a test with its mark passes,"
    yield "and fails once the provision is taken out of its agreement (`make bewijs`)."
    yield ""
    yield "| agreement | provisions | a record is enough | proven |"
    yield "|---|---|---|---|"
    for id_ in ids():
        bepalingen = nieuwste(id_).bepalingen
        licht = sum(bepaling.licht for bepaling in bepalingen.values())
        aantal = sum(f"{id_}/{naam}" in bewezen for naam in bepalingen)
        yield f"| {id_} | {len(bepalingen)} | {licht} | {aantal} |"
    for id_ in ids():
        yield ""
        yield f"## {id_}"
        yield ""
        for naam, bepaling in nieuwste(id_).bepalingen.items():
            vakje = "x" if f"{id_}/{naam}" in bewezen else " "
            soort = f"{bepaling.soort}, licht" if bepaling.licht else bepaling.soort
            yield f"- [{vakje}] `{id_}/{naam}` ({soort}; {bepaling.vindplaats}): {bepaling.kern}"
