"""Posting and balancing 10,000 entries beside two programs for ledgers.

Voordeur posts in PostgreSQL and adds up there; hledger and ledger read our own export and add up. Their balances have
to be ours to the cent, or there is no figure. A program that is not installed is left out and said.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from .meten import Werk

AANTAL = 10_000
BUNDEL = 100
JAAR = 2025
REGIO = f"bench-{uuid.uuid4().hex[:8]}"
GEMEENTEN = tuple(f"{code:04}" for code in range(1, 13))
PROGRAMMAS = ("hledger", "ledger")


def regels() -> Iterator[list[tuple[str, str, Decimal]]]:
    """Entries as a region has them: costs of some municipalities, against what is to be paid by the centre."""
    from voordeur.geld.rekeningen import LASTEN, TE_BETALEN

    dobbel = random.Random(20260101)  # noqa: S311
    for _ in range(AANTAL):
        delen = [
            (LASTEN, code, Decimal(dobbel.randint(1, 999_999)) / 100)
            for code in dobbel.sample(GEMEENTEN, dobbel.randint(1, 4))
        ]
        yield [*delen, (TE_BETALEN, GEMEENTEN[0], -sum((bedrag for _, _, bedrag in delen), Decimal(0)))]


def boek_alles() -> float:
    """Post every entry, a hundred in a transaction, each checked by the trigger of the database; seconds."""
    from voordeur.geld.boeken import boek
    from voordeur.kern.actor import Actor, als
    from voordeur.kern.models import College, Regio

    Regio.objects.create(id=REGIO, naam=REGIO)
    wie = Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")
    werk = list(regels())
    begin = time.perf_counter()
    with als(wie):
        for code in GEMEENTEN:
            College.objects.create(regio_id=REGIO, code=code, naam=code, centrum=code == GEMEENTEN[0])
    for eerste in range(0, AANTAL, BUNDEL):
        with als(wie):
            for nummer, delen in enumerate(werk[eerste : eerste + BUNDEL], eerste):
                dag = date(JAAR, 1, 1) + timedelta(days=nummer % 365)
                boek(wie, op=dag, jaar=JAAR, omschrijving=f"Meting {nummer}", bron=f"meting {nummer}", regels=delen)
    return time.perf_counter() - begin


def saldi_hier() -> dict[str, Decimal]:
    """Our balances, by the name of the account in the export."""
    from voordeur.geld.queries import saldi
    from voordeur.kern.actor import Actor, als

    with als(Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")):
        return {f"{deel.soort}:{deel.rekening} {deel.naam}:{deel.college_code}": deel.bedrag for deel in saldi(JAAR)}


def schrijf_uit(bestand: Path) -> None:
    """The export of the year."""
    from voordeur.geld.queries import als_hledger
    from voordeur.kern.actor import Actor, als

    with als(Actor(REGIO, 1, "Meting", (), frozenset(GEMEENTEN), vanwaar="meting")):
        bestand.write_text(als_hledger(JAAR), "utf-8")


def saldi_van(programma: str, bestand: Path) -> Callable[[], dict[str, Decimal]]:
    """The balances that another program reads from the export."""

    def reken() -> dict[str, Decimal]:
        opdracht = [programma, "balance", "--flat", "--no-total", "-f", str(bestand)]
        uitvoer = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
        return {naam: Decimal(bedrag) for bedrag, naam in re.findall(r"^\s*(-?[\d.]+) EUR\s+(.+?)\s*$", uitvoer, re.M)}

    return reken


def grootboek(map_: Path) -> list[Werk]:
    """Post and export; then one workload for each program that is there. Raises AssertionError on other balances."""
    bestand = map_ / "grootboek.journal"
    print(f"posted {AANTAL} entries in {boek_alles():.1f} s")
    schrijf_uit(bestand)
    return [_werk(programma, bestand) for programma in PROGRAMMAS if _is_er(programma)]


def _is_er(programma: str) -> bool:
    gevonden = shutil.which(programma) is not None
    if not gevonden:
        print(f"{programma} is not installed: no figure")
    return gevonden


def _werk(programma: str, bestand: Path) -> Werk:
    elders = saldi_van(programma, bestand)
    if elders() != saldi_hier():
        raise AssertionError(f"{programma} komt op andere saldi uit")
    wat = f"balances of {AANTAL:,} entries, equal to the cent / {programma} on our export"
    return Werk(f"grootboek-{AANTAL}-{programma}", saldi_hier, elders, wat)
