"""`make regels`: the five agreements on the figures of their own sources, with the reasoning."""

from __future__ import annotations

import shlex
import sys

from voordeur.cli.hoofd import voer_uit

from .merken import WORTEL

DEMO = (
    (
        "Vijf regelingen, elk een bestand dat rekent",
        ("regeling lijst",),
    ),
    (
        "Enschede: iemand meldt zich. Past beschermd wonen, en wat is nog onbekend?",
        ("toegang toets enschede --invoer docs/voorbeelden/toegang-enschede.json",),
    ),
    (
        "De wet: wanneer moet het onderzoek klaar zijn? (Hemelvaart en een dag die bij besluit dicht is)",
        ("termijn onderzoek --start 2026-04-02",),
    ),
    (
        "Drechtsteden: welk arrangement past, en wat kost het volgens de eigen tabel?",
        (
            "inschaling drechtsteden --invoer docs/voorbeelden/inschaling-drechtsteden.json",
            "tarief drechtsteden --arrangement een-op-een --zwaarte midden --huisvesting excl --op 2018-01-01",
        ),
    ),
    (
        "Zuidoost-Drenthe: is deze cliënt nieuw, en wie is verantwoordelijk?",
        ("nieuwe-client boce --invoer docs/voorbeelden/nieuwe-client-boce.json",),
    ),
    (
        "Zuidoost-Drenthe: het groeipad van het budget uit bijlage II (een plan dat nooit inging)",
        ("verdeelmodel boce",),
    ),
    (
        "Enschede: een overschot, een reserve met een grens, en acht gemeenten (voorbeeldbedragen)",
        ("verreken enschede --invoer docs/voorbeelden/verreken-enschede.json",),
    ),
    (
        "Almelo: een tekort, met een egalisatiereserve (voorbeeldbedragen; het percentage staat niet in de bron)",
        ("verreken almelo --invoer docs/voorbeelden/verreken-almelo.json",),
    ),
    (
        "IJssel-Vecht: hoogstens 5,1% voor de uitvoering, de rest volgens een vaste sleutel (voorbeeldbedragen)",
        (
            "verreken ijsselvecht --invoer docs/voorbeelden/verreken-ijsselvecht.json",
            "stem ijsselvecht --invoer docs/voorbeelden/stem-ijsselvecht.json",
        ),
    ),
    (
        "Een vraag waarvoor een regeling geen regel heeft, krijgt dat als antwoord",
        ("verreken boce --invoer docs/voorbeelden/verreken-enschede.json",),
    ),
    (
        "Hoeveel bepalingen zijn bewezen?",
        ("dekking",),
    ),
)
# the one command of the demo that shows a refusal
WEIGERING = "verreken boce"


def main() -> int:
    """Run the demo; the exit code is 0 when every command answered as it should."""
    mislukt = 0
    for kop, opdrachten in DEMO:
        print(f"\n{'=' * 100}\n{kop}\n{'=' * 100}")
        for opdracht in opdrachten:
            print(f"\n$ voordeur {opdracht}\n", flush=True)
            delen = [str(WORTEL / deel) if deel.startswith("docs/") else deel for deel in shlex.split(opdracht)]
            verwacht = 2 if opdracht.startswith(WEIGERING) else 0
            mislukt += voer_uit(delen) != verwacht
            sys.stderr.flush()
    print("\nZelf vragen: .venv/bin/voordeur --help. Alle opdrachten met voorbeelden: docs/handleiding.md")
    return 1 if mislukt else 0


if __name__ == "__main__":
    sys.exit(main())
